"""What could be evidence of a finding and was not weighed yet: found in four ways, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

import numpy as np

from ..analysis.overlap import touching
from ..analysis.query.evaluate import evaluate
from ..analysis.query.hits import Hits, Segments
from ..analysis.query.ownership import cases_of
from ..analysis.spans import Bools, Ints, Spans
from ..analysis.whose import cases_by_place
from ..analysis.words.alike import Alike, alike, forms_near, words_in
from ..analysis.words.columns import words_of
from ..analysis.words.forms import Forms, forms_of, keys_in, stemmer, stop_words
from ..analysis.words.vocabulary import Vocabulary
from ..errors import InvalidInput, MissingExtra
from ..model import Case, Evidence, Feedback, Finding, Message, Segment, say
from ..model.corpus import Corpus
from .finding_facts import FactsReader
from .finding_records import FindingRecords
from .segment_cards import FoundSegment, SegmentCards
from .study_lookups import StudyLookups

__all__ = ["WAYS", "Candidate", "CandidateFinder", "Candidates", "Objection"]

WAYS = ("codes", "query", "polarity", "alike")
# What is less alike than this has hardly more than a common word with the evidence; so many are
# ranked at most. Both are Jejak's own.
LEAST, MOST = 0.1, 500
_SHARED = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that nobody weighed, why it is offered, and how alike it is to the evidence (0 to 1)
    where that is the reason."""

    segment: FoundSegment
    why: tuple[Message, ...]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Objection:
    """What somebody answered who does not agree with the finding, as long as it is not on record what
    was done about it."""

    record: Feedback
    who: str


@dataclass(frozen=True, slots=True)
class Candidates:
    """A page of them, and how many there are in all; ``objections`` are candidates against it that are
    no words of the material."""

    total: int
    page: tuple[Candidate, ...]
    objections: tuple[Objection, ...] = ()


class CandidateFinder:
    """Looks for what could be evidence of one finding, in one view of a study."""

    def __init__(self, records: FindingRecords, corpus: Corpus, finding: Finding) -> None:
        self._records = records
        self._corpus = corpus
        self._finding = finding
        self._reader = FactsReader(records, corpus)
        self._cards = SegmentCards(records.rows, corpus)

    def page(self, way: str, query: str, offset: int, limit: int, context: int) -> Candidates:
        """One page of what is found in a way. Raises :class:`InvalidInput` for a way that is none, or
        a query that cannot be read, :class:`NotFound` for a name it asks for that is not there."""
        found = self._found(way, query, offset, limit, context)
        return replace(found, objections=self._objections())

    def _found(self, way: str, query: str, offset: int, limit: int, context: int) -> Candidates:
        if way == "codes":
            found = self._reader.unweighed(self._finding)
            return self._told(found, offset, limit, context, self._coded)
        if way == "query":
            why = say("“{query}” finds it.", query=query.strip())
            return self._told(self._asked(query), offset, limit, context, lambda _: why)
        if way == "polarity":
            return self._other_side(offset, limit, context)
        if way == "alike":
            return self._alike(offset, limit, context)
        raise InvalidInput(
            "unknown-way", f"Nothing is looked for in the way “{way}”.",
            f"Use one of: {', '.join(WAYS)}.",
        )  # fmt: skip

    def _told(
        self,
        found: Segments,
        offset: int,
        limit: int,
        context: int,
        why: Callable[[FoundSegment], Message],
    ) -> Candidates:
        page = self._cards.page(found.page(offset, limit), context)
        return Candidates(len(found), tuple(Candidate(one, (why(one),)) for one in page))

    def _objections(self) -> tuple[Objection, ...]:
        """Who does not agree, the first to answer first."""
        given = self._records.on_record[Feedback.KIND].get(self._finding.guid, ())
        open_ = [one for one in given if isinstance(one, Feedback) and one.unsettled]
        open_.sort(key=lambda one: (one.date, one.created))
        cases = self._records.rows.among(Case, "guid", [one.case for one in open_ if one.case])
        names = {case.guid: case.name for case in cases}
        return tuple(Objection(one, names.get(one.case or "", one.who)) for one in open_)

    def _coded(self, segment: FoundSegment) -> Message:
        codes, under = self._corpus.codes, self._reader.under(self._finding)
        about = {codes.guid[row]: codes.name[row] for row in np.flatnonzero(under).tolist()}
        named = [about[guid] for guid in segment.codes if guid in about]
        return say("It is coded with {codes}.", codes=named)

    # --- what a query finds ---

    def _asked(self, query: str) -> Segments:
        if not query.strip():
            raise InvalidInput("no-query", "Say what is looked for: the query is empty.")
        hits = evaluate(query, self._corpus, StudyLookups(self._records.rows, self._corpus))
        return hits.keep(self._open(hits)).segments()

    def _open(self, hits: Hits) -> Bools:
        """Which stretches share no word with any evidence, and are not of a case out of the scope."""
        scope, problem = self._reader.scope(self._finding)
        within = np.ones(len(hits), np.bool_)
        if not problem:
            within = np.append(scope, True)[cases_of(hits, self._corpus)]
        free: Bools = within & ~touching(hits, self._evidence())
        return free

    def _evidence(self, stance: str | None = None, finding: str | None = None) -> Spans:
        """Where the evidence stands, of one stance or any."""
        records = self._records
        pieces = records.evidence.get(self._finding.guid, [])
        if finding is not None:
            given = records.rows.all(Evidence, finding=finding)
            pieces = [one for one in given if records.only is None or one.user in records.only]
        wanted = [one.target for one in pieces if stance is None or one.stance == stance]
        rows = {guid: row for row, guid in enumerate(self._corpus.sources.guid)}
        places = [
            (rows[one.source], one.start, one.end)
            for one in self._records.rows.among(Segment, "guid", wanted)
            if one.lost is None and one.anchor in {"text", "page", "cell"}
        ]
        source, start, end = np.array(places, np.int64).reshape(-1, 3).T
        return Spans(source, start, end)

    # --- what stands on the other side ---

    def _other_side(self, offset: int, limit: int, context: int) -> Candidates:
        """Under its codes: words of those who speak of it and do not support it, and codings whose
        weight is on the other side of the middle than that of its supports. Under any: what supports
        a rival of it."""
        found = self._reader.unweighed(self._finding)
        silent, turned = self._silent(found), self._turned(found)
        rivals = self._rivals()
        keep = np.flatnonzero(silent | turned)
        reasons: dict[tuple[int, int, int], list[Message]] = {}
        for row in keep.tolist():
            place = int(found.source[row]), int(found.start[row]), int(found.end[row])
            reasons[place] = [
                *([self._says_otherwise(found, row)] if silent[row] else []),
                *([say("It is coded on the other side of the middle than its supports.")]
                  if turned[row] else []),
            ]  # fmt: skip
        for label, spans in rivals.items():
            for place in zip(spans.source, spans.start, spans.end, strict=True):
                key = (int(place[0]), int(place[1]), int(place[2]))
                reasons.setdefault(key, []).append(
                    say("It supports the rival {label}.", label=label)
                )
        ordered = sorted(reasons, key=lambda place: (-len(reasons[place]), place))
        page = ordered[max(offset, 0) : max(offset, 0) + max(limit, 0)]
        told = tuple(
            Candidate(self._cards.segment(*place, context), tuple(reasons[place])) for place in page
        )
        return Candidates(len(reasons), told)

    def _silent(self, found: Segments) -> Bools:
        """Which are of cases that support it nowhere (E∖P+)."""
        spans = self._evidence("supports")
        voices = cases_by_place(spans, self._corpus)
        case = self._case(found)
        silent: Bools = (case >= 0) & ~np.isin(case, voices)
        return silent

    def _case(self, found: Segments) -> Ints:
        case = self._corpus.codings.case[found.coding[found.first[:-1]]]
        return case.astype(np.int64)

    def _says_otherwise(self, found: Segments, row: int) -> Message:
        case = int(self._case(found)[row])
        return say(
            "{name} speaks of it and does not support it.", name=self._corpus.cases.name[case]
        )

    def _turned(self, found: Segments) -> Bools:
        """Which are coded with a weight on the other side of 50 than most of its supports."""
        topic = self._reader.topic(self._finding)
        weight = self._corpus.codings.weight
        given = weight[topic.coding[touching(topic, self._evidence("supports"))]]
        above, below = int((given > 50).sum()), int((given < 50).sum())
        if above == below or not len(found):
            return np.zeros(len(found), np.bool_)
        own = weight[found.coding]
        turned: Bools = np.logical_or.reduceat(
            own < 50 if above > below else own > 50, found.first[:-1]
        )
        return turned

    def _rivals(self) -> dict[str, Spans]:
        """What supports each rival and is no evidence of this finding."""
        own, found = self._evidence(), {}
        for rival in self._records.rivals.get(self._finding.guid, ()):
            spans = self._evidence("supports", rival.finding.guid)
            free = ~touching(spans, own)
            found[rival.finding.label] = Spans(
                spans.source[free], spans.start[free], spans.end[free]
            )
        return found

    # --- what speaks of the same ---

    def _alike(self, offset: int, limit: int, context: int) -> Candidates:
        """Turns, paragraphs and posts that share words with what supports it, or contradicts or
        qualifies it, the most alike first."""
        like = self._evidence()
        units = self._units()
        if not len(like) or not len(units):
            return Candidates(0, ())
        words = words_of(self._corpus.texts)
        forms = _forms(words.vocabulary, words_in(words, like))
        found = alike(words, forms, units, like)
        free = np.flatnonzero(self._open(_bare(units)) & (found.score >= LEAST))
        order = free[np.argsort(-found.score[free], kind="stable")][:MOST]
        page = order[max(offset, 0) : max(offset, 0) + max(limit, 0)]
        told = tuple(self._one_alike(units, found, forms, int(row), context) for row in page)
        return Candidates(len(order), told)

    def _one_alike(
        self, units: Spans, found: Alike, forms: Forms, row: int, context: int
    ) -> Candidate:
        place = int(units.source[row]), int(units.start[row]), int(units.end[row])
        segment = self._cards.segment(*place, context)
        here = set(keys_in(segment.text))
        shared = [
            next((word for word in forms.keys[term] if word in here), forms.labels[term])
            for term in found.words(row, _SHARED)
        ]
        why = say("It shares with the evidence: {words}.", words=shared)
        return Candidate(segment, (why,), round(float(found.score[row]), 3))

    def _units(self) -> Spans:
        """Turns, paragraphs and posts; not those of whoever asks, where the others are known."""
        blocks = self._corpus.blocks
        known = np.zeros(len(self._corpus.sources.guid), np.bool_)
        known[blocks.source[blocks.case >= 0]] = True
        asks = known[blocks.source] & (blocks.case < 0) & (blocks.speaker >= 0)
        keep = ~asks & (blocks.end > blocks.start)
        return Spans(blocks.source[keep], blocks.start[keep], blocks.end[keep])


def _bare(spans: Spans) -> Hits:
    none = np.full(len(spans), -1, np.int64)
    return Hits(spans.source, spans.start, spans.end, none)


def _forms(vocabulary: Vocabulary, asked: Collection[str]) -> Forms:
    """Words as they are compared: by stems where something makes them, else without clitics."""
    try:
        stem = stemmer("Looking for what speaks of the same")
    except MissingExtra:
        return forms_of(vocabulary, "without clitics", stop_words("id and en"))
    return forms_near(vocabulary, asked, stem, stop_words("id and en"))
