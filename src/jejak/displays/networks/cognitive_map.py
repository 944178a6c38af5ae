"""The cognitive map of one participant: how they see things hang together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.corpus import Corpus
from ...model.message import say
from ...model.shape import Matrix
from ..display import DisplayFilter, DisplayKind
from ..literature import in_miles
from .causal_network import CASE, NETWORK_SETTING
from .listing import listed

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """What is drawn, and what it rests on."""
    return listed(KIND, corpus, settings["network"], only)


KIND = DisplayKind(
    name="cognitive-map",
    title=say("Cognitive map"),
    purpose="describe",
    about=say(
        "Use it to draw how one participant sees things: concepts and the links between them, in"
        " their own words. A first draft comes from codes that meet in what they said."
    ),
    source=in_miles(say("cognitive map")),
    settings=(NETWORK_SETTING, CASE),
    compute=compute,
    example={"network": "DS: pulsa di matanya"},
    drawn=True,
    shown="canvas",
    boxes=("concept", "variable", "other"),
    drafts="codes",
)
