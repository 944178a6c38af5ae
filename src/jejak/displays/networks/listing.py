"""A drawn network as a matrix: each box with the arrows that leave it below, and what they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...model.corpus import Corpus
from ...model.drawn import Drawn, DrawnEdge, DrawnNetwork, DrawnNode
from ...model.message import Message, say
from ...model.query import And, NetworkIs, code
from ...model.shape import Arrow, Box, Caption, Cell, Heading, Matrix, Network, why
from ..display import DisplayFilter, DisplayKind
from .grounds import Grounded, grounded
from .words import arrow_label, box_label

__all__ = ["Extra", "listed", "nothing_drawn"]


@dataclass(frozen=True, slots=True)
class Extra:
    """More that a kind tells: further columns with cells by (GUID of box or arrow, column key), notes,
    the attributes (of whom, name) whose values show in it."""

    columns: tuple[Heading, ...] = ()
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    notes: tuple[Message, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


_COLUMNS = (
    Heading("segments", say("Evidence (segments)")),
    Heading("participants", say("Participants")),
    Heading("sources", say("Sources")),
)


def listed(
    kind: DisplayKind,
    corpus: Corpus,
    network: DrawnNetwork | None,
    only: DisplayFilter,
    extra: Extra | None = None,
) -> Matrix:
    """What is drawn as rows, counted; the picture of it goes along."""
    if network is None or not network.nodes:
        return nothing_drawn(kind, only)
    more = extra or Extra()
    lines = _lines(network, downwards=kind.yes_no)
    place = {one.guid: row for row, (one, _) in enumerate(lines)}
    found = grounded(corpus, (one for one, _ in lines), only)
    columns = (*_COLUMNS, *more.columns)
    cells = {
        (place[one.guid], column): cell
        for one, _ in lines
        for column, cell in enumerate(_cells(one, found[one.guid], only))
    }
    cells |= {
        (place[guid], [heading.key for heading in columns].index(key)): cell
        for (guid, key), cell in more.cells.items()
    }
    every = frozenset().union(*(one.pieces for one in found.values()))
    return Matrix(
        kind=kind.name,
        rows=tuple(_heading(one, below, network, kind) for one, below in lines),
        columns=columns,
        cells=cells,
        caption=Caption(
            title=say("{kind}: {name}", kind=kind.title, name=network.name),
            unit=say("what each box and each arrow rests on"),
            filter=str(only),
            n=len(every),
            counted=say("Passages it rests on"),
            notes=(_size(network, kind), *more.notes),
        ),
        row_title=say("Box, and where its arrows lead"),
        column_title=say("What it rests on"),
        blank=Cell(None, "not applicable"),
        drawing="network",
        attributes=more.attributes,
        network=_picture(network, place, yes_no=kind.yes_no),
    )


def nothing_drawn(kind: DisplayKind, only: DisplayFilter) -> Matrix:
    """The matrix of a display in which nothing is drawn yet."""
    return Matrix(
        kind=kind.name,
        rows=(),
        columns=(),
        cells={},
        caption=Caption(
            title=kind.title,
            unit=say("what each box and each arrow rests on"),
            filter=str(only),
            notes=(why(say("Nothing is drawn here yet.")),),
        ),
        row_title=say("Box, and where its arrows lead"),
        column_title=say("What it rests on"),
        drawing="network",
    )


def _lines(network: DrawnNetwork, *, downwards: bool) -> list[tuple[Drawn, bool]]:
    """Boxes in the order one reads the picture, each with the arrows that leave it (marked so)."""
    leaving: dict[str, list[DrawnEdge]] = defaultdict(list)
    for edge in network.edges:
        leaving[edge.origin].append(edge)
    lines: list[tuple[Drawn, bool]] = []

    def place(node: DrawnNode) -> tuple[int, int, str, str]:
        across, down = (node.y, node.x) if downwards else (node.x, node.y)
        return across, down, node.label, node.guid

    for node in sorted(network.nodes, key=place):
        lines.append((node, False))
        lines += [(edge, True) for edge in leaving[node.guid]]
    return lines


def _heading(one: Drawn, below: bool, network: DrawnNetwork, kind: DisplayKind) -> Heading:  # noqa: FBT001
    names = {node.guid: node.label for node in network.nodes}
    if isinstance(one, DrawnEdge):
        origin, target = names[one.origin], names[one.target]
        label = arrow_label(one, target, yes_no=kind.yes_no)
        return Heading(one.guid, label, int(below), path=f"{origin} → {target}")
    assert isinstance(one, DrawnNode)
    return Heading(one.guid, box_label(one), path=one.label)


def _cells(one: Drawn, found: Grounded, only: DisplayFilter) -> Sequence[Cell]:
    rests = NetworkIs(one.guid)
    query = rests if only.query is None else And((rests, And((code(), only.query))))
    counts = (len(found.pieces), len(found.cases), len(found.sources))
    return [Cell(count, query=str(query) if found.pieces else "") for count in counts]


def _size(network: DrawnNetwork, kind: DisplayKind) -> Message:
    if kind.yes_no:
        return say("Boxes: {boxes}; arrows: {arrows}.", boxes=len(network.nodes), arrows=len(network.edges))  # fmt: skip
    bare = sum(not edge.evidence for edge in network.edges)
    return say(
        "Boxes: {boxes}; arrows: {arrows}, of which {bare} rest on no evidence.",
        boxes=len(network.nodes),
        arrows=len(network.edges),
        bare=bare,
    )


def _picture(network: DrawnNetwork, rows: Mapping[str, int], *, yes_no: bool) -> Network:
    at = {node.guid: number for number, node in enumerate(network.nodes)}
    return Network(
        tuple(
            Box(n.guid, n.label, n.kind, n.x, n.y, n.level, rows[n.guid]) for n in network.nodes
        ),
        tuple(
            Arrow(
                e.guid, at[e.origin], at[e.target], e.sign, e.strength, e.label, rows[e.guid]
            )
            for e in network.edges
        ),
        yes_no,
    )  # fmt: skip
