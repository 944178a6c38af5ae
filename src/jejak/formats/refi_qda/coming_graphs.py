"""Maps of a project file, as networks that are drawn by hand."""

from __future__ import annotations

from typing import Any

from ...model import Display, Link, NetworkEdge, NetworkNode, say
from ...model.network import ABOUT
from ..zipped import local
from .intake import Coming, Intake, as_xml, derived

__all__ = ["graph_of"]

_NOTHING: frozenset[str] = frozenset()
_OF_GRAPH = frozenset({"Vertex", "Edge"})
_STANDS_FOR = frozenset({"code", "case", "attribute", "source"})


def graph_of(intake: Intake, element: Any, coming: Coming) -> None:
    """A map, as a network that is drawn by hand."""
    intake.tally.read["display"] += 1
    raw = element.get("name") or ""
    guid = intake.claim(element.get("guid"), Display.KIND, raw)
    user = intake.author(coming)
    display = Display(
        guid=guid, name=intake.free("display", raw, f"Map {guid[:8]}"), kind="causal-network", user=user,
        created=intake.moment,
    )  # fmt: skip
    coming.records.append(display)
    left: list[str] = []
    for one in element:
        if local(one.tag) == "Vertex":
            _vertex(intake, one, display, coming)
        elif local(one.tag) == "Edge" and not _edge(intake, one, display, coming):
            left.append(as_xml(one))
    intake.beside(
        coming,
        element,
        "display",
        guid,
        intake.told.graph(display),
        _OF_GRAPH,
        **({"extra": left} if left else {}),
    )


def _place(element: Any, first: str, second: str) -> int:
    low = int(element.get(first) or 0)
    return (low + int(element.get(second) or low)) // 2


def _vertex(intake: Intake, element: Any, display: Display, coming: Coming) -> None:
    intake.tally.read["node"] += 1
    guid = intake.claim(element.get("guid"), NetworkNode.KIND, element.get("name") or "")
    stands_for = (
        intake.guid(element.get("representedGUID")) if element.get("representedGUID") else ""
    )
    kind = intake.kinds.get(stands_for, "")
    try:
        x, y = _place(element, "firstX", "secondX"), _place(element, "firstY", "secondY")
    except ValueError:
        x = y = 0
    node = NetworkNode(
        guid=guid, display=display.guid, x=x, y=y, user=display.user, created=intake.moment,
        label=" ".join((element.get("name") or "").split()) or intake.labels.get(stands_for, "?"),
    )  # fmt: skip
    coming.records.append(node)
    about = stands_for if kind in _STANDS_FOR else ""
    if about:
        coming.records.append(Link(
            guid=derived(guid, about, ABOUT), role=ABOUT, owner_kind="node", owner=guid, target_kind=kind,
            target=about,
        ))  # fmt: skip
    intake.beside(coming, element, "node", guid, intake.told.vertex(node, about), _NOTHING)


def _edge(intake: Intake, element: Any, display: Display, coming: Coming) -> bool:
    intake.tally.read["edge"] += 1
    ends = [intake.guid(element.get(name)) for name in ("sourceVertex", "targetVertex")]
    if any(intake.kinds.get(end) != NetworkNode.KIND for end in ends):
        intake.tally.note("refers-to-nothing", say("An arrow leads to a box that is not in the map; it is kept for "
                                                   "the way back."), f"“{display.name}”")  # fmt: skip
        return False
    guid = intake.claim(element.get("guid"), NetworkEdge.KIND, element.get("name") or "")
    edge = NetworkEdge(
        guid=guid, display=display.guid, origin=ends[0], target=ends[1], label=element.get("name") or "",
        user=display.user, created=intake.moment,
    )  # fmt: skip
    coming.records.append(edge)
    intake.beside(coming, element, "edge", guid, intake.told.edge(edge), _NOTHING)
    return True
