"""What the tables of drawn networks hold, counted from their boxes and arrows."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from jejak.model import Display
from jejak.model.network import NetworkEdge, NetworkNode
from support.naive_tables import Tables
from support.report_numbers.page import Grid

__all__ = ["is_told_rightly", "network_numbers"]

Row = tuple[str, ...]


def is_told_rightly(t: Tables, grid: Grid) -> bool:
    """Whether the table of a network says of each box and arrow what it rests on."""
    guid = next(one for one in grid.places if one.startswith("display-")).removeprefix("display-")
    nodes = {one.guid: one for one in t.study.store.all(NetworkNode, display=guid)}
    edges = t.study.store.all(NetworkEdge, display=guid)
    labels = sorted((one.label for one in nodes.values()), key=len, reverse=True)
    ends, expected = _walked(t, guid, list(nodes.values()), edges), Counter[Row]()
    for node in nodes.values():
        expected[(node.label, *_rests(t, node.guid), *ends.get(node.guid, ()))] += 1
    for edge in edges:
        none = ("not applicable",) * len(next(iter(ends.values()), ()))
        expected[(f"→ {nodes[edge.target].label}", *_rests(t, edge.guid), *none)] += 1
    return expected == Counter((_label(row[0], labels), *row[1:]) for row in grid.rows)


def _label(told: str, labels: list[str]) -> str:
    """The box that a row is of, or that its arrow leads to."""
    arrow = "→ " if told.startswith("→ ") else ""
    return arrow + next(one for one in labels if told.removeprefix("→ ").startswith(one))


def _rests(t: Tables, owner: str) -> Row:
    segments = [
        t.segments[one.target] for one in t.links if (one.role, one.owner) == ("evidence", owner)
    ]
    cases = {case for one in segments if (case := t.owner(one))}
    counts = (len(segments), len(cases), len({one.source for one in segments}))
    return tuple(str(n) if n else "·" for n in counts)


def _walked(t: Tables, guid: str, nodes: list[Any], edges: list[Any]) -> dict[str, Row]:
    """Of a decision tree: the cases that come to each box, and where it ends the right and the wrong."""
    display = t.study.store.get(Display, guid)
    if display.kind != "decision-tree":
        return {}
    outcome = str(display.settings["outcome"]).removeprefix("case.")
    came, right = Counter[str](), Counter[str]()
    (root,) = [one for one in nodes if one.guid not in {edge.target for edge in edges}]
    for case in t.cases:
        at = root
        came[at.guid] += 1
        while ways := {edge.sign: edge.target for edge in edges if edge.origin == at.guid}:
            at = next(
                one for one in nodes if one.guid == ways["+" if _passes(t, case, at.test) else "-"]
            )
            came[at.guid] += 1
        right[at.guid] += _value(t, case, outcome) == at.label
    leaves = {one.guid for one in nodes} - {edge.origin for edge in edges}
    return {
        one.guid: (
            (_dot(came[one.guid]), _dot(right[one.guid]), _dot(came[one.guid] - right[one.guid]))
            if one.guid in leaves
            else (_dot(came[one.guid]), "not applicable", "not applicable")
        )
        for one in nodes
    }  # fmt: skip


def _dot(n: int) -> str:
    return str(n) if n else "·"


def _value(t: Tables, case: str, name: str) -> str | None:
    return t.value(case, next(guid for guid, one in t.attributes.items() if one.name == name))


def _passes(t: Tables, case: str, test: str) -> bool:
    name, sign, wanted = re.fullmatch(r"case\.(\w+) (=|>) (.+)", test).groups()  # type: ignore[union-attr]  # all tests there are
    value = _value(t, case, name)
    assert value is not None
    return value == wanted if sign == "=" else float(value) > float(wanted)


def network_numbers(t: Tables, guid: str) -> dict[str, Any]:
    """What is said below a network."""
    nodes, edges = (t.study.store.all(kind, display=guid) for kind in (NetworkNode, NetworkEdge))
    resting = [one for one in t.links if one.role == "evidence"]
    display = t.study.store.get(Display, guid)
    tree = display.kind == "decision-tree"
    ends = _walked(t, guid, nodes, edges)
    right = sum(int(row[1]) for row in ends.values() if row[1].isdecimal())
    return {
        "boxes": len(nodes), "arrows": len(edges), "drawn_rows": len(nodes) + len(edges),
        "bare": sum(edge.guid not in {one.owner for one in resting} for edge in edges),
        "drawn_columns": 6 if tree else 3, "walked": len(t.cases),
        "right": right, "hit_rate": 100 * right / len(t.cases),
        "passages_below": len({one.target for one in resting if one.owner in {o.guid for o in (*nodes, *edges)}}),
    }  # fmt: skip
