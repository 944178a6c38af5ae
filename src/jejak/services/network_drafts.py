"""What a network could begin with: codes that meet, cases who speak of one another, events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from ..analysis.overlap import overlapping_pairs
from ..analysis.query.hits import Hits
from ..analysis.query.ownership import cases_of
from ..analysis.spans import Spans
from ..displays import DisplayKind
from ..displays.settings import resolved
from ..i18n import translate
from ..model import Display, Relation, Speaker, say
from ..model.corpus import Corpus
from ..model.drawn import DrawnNetwork
from ..model.identity import name_key
from ..store import Rows
from .network_sketch import NewArrow, NewBox
from .study_lookups import StudyLookups

__all__ = ["SHOWN", "Draft", "drafted", "meetings"]

# As many boxes as one can look through; a code pair that meets less often says little.
_CODES, _CASES, _LEAST = 14, 60, 2
# So many passages show what an arrow means; a name of fewer letters is found everywhere.
SHOWN, _SHORTEST = 5, 3
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """Boxes and arrows that are not drawn yet; ``counts`` say by key (of an arrow: ``origin→target``)
    how many codings, passages or relations stand behind each."""

    boxes: tuple[NewBox, ...] = ()
    arrows: tuple[NewArrow, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    def chosen(self, keys: set[str]) -> Draft:
        """Those whose keys are among these; the boxes at both ends of a chosen arrow come along."""
        arrows = tuple(one for one in self.arrows if f"{one.origin}→{one.target}" in keys)
        ends = {end for arrow in arrows for end in (arrow.origin, arrow.target)}
        boxes = tuple(box for box in self.boxes if box.key in keys | ends)
        return Draft(boxes, arrows, self.counts)


def drafted(
    rows: Rows,
    corpus: Corpus,
    display: Display,
    network: DrawnNetwork,
    kind: DisplayKind,
    language: str,
) -> Draft:
    """What could be drawn in a display and is not there yet; nothing for kinds that begin empty."""
    make = _MAKERS.get(kind.drafts)
    if make is None:
        return Draft()
    whole = make(_Study(rows, corpus, display, kind, language))
    return _without(whole, network)


@dataclass(frozen=True, slots=True)
class _Study:
    rows: Rows
    corpus: Corpus
    display: Display
    kind: DisplayKind
    language: str


def _without(draft: Draft, network: DrawnNetwork) -> Draft:
    """What of a draft is not drawn: boxes by what they stand for or are called, arrows by their ends."""
    stands = {node.about.guid: node.guid for node in network.nodes if node.about}
    called = {name_key(node.label): node.guid for node in network.nodes}
    there = {}
    for box in draft.boxes:
        same = stands.get(box.about[1]) if box.about else None
        same = same or called.get(name_key(box.label))
        if same is not None:
            there[box.key] = same
    drawn = {(edge.origin, edge.target) for edge in network.edges}
    arrows = [
        arrow
        for arrow in draft.arrows
        if (there.get(arrow.origin), there.get(arrow.target)) not in drawn
    ]
    ends = {end for arrow in arrows for end in (arrow.origin, arrow.target)}
    # A box that is there is kept only as the end of an arrow that is not.
    boxes = [box for box in draft.boxes if box.key not in there or box.key in ends]
    counts = {key: count for key, count in draft.counts.items() if key not in there}
    return Draft(tuple(boxes), tuple(arrows), counts)


# --- codes that meet ---


def _codes(study: _Study) -> Draft:
    """The codes used most (in the case that the network is of), and an arrow between two that overlap,
    from the one that begins first more often."""
    codings, codes = study.corpus.codings, study.corpus.codes
    case = resolved(study.kind, study.display.settings, study.corpus).get("case")
    kept = np.flatnonzero(codings.case == case) if case is not None else np.arange(len(codings))
    used = Counter(codings.code[kept].tolist())
    top = sorted(used, key=lambda code: (-used[code], code))[:_CODES]
    boxes = tuple(
        NewBox(codes.guid[code], codes.name[code], about=("code", codes.guid[code])) for code in top
    )
    counts = {codes.guid[code]: used[code] for code in top}
    kept = kept[np.isin(codings.code[kept], top)]
    arrows = []
    for (first, second), places in sorted(_meetings(study.corpus, kept).items()):
        if len(places) >= _LEAST:
            origin, target = codes.guid[first], codes.guid[second]
            counts[f"{origin}→{target}"] = len(places)
            arrows.append(NewArrow(origin, target, evidence=tuple(places[:SHOWN])))
    return Draft(boxes, tuple(arrows), counts)


def _meetings(corpus: Corpus, rows: np.ndarray) -> dict[tuple[int, int], list[Place]]:
    """Where codings of two codes overlap: the longer of the two stretches, by the pair of codes."""
    codings = corpus.codings
    spans = Spans(codings.source[rows], codings.start[rows], codings.end[rows])
    both: dict[tuple[int, int], dict[Place, None]] = defaultdict(dict)
    leading: Counter[tuple[int, int]] = Counter()
    for one, other in zip(*(column.tolist() for column in overlapping_pairs(spans)), strict=True):
        first, second = int(rows[one]), int(rows[other])
        codes = int(codings.code[first]), int(codings.code[second])
        if codes[0] == codes[1]:
            continue
        longer = max(first, second, key=lambda row: int(codings.end[row] - codings.start[row]))
        guid = corpus.sources.guid[int(codings.source[longer])]
        place = guid, int(codings.start[longer]), int(codings.end[longer])
        both[min(codes), max(codes)][place] = None
        leading[codes] += 1
    found = {}
    for (low, high), places in both.items():
        forward = leading[low, high] >= leading[high, low]
        found[(low, high) if forward else (high, low)] = list(places)
    return found


def meetings(corpus: Corpus, first: int, second: int) -> list[Place]:
    """Where codings of two codes (rows) overlap: the longer of the two stretches, in the order of the
    texts."""
    kept = np.flatnonzero(np.isin(corpus.codings.code, [first, second]))
    return next(iter(_meetings(corpus, kept).values()), [])


# --- cases and who speaks of whom ---


def _cases(study: _Study) -> Draft:
    """The cases, the relations between them, and who speaks of whom by name."""
    cases = study.corpus.cases
    weight = Counter(study.corpus.codings.case.tolist())
    order = sorted(range(len(cases.guid)), key=lambda row: (-weight[row], row))[:_CASES]
    boxes = tuple(
        NewBox(cases.guid[row], cases.name[row], about=("case", cases.guid[row])) for row in order
    )
    counts = {cases.guid[row]: weight[row] for row in order}
    shown = {box.key for box in boxes}
    arrows: dict[tuple[str, str], NewArrow] = {}
    for tie in study.rows.all(Relation, origin_kind="case", target_kind="case"):
        if tie.origin in shown and tie.target in shown and tie.origin != tie.target:
            arrows[tie.origin, tie.target] = NewArrow(
                tie.origin, tie.target, label=tie.type, note=tie.memo
            )
            counts[f"{tie.origin}→{tie.target}"] = 1
    label = translate(say("speaks of"), study.language)
    for ends, places in _mentions(study, order).items():
        counts.setdefault(f"{ends[0]}→{ends[1]}", len(places))
        arrows.setdefault(ends, NewArrow(*ends, label=label, evidence=tuple(places[:SHOWN])))
    return Draft(boxes, tuple(arrows[ends] for ends in sorted(arrows)), counts)


def _mentions(study: _Study, order: list[int]) -> dict[tuple[str, str], list[Place]]:
    """Where one case calls another by name, by the pair of them (GUIDs)."""
    corpus, lookups = study.corpus, StudyLookups(study.rows, study.corpus)
    found: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for guid, names in _names(study, order):
        for name in names:
            hits = Hits.of_spans(lookups.text(name, "phrase"))
            for row, case in enumerate(cases_of(hits, corpus).tolist()):
                if case >= 0 and case in order and corpus.cases.guid[case] != guid:
                    place = _turn(corpus, hits, row)
                    places = found[corpus.cases.guid[case], guid]
                    if place not in places:
                        places.append(place)
    return dict(found)


def _names(study: _Study, order: list[int]) -> Iterator[tuple[str, list[str]]]:
    """What each case is called, its speakers' names too, without what is too short to look for."""
    speakers: dict[str, list[str]] = defaultdict(list)
    for speaker in study.rows.all(Speaker):
        speakers[speaker.case].append(speaker.name)
    cases = study.corpus.cases
    for row in order:
        guid = cases.guid[row]
        names = {name_key(name): name for name in (cases.name[row], *speakers[guid])}
        yield guid, [name for name in names.values() if len(name.strip()) >= _SHORTEST]


def _turn(corpus: Corpus, hits: Hits, hit: int) -> Place:
    """The turn, post or paragraph around a hit; the hit itself where there is none."""
    source, at = int(hits.source[hit]), int(hits.start[hit])
    blocks = corpus.blocks
    low, high = int(blocks.first[source]), int(blocks.first[source + 1])
    row = low + int(blocks.start[low:high].searchsorted(at, side="right")) - 1
    if row < low or blocks.end[row] <= at:
        return corpus.sources.guid[source], at, int(hits.end[hit])
    return corpus.sources.guid[source], int(blocks.start[row]), int(blocks.end[row])


# --- events and states ---


def _events(study: _Study) -> Draft:
    """Events (of the case that the network is of) and the states they lead to."""
    corpus, events = study.corpus, study.corpus.events
    case = resolved(study.kind, study.display.settings, corpus).get("case")
    acting = {event for event, actor in events.actors.tolist() if actor == case}
    rows = [row for row in range(len(events)) if case is None or row in acting]
    shows: dict[int, list[Place]] = defaultdict(list)
    shown = events.evidence
    for owner, source, start, end in zip(
        *(c.tolist() for c in (shown.owner, shown.source, shown.start, shown.end)), strict=True
    ):
        shows[owner].append((corpus.sources.guid[source], start, end))
    boxes = {
        ("event", row): NewBox(
            events.guid[row], events.name[row], "event", about=("event", events.guid[row]),
            evidence=tuple(shows[row]),
        )
        for row in rows
    }  # fmt: skip
    led = {end for lead in events.leads for end in (lead.origin, lead.target)
           if lead.origin in boxes or lead.target in boxes}  # fmt: skip
    for what, row in sorted(led):
        if what == "state":
            guid, name = events.states.guid[row], events.states.name[row]
            boxes[what, row] = NewBox(guid, name, "state", about=("state", guid))
    arrows = tuple(
        NewArrow(boxes[lead.origin].key, boxes[lead.target].key, note=lead.why)
        for lead in events.leads
        if lead.origin in boxes and lead.target in boxes
    )
    counts = {box.key: len(box.evidence) for box in boxes.values()}
    return Draft(tuple(boxes.values()), arrows, counts)


_MAKERS: Mapping[str, Callable[[_Study], Draft]] = {
    "codes": _codes, "cases": _cases, "events": _events,
}  # fmt: skip
