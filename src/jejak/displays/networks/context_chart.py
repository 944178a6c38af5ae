"""The context chart: who is there, and how they stand to one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.corpus import Corpus
from ...model.message import say
from ...model.shape import Matrix
from ..display import DisplayFilter, DisplayKind
from ..literature import in_chapter
from .causal_network import NETWORK_SETTING
from .listing import listed

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """What is drawn, and what it rests on."""
    return listed(KIND, corpus, settings["network"], only)


KIND = DisplayKind(
    name="context-chart",
    title=say("Context chart"),
    purpose="describe",
    about=say(
        "Use it to show the people, groups and places around what you study, and their ties:"
        " positive, negative or mixed. Cases, their relations and who speaks of whom are suggested."
    ),
    source=in_chapter("describe", say("context chart")),
    settings=(NETWORK_SETTING,),
    compute=compute,
    example={"network": "Siapa berhubungan dengan siapa"},
    drawn=True,
    shown="canvas",
    boxes=("actor", "other"),
    drafts="cases",
)
