"""Who did what when: changes of the study as activities."""

from __future__ import annotations

import json

from ..teller import Teller
from .facts import CrateFacts
from .graph import Graph, Node, at, entity

__all__ = ["history_lines", "tell_changes"]


def tell_changes(graph: Graph, facts: CrateFacts, tell: Teller) -> list[Node]:
    """The changes that wrote findings, evidence, checks and codes."""
    wanted = {seq for many in facts.written.values() for seq in many}
    return [
        graph.add(
            f"#change-{one.seq}", "prov:Activity", name=tell(one.verb), position=one.seq,
            prov__wasAssociatedWith=at(entity(facts.actors[one.seq])),
            prov__startedAtTime=one.time.isoformat(), prov__endedAtTime=one.time.isoformat(),
            jejak__undone=True if one.undone else None,
        )
        for one in facts.changes
        if one.seq in wanted
    ]  # fmt: skip


def history_lines(graph: Graph, facts: CrateFacts, tell: Teller) -> bytes:
    """All changes, one a line, as JSON: number, time, who, what, and whether it was taken back."""
    told = (
        {
            "seq": one.seq,
            "time": one.time.isoformat(),
            "who": graph.text(one.who),
            "what": graph.text(tell(one.verb)),
            "undone": one.undone,
        }
        for one in facts.changes
    )
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in told).encode()
