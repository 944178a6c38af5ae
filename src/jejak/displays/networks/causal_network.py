"""The causal network of one case: what leads to what, drawn by the analyst."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.corpus import Corpus
from ...model.message import say
from ...model.shape import Matrix
from ..display import DisplayFilter, DisplayKind, Setting
from ..literature import in_miles
from .listing import listed

__all__ = ["CASE", "KIND", "NETWORK_SETTING", "compute"]

NETWORK_SETTING = Setting("network", say("Which drawing"), "network")
CASE = Setting("case", say("Whose network it is"), "case")


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """What is drawn, and what it rests on."""
    return listed(KIND, corpus, settings["network"], only)


KIND = DisplayKind(
    name="causal-network",
    title=say("Causal network"),
    purpose="explain",
    about=say(
        "Use it to say what led to what in one case: boxes for variables, events and outcomes,"
        " arrows with a sign and the passages that each rests on."
    ),
    also=(say("Causal chain"),),
    source=in_miles(say("causal network (within one case)")),
    settings=(NETWORK_SETTING, CASE),
    compute=compute,
    example={"network": "G: mengapa berganti akun"},
    drawn=True,
    shown="canvas",
    boxes=("variable", "event", "state", "outcome", "other"),
    drafts="codes",
)
