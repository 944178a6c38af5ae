"""Words for boxes and arrows."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.drawn import DrawnEdge, DrawnNode
from ...model.message import Message, say

__all__ = ["ANSWERS", "BOXES", "LEVEL_WORDS", "SIGN_WORDS", "STRENGTH_WORDS", "arrow_label",
           "box_label"]  # fmt: skip

SIGN_WORDS: Mapping[str, Message] = {
    "+": say("positive"),
    "-": say("negative"),
    "±": say("mixed"),
    "": say("no sign"),
}
ANSWERS: Mapping[str, Message] = {
    "+": say("yes"),
    "-": say("no"),
    "±": say("either"),
    "": say("no answer"),
}
STRENGTH_WORDS: Mapping[int, Message] = {1: say("weak"), 2: say("medium"), 3: say("strong")}
LEVEL_WORDS: Mapping[str, Message] = {
    "high": say("high"),
    "moderate": say("moderate"),
    "low": say("low"),
}
# What a box is, by the kind of the record.
BOXES: Mapping[str, Message] = {
    "variable": say("Variable"),
    "concept": say("Concept"),
    "actor": say("Actor"),
    "event": say("Event"),
    "state": say("State"),
    "criterion": say("Criterion"),
    "outcome": say("Outcome"),
    "other": say("Other"),
}


def box_label(node: DrawnNode) -> str | Message:
    """A box as a line of a list: its name, and its level where it has one."""
    if node.level is None:
        return node.label
    return say("{name} ({level})", name=node.label, level=LEVEL_WORDS[node.level])


def arrow_label(edge: DrawnEdge, target: str, *, yes_no: bool) -> Message:
    """An arrow as a line below the box it comes from: where it leads, its sign, strength, words."""
    words = ANSWERS if yes_no else SIGN_WORDS
    told: list[Message | str] = [words[edge.sign]] if edge.sign else []
    if edge.strength is not None:
        told.append(STRENGTH_WORDS[edge.strength])
    if edge.label:
        told.append(edge.label)
    if not told:
        return say("→ {target}", target=target)
    return say("→ {target}: {told}", target=target, told=_line(told))


def _line(parts: list[Message | str]) -> Message | str:
    if len(parts) == 1:
        return parts[0]
    return say("{first}; {rest}", first=parts[0], rest=_line(parts[1:]))
