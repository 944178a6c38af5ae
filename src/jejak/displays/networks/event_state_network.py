"""The event-state network: what happened, and the states it led to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.corpus import Corpus
from ...model.message import say
from ...model.shape import Matrix
from ..display import DisplayFilter, DisplayKind
from ..literature import in_chapter
from .causal_network import CASE, NETWORK_SETTING
from .listing import listed

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """What is drawn, and what it rests on."""
    return listed(KIND, corpus, settings["network"], only)


KIND = DisplayKind(
    name="event-state-network",
    title=say("Event–state network"),
    purpose="order",
    about=say(
        "Use it to turn a list of events into an explanation: boxes for events, rounded ones for the"
        " states between them, arrows for what led to what."
    ),
    source=in_chapter("order", say("event–state network")),
    settings=(NETWORK_SETTING, CASE),
    compute=compute,
    example={"network": "G: dari tangkapan layar ke akun baru"},
    drawn=True,
    shown="canvas",
    boxes=("event", "state", "other"),
    drafts="events",
)
