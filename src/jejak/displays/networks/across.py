"""Several causal networks laid over one another: which arrows, and which ways, they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...model.drawn import DrawnEdge, DrawnNetwork, DrawnNode
from ...model.identity import name_key

__all__ = ["SIGNED", "Shared", "Stream", "overlaid", "streams"]

SIGNED = ("+", "-", "±", "")
# A way of more arrows than this is followed no further, nor more ways than that looked at.
_LONGEST, _MOST = 8, 20_000


@dataclass(slots=True)
class Shared:
    """An arrow as some networks have it: names of its ends as they are met first, and by the number
    of the network the sign and the arrow itself; ``silent`` are the networks that have both boxes
    and no arrow between them."""

    origin: str
    target: str
    signs: dict[int, str] = field(default_factory=dict)
    edges: dict[int, DrawnEdge] = field(default_factory=dict)
    silent: set[int] = field(default_factory=set)

    @property
    def sign(self) -> str:
        """The sign that most networks give it; of two as common, the first of :data:`SIGNED`."""
        counts = Counter(self.signs.values())
        return max(SIGNED, key=lambda sign: (counts[sign], -SIGNED.index(sign)))

    @property
    def support(self) -> set[int]:
        """The networks that give it that sign."""
        return {number for number, sign in self.signs.items() if sign == self.sign}

    @property
    def against(self) -> set[int]:
        """The networks that give it the opposite sign."""
        opposite = {"+": "-", "-": "+"}.get(self.sign)
        return {number for number, sign in self.signs.items() if sign == opposite}


@dataclass(frozen=True, slots=True)
class Stream:
    """A way of two arrows or more, by the keys of its boxes and its signs, and the networks that
    have all of it."""

    boxes: tuple[str, ...]
    signs: tuple[str, ...]
    networks: frozenset[int]


def key_of(node: DrawnNode) -> str:
    """What makes two boxes the same: what they stand for, else their label, as names are compared."""
    return name_key(node.about.name if node.about is not None else node.label)


def overlaid(networks: Sequence[DrawnNetwork]) -> dict[tuple[str, str], Shared]:
    """The arrows of all the networks by the keys of their ends, those of most networks first.

    Where one network has two arrows between the same boxes, with different signs, its sign is mixed.
    """
    found: dict[tuple[str, str], Shared] = {}
    boxes: list[set[str]] = []
    names: dict[str, str] = {}
    for number, network in enumerate(networks):
        nodes = {node.guid: node for node in network.nodes}
        boxes.append({key_of(node) for node in network.nodes})
        for edge in network.edges:
            ends = nodes[edge.origin], nodes[edge.target]
            keys = key_of(ends[0]), key_of(ends[1])
            origin, target = (names.setdefault(key_of(end), _name(end)) for end in ends)
            shared = found.setdefault(keys, Shared(origin, target))
            before = shared.signs.get(number, edge.sign)
            shared.signs[number] = edge.sign if before == edge.sign else "±"
            shared.edges.setdefault(number, edge)
    for (origin, target), shared in found.items():
        both = {n for n, there in enumerate(boxes) if origin in there and target in there}
        shared.silent = both - set(shared.signs)
    order = sorted(found, key=lambda keys: (-len(found[keys].signs), keys))
    return {keys: found[keys] for keys in order}


def _name(node: DrawnNode) -> str:
    return node.about.name if node.about is not None else node.label


def streams(shared: dict[tuple[str, str], Shared], least: int) -> tuple[list[Stream], bool]:
    """The longest ways that at least ``least`` networks share with the same signs, those of most
    networks first; whether that is all of them."""
    out: dict[str, list[tuple[str, str, frozenset[int]]]] = defaultdict(list)
    for (origin, target), one in sorted(shared.items()):
        for sign in SIGNED:
            have = frozenset(n for n, own in one.signs.items() if own == sign)
            if len(have) >= least:
                out[origin].append((target, sign, have))
    looked, found = 0, list[Stream]()
    for start in sorted(out):
        for way in _ways(Stream((start,), (), frozenset()), out, least):
            looked += 1
            if looked > _MOST:
                return _longest(found), False
            if len(way.signs) > 1:
                found.append(way)
    return _longest(found), True


def _ways(
    way: Stream, out: dict[str, list[tuple[str, str, frozenset[int]]]], least: int
) -> Iterator[Stream]:
    """The way and all that go on from it as long as enough networks share them."""
    yield way
    if len(way.signs) == _LONGEST:
        return
    for target, sign, have in out.get(way.boxes[-1], ()):
        left = way.networks & have if way.signs else have
        if target not in way.boxes and len(left) >= least:
            longer = Stream((*way.boxes, target), (*way.signs, sign), left)
            yield from _ways(longer, out, least)


def _longest(found: list[Stream]) -> list[Stream]:
    """Those that are no part of a longer one that the same networks share."""
    kept: list[Stream] = []
    parts: set[tuple[tuple[str, ...], tuple[str, ...], frozenset[int]]] = set()
    for way in sorted(found, key=lambda one: (-len(one.boxes), one.boxes, one.signs)):
        if (way.boxes, way.signs, way.networks) in parts:
            continue
        kept.append(way)
        for begin in range(len(way.signs)):
            for end in range(begin + 2, len(way.signs) + 1):
                parts.add((way.boxes[begin : end + 1], way.signs[begin:end], way.networks))
    return sorted(kept, key=lambda one: (-len(one.networks), -len(one.boxes), one.boxes, one.signs))
