"""What to look at again in a drawn network: circles, arrows without evidence, effects before causes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np

from ...analysis.graphs import circles
from ...model.corpus import Corpus
from ...model.drawn import DrawnEdge, DrawnNetwork, DrawnNode
from ...model.message import Message, say
from ..display import DisplayKind

__all__ = ["FLAWS", "Flaw", "flaws"]

# What is looked for, in this order.
FLAWS = (
    "circle",
    "no evidence",
    "before its cause",
    "alone",
    "no question",
    "answers",
    "beginnings",
)


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to look at: which of :data:`FLAWS`, a sentence, and the GUIDs of the boxes and arrows
    it is about."""

    check: str
    sentence: Message
    parts: tuple[str, ...]


def flaws(kind: DisplayKind, network: DrawnNetwork, corpus: Corpus) -> list[Flaw]:
    """Everything to look at again. A circle is no mistake in itself: it may be a loop that feeds
    itself, and is said to be one that strengthens or one that balances."""
    names = {node.guid: node.label for node in network.nodes}
    looking = _TREE if kind.yes_no else _NETWORK
    if "actor" in kind.boxes:
        # Among people a tie that is returned is no loop.
        looking = tuple(look for look in looking if look is not _circles)
    return [flaw for look in looking for flaw in look(network, names, corpus)]


def _circles(network: DrawnNetwork, names: Mapping[str, str], _: Corpus) -> Iterator[Flaw]:
    at = {node.guid: number for number, node in enumerate(network.nodes)}
    edges = {(at[edge.origin], at[edge.target]): edge for edge in network.edges}
    for circle in circles(len(network.nodes), list(edges)):
        around = [*circle, circle[0]]
        on = [edges[step] for step in pairwise(around)]
        way = " → ".join(names[network.nodes[node].guid] for node in around)
        parts = (*(network.nodes[node].guid for node in circle), *(edge.guid for edge in on))
        yield Flaw("circle", _loop(on, way), parts)


def _loop(on: list[DrawnEdge], way: str) -> Message:
    if any(edge.sign not in {"+", "-"} for edge in on):
        return say("A circle: {way}.", way=way)
    if sum(edge.sign == "-" for edge in on) % 2:
        return say("A circle that balances itself: {way}.", way=way)
    return say("A circle that strengthens itself: {way}.", way=way)


def _bare(network: DrawnNetwork, names: Mapping[str, str], _: Corpus) -> Iterator[Flaw]:
    for edge in network.edges:
        if not any(not ground.lost for ground in edge.evidence):
            sentence = say(
                "The arrow from {origin} to {target} rests on no evidence.",
                origin=names[edge.origin], target=names[edge.target],
            )  # fmt: skip
            yield Flaw("no evidence", sentence, (edge.guid,))


def _too_early(network: DrawnNetwork, names: Mapping[str, str], corpus: Corpus) -> Iterator[Flaw]:
    when = _Times(corpus)
    span = {node.guid: when.of(node) for node in network.nodes}
    for edge in network.edges:
        cause, effect = span[edge.origin], span[edge.target]
        if cause is not None and effect is not None and effect[1] < cause[0]:
            sentence = say(
                "{target} ({then}) comes before its cause {origin} ({later}).",
                target=names[edge.target], then=effect[1], origin=names[edge.origin],
                later=cause[0],
            )  # fmt: skip
            yield Flaw("before its cause", sentence, (edge.guid, edge.origin, edge.target))


class _Times:
    """When what a box is about happened: the dates of what it stands for, else the earliest and the
    latest moment of the posts and turns that it rests on. Days in UTC, as ISO texts."""

    def __init__(self, corpus: Corpus) -> None:
        self._blocks = corpus.blocks
        self._place = {guid: row for row, guid in enumerate(corpus.sources.guid)}

    def of(self, node: DrawnNode) -> tuple[str, str] | None:
        if node.about is not None and node.about.when:
            return node.about.when
        days = [day for ground in node.evidence if not ground.lost
                for day in self._days(ground.source, ground.start, ground.end)]  # fmt: skip
        return (min(days), max(days)) if days else None

    def _days(self, source: str, start: int, end: int) -> Iterator[str]:
        if source not in self._place:
            return
        blocks, row = self._blocks, self._place[source]
        rows = slice(int(blocks.first[row]), int(blocks.first[row + 1]))
        times = blocks.time[rows]
        met = (blocks.start[rows] < end) & (blocks.end[rows] > start) & (times >= 0)
        for millis in np.unique(times[met]).tolist():
            yield datetime.fromtimestamp(millis / 1000, UTC).date().isoformat()


def _alone(network: DrawnNetwork, names: Mapping[str, str], _: Corpus) -> Iterator[Flaw]:
    tied = {end for edge in network.edges for end in (edge.origin, edge.target)}
    for node in network.nodes if len(network.nodes) > 1 else ():
        if node.guid not in tied:
            yield Flaw("alone", say("No arrow leads to or from {name}.", name=names[node.guid]),
                       (node.guid,))  # fmt: skip


def _tree(network: DrawnNetwork, names: Mapping[str, str], _: Corpus) -> Iterator[Flaw]:
    answers: dict[str, list[str]] = {node.guid: [] for node in network.nodes}
    for edge in network.edges:
        answers[edge.origin].append(edge.sign)
    for node in network.nodes:
        signs, name = sorted(answers[node.guid]), names[node.guid]
        if signs and not node.test.strip():
            yield Flaw("no question", say("{name} asks nothing of cases yet.", name=name),
                       (node.guid,))  # fmt: skip
        if signs and signs != ["+", "-"]:
            sentence = say("{name} needs one arrow for yes and one for no.", name=name)
            yield Flaw("answers", sentence, (node.guid,))
    led_to = {edge.target for edge in network.edges}
    roots = [node.guid for node in network.nodes if node.guid not in led_to]
    if len(network.nodes) > 1 and len(roots) != 1:
        yield Flaw("beginnings", say("A tree has one beginning, this one has {n}.", n=len(roots)),
                   tuple(roots))  # fmt: skip


_Look = Callable[[DrawnNetwork, Mapping[str, str], Corpus], Iterator[Flaw]]
_NETWORK: tuple[_Look, ...] = (_circles, _bare, _too_early, _alone)
_TREE: tuple[_Look, ...] = (_circles, _alone, _tree)
