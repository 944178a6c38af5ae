"""What is drawn by hand in a display: boxes, and the arrows between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .event import EVIDENCE
from .identity import now
from .record import Record, ref

__all__ = ["ABOUT", "EVIDENCE", "LEVELS", "NODE_KINDS", "SIGNS", "STRENGTHS", "NetworkEdge",
           "NetworkNode"]  # fmt: skip

NODE_KINDS = ("variable", "concept", "actor", "event", "state", "criterion", "outcome", "other")
# Increases or favours; decreases or hinders; both; not said. In a decision tree: yes, no.
SIGNS = ("+", "-", "±", "")
LEVELS = ("high", "moderate", "low")
STRENGTHS = (1, 2, 3)
# The role of a link from a node to what it stands for; that to its segments is an event's, too.
ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkNode(Record):
    """A box in the display that it was drawn in, its middle at ``x`` and ``y`` in pixels.

    ``test`` is what a decision tree asks of a case there (a query), or the outcome it expects. What
    the node stands for in the study is a link of role *about*; its segments are links of role
    *evidence*: neither takes the node along when it goes.
    """

    KIND: ClassVar[str] = "node"
    display: str = ref("display")
    label: str
    kind: str = "variable"
    x: int = 0
    y: int = 0
    level: str | None = None
    note: str = ""
    test: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEdge(Record):
    """An arrow from one node to another of the same display; its segments are links of role
    *evidence*."""

    KIND: ClassVar[str] = "edge"
    display: str = ref("display")
    origin: str = ref("node")
    target: str = ref("node")
    sign: str = ""
    strength: int | None = None
    label: str = ""
    note: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)
