"""The cross-case causal network: the causal networks of several cases laid over one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ...model.corpus import Corpus
from ...model.drawn import DrawnEdge, DrawnNetwork
from ...model.message import Message, say
from ...model.query import NetworkIs, Or
from ...model.shape import NO_DATA, UNFIT, Arrow, Box, Caption, Cell, Heading, Matrix, Network, why
from ..display import DisplayFilter, DisplayKind, Setting
from ..literature import in_miles
from .across import Shared, Stream, overlaid, streams
from .causal_network import KIND as CAUSAL
from .grounds import grounded
from .places import placed
from .words import SIGN_WORDS

__all__ = ["KIND", "compute"]

_MOST = 500
_NUMBERS = {"+": 1.0, "-": -1.0, "±": 0.0, "": 0.0}
_COUNTS = (
    ("support", say("Cases that support it")),
    ("against", say("Cases that contradict it")),
    ("other", say("Cases with another sign, or none")),
    ("silent", say("Cases with both boxes and no arrow")),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row to be: its key, its words, and what each network says of it."""

    heading: Heading
    cells: tuple[Cell, ...]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """The arrows (or ways) that causal networks share, and in which cases."""
    drawn = [one for one in corpus.networks if one.kind == CAUSAL.name and one.nodes]
    networks = _by_case(drawn, corpus)
    shared = overlaid(networks)
    least, whole = settings["least"], True
    if settings["show"] == "streams":
        found, whole = streams(shared, least)
        lines = [_stream_line(way, networks, shared) for way in found]
    else:
        kept = [keys for keys, one in shared.items() if len(one.signs) >= least]
        by_case = settings["show"] == "arrows by case"
        lines = [_arrow_line(shared[keys], keys, networks, by_case=by_case) for keys in kept]
    notes = _notes(networks, drawn, corpus, cut=len(lines) > _MOST or not whole)
    lines = lines[:_MOST]
    counted = settings["show"] == "arrows"
    return Matrix(
        kind=KIND.name,
        rows=tuple(line.heading for line in lines),
        columns=_columns(networks, counted=counted) if lines else (),
        cells={(row, column): cell for row, line in enumerate(lines)
               for column, cell in enumerate(line.cells)},
        caption=Caption(
            title=KIND.title,
            unit=_UNITS[settings["show"]],
            filter=str(only),
            n=_rested_on(corpus, networks, only),
            counted=say("Passages it rests on"),
            notes=notes,
        ),
        row_title=say("What leads to what"),
        column_title=say("Cases") if not counted else say("How many cases"),
        blank=NO_DATA,
        number={"arrows": "count", "streams": "presence"}.get(settings["show"], "signed"),  # type: ignore[arg-type]  # three of its words
        drawing="network" if settings["show"] != "streams" else "",
        network=_picture(shared, [line.heading.key for line in lines], len(networks))
        if settings["show"] != "streams" else None,
    )  # fmt: skip


_UNITS = {
    "arrows": say("how many causal networks have an arrow, by its sign"),
    "arrows by case": say("the sign of an arrow in each causal network: 1 positive, −1 negative, 0 mixed or not said"),
    "streams": say("whether a causal network has all arrows of a way, with the same signs"),
}  # fmt: skip


def _by_case(drawn: Sequence[DrawnNetwork], corpus: Corpus) -> list[DrawnNetwork]:
    """The networks of each case as one, called as the case is; one of no case stays by itself."""
    names = dict(zip(corpus.cases.guid, corpus.cases.name, strict=True))
    found: dict[str, DrawnNetwork] = {}
    for network in drawn:
        case = str(network.settings.get("case") or "")
        key, name = (case, names[case]) if case in names else (network.guid, network.name)
        there = found.get(key) or DrawnNetwork(key, name, network.kind)
        found[key] = replace(
            there,
            nodes=(*there.nodes, *network.nodes),
            edges=(*there.edges, *network.edges),
        )
    return list(found.values())


def _columns(networks: Sequence[DrawnNetwork], *, counted: bool) -> tuple[Heading, ...]:
    if counted:
        return tuple(Heading(key, label) for key, label in _COUNTS)
    return tuple(Heading(one.guid, one.name) for one in networks)


def _arrow_line(
    one: Shared, keys: tuple[str, str], networks: Sequence[DrawnNetwork], *, by_case: bool
) -> _Line:
    label = say("{origin} → {target}: {sign}", origin=one.origin, target=one.target,
                sign=SIGN_WORDS[one.sign])  # fmt: skip
    heading = Heading("\n".join(keys), label, path=f"{one.origin} → {one.target}")
    if by_case:
        return _Line(heading, tuple(_sign(one, number) for number in range(len(networks))))
    other = set(one.signs) - one.support - one.against
    cells = []
    for numbers in (one.support, one.against, other, one.silent):
        names = [networks[number].name for number in sorted(numbers)]
        note = say("{cases}", cases=names) if names else None
        edges = [one.edges[number] for number in sorted(numbers) if number in one.edges]
        cells.append(Cell(len(numbers), query=_words(edges), note=note))
    return _Line(heading, tuple(cells))


def _words(edges: Sequence[DrawnEdge]) -> str:
    """The query for what any of these arrows rests on."""
    terms = tuple(NetworkIs(edge.guid) for edge in edges if edge.evidence)
    return "" if not terms else str(terms[0] if len(terms) == 1 else Or(terms))


def _sign(one: Shared, number: int) -> Cell:
    """What a network says of an arrow: its sign; nothing, though it has both boxes; or no boxes."""
    if number in one.signs:
        sign, edge = one.signs[number], one.edges[number]
        return Cell(_NUMBERS[sign], query=_words([edge]), note=SIGN_WORDS[sign])
    return UNFIT if number in one.silent else NO_DATA


def _stream_line(
    way: Stream, networks: Sequence[DrawnNetwork], shared: Mapping[tuple[str, str], Shared]
) -> _Line:
    steps = list(pairwise(way.boxes))
    names = [shared[steps[0]].origin, *(shared[step].target for step in steps)]
    shown = names[0] + "".join(
        f" —{sign or '·'}→ {name}" for sign, name in zip(way.signs, names[1:], strict=True)
    )
    key = "\n".join((*way.boxes, *way.signs))
    cells = (Cell(float(number in way.networks)) for number in range(len(networks)))
    return _Line(Heading(key, shown), tuple(cells))


def _notes(
    networks: Sequence[DrawnNetwork], drawn: Sequence[DrawnNetwork], corpus: Corpus, *, cut: bool
) -> tuple[Message, ...]:
    notes = [say("Causal networks laid over one another: {n}.", n=len(drawn))]
    if len(networks) < 2:
        notes.append(why(say("It takes the causal networks of two cases at least.")))
    nobodys = sum(one.settings.get("case") not in corpus.cases.guid for one in drawn)
    if nobodys:
        notes.append(say("Causal networks that do not say whose they are: {n}; each counts as a case.", n=nobodys))  # fmt: skip
    notes.append(
        say("Boxes are the same where they stand for the same thing or have the same name.")
    )
    if cut:
        notes.append(say("There are more: the first {n} are shown.", n=_MOST))
    return tuple(notes)


def _rested_on(corpus: Corpus, networks: Sequence[DrawnNetwork], only: DisplayFilter) -> int:
    found = grounded(corpus, (edge for one in networks for edge in one.edges), only)
    return len(frozenset().union(*(one.pieces for one in found.values())))


def _picture(shared: Mapping[tuple[str, str], Shared], keys: Sequence[str], count: int) -> Network:
    ends = [tuple(key.split("\n")) for key in keys]
    names: dict[str, str] = {}
    for origin, target in ends:
        names.setdefault(origin, shared[origin, target].origin)
        names.setdefault(target, shared[origin, target].target)
    at = {key: number for number, key in enumerate(names)}
    edges = [(at[origin], at[target]) for origin, target in ends]
    spots = placed(len(at), edges)
    row_of = {origin: row for row, (origin, _) in reversed(list(enumerate(ends)))}
    boxes = [
        Box(key, name, "variable", *spots[at[key]], row=row_of.get(key, 0))
        for key, name in names.items()
    ]
    arrows = []
    for row, (origin, target) in enumerate(ends):
        one = shared[origin, target]
        words = say("{support} of {count}", support=len(one.support), count=count)
        arrows.append(Arrow(keys[row], *edges[row], sign=one.sign, words=words, row=row))
    return Network(tuple(boxes), tuple(arrows))


KIND = DisplayKind(
    name="cross-case-network",
    title=say("Cross-case causal network"),
    purpose="explain",
    about=say(
        "Use it once several cases have a causal network: it lays them over one another and tells"
        " which arrows and which whole ways they share, and which cases contradict them."
    ),
    source=in_miles(say("cross-case causal network")),
    settings=(
        Setting(
            "show",
            say("What is shown"),
            "choice",
            (
                ("arrows", say("Arrows: how many cases support and contradict each")),
                ("arrows by case", say("Arrows: the sign in each case")),
                ("streams", say("Ways of several arrows that cases share")),
            ),
            "arrows",
        ),
        Setting("least", say("In at least so many cases"), "number", default=2, most=9999),
    ),
    compute=compute,
    example={"least": 1},
)
