"""Coding by rule: whatever words, speakers or queries match, in one step that can be undone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ..analysis.coders import of_coders
from ..analysis.query.evaluate import evaluate
from ..analysis.text import sentence_spans
from ..errors import InvalidInput
from ..model import Block, Code, Coding, Message, Segment, Source, say
from ..model.anchors import check_span
from ..model.identity import name_key
from ..store import Rows, Store
from ..store.apart import read_now
from ..store.lookups import find_code
from ..store.segments import segments_by_span
from .coding import codable
from .study_lookups import Mode, Sought, StudyLookups, passages_with

Span = tuple[str, int, int]

__all__ = ["UNITS", "AutoCoded", "AutoCoding", "Rule"]

UNITS = ("match", "sentence", "block", "source")


@dataclass(frozen=True, slots=True)
class Rule:
    """What is to be coded: exactly one of a phrase, a regular expression, a speaker, a query, or
    chosen stretches (source GUID, start, end).

    A phrase is found ``within`` words too, if asked; ``case_sensitive`` is for phrases and
    expressions; ``kinds`` of sources and ``sources`` (GUIDs) say where, by default everywhere. A
    query looks at the codings of ``coders`` (GUIDs) alone, if given.
    """

    code: str
    text: str | None = None
    regex: str | None = None
    speaker: str | None = None
    query: str | None = None
    unit: str = "match"
    kinds: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    within: bool = False
    case_sensitive: bool = False
    sources: tuple[str, ...] | None = None
    coders: tuple[str, ...] | None = None

    def told(self, code: str) -> Message:
        """The rule in a few words, for the trail."""
        if self.spans:
            return say("Code {n} passages found with “{code}”", n=len(self.spans), code=code)
        what = f"speaker {self.speaker}" if self.speaker else str(self.query)
        if self.text:
            what = f"“{self.text}”"
        if self.regex:
            what = f"/{self.regex}/"
        return say("Code {rule} with “{code}” by rule", rule=what, code=code)


@dataclass(frozen=True, slots=True)
class AutoCoded:
    """What a rule found: stretches (source GUID, start, end); how many codings of them are new
    (``coded``), or would be (``fresh``)."""

    spans: tuple[Span, ...]
    coded: int
    seq: int | None
    fresh: int = 0


class AutoCoding:
    """Rules over the texts of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def apply(self, rule: Rule, *, dry_run: bool = False, user: str | None = None) -> AutoCoded:
        """Code what the rule matches; codings that are there already stay as they are.

        Raises :class:`InvalidInput` (rule, unit, expression, stretch), :class:`NotFound`.
        """
        _check(rule)
        who = user or self._user
        if dry_run:
            with self._store.view() as rows:
                plan = _plan(rows, self._store, rule, who)
            return AutoCoded(plan.spans, 0, None, len(plan.fresh))
        with self._store.write(rule.told(rule.code), self._user) as change:
            plan = _plan(change.rows, self._store, rule, who)
            change.retell(rule.told(plan.code.name))
            change.add_many(_records(plan, who))
            seq = change.seq if plan.fresh else None
        return AutoCoded(plan.spans, len(plan.fresh), seq, len(plan.fresh))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done: all stretches, and those to be coded with their segment, if there is one."""

    code: Code
    spans: tuple[Span, ...]
    fresh: tuple[tuple[Span, str | None], ...]


def _plan(rows: Rows, store: Store, rule: Rule, user: str) -> _Plan:
    code = codable(find_code(rows, rule.code))
    found = _of_kinds(rows, _matches(rows, store, rule), rule.kinds)
    if rule.sources is not None:
        found = [span for span in found if span[0] in rule.sources]
    spans = _widen(rows, found, rule)
    there = segments_by_span(rows, {span[0] for span in spans})
    held = (there[span] for span in spans if span in there)
    coded = {
        coding.segment
        for coding in read_now(rows, rows.among(Coding, "segment", held))
        if (coding.code, coding.user) == (code.guid, user)
    }
    fresh = tuple((span, there.get(span)) for span in spans if there.get(span) not in coded)
    return _Plan(code, tuple(spans), fresh)


def _records(plan: _Plan, user: str) -> list[Segment | Coding]:
    records: list[Segment | Coding] = []
    for (source, start, end), known in plan.fresh:
        segment = known
        if segment is None:
            made = Segment(source=source, start=start, end=end)
            segment = made.guid
            records.append(made)
        records.append(Coding(segment=segment, code=plan.code.guid, user=user, origin="rule"))
    return records


def _check(rule: Rule) -> None:
    given = [v for v in (rule.text, rule.regex, rule.speaker, rule.query, rule.spans) if v]
    if len(given) != 1:
        raise InvalidInput(
            "bad-rule",
            "A rule needs one thing to match.",
            "Give a text, a regex, a speaker, a query or stretches.",
        )
    if rule.unit not in UNITS:
        raise InvalidInput(
            "bad-unit", f"“{rule.unit}” is no unit.", f"Use one of: {', '.join(UNITS)}."
        )


def _matches(rows: Rows, store: Store, rule: Rule) -> list[Span]:
    if rule.spans:
        return _checked(rows, rule.spans)
    if rule.query:
        corpus = of_coders(store.corpus(), rule.coders)
        hits = evaluate(rule.query, corpus, StudyLookups(rows, corpus))
        guids = corpus.sources.guid
        places = zip(hits.source.tolist(), hits.start.tolist(), hits.end.tolist(), strict=True)
        return [(guids[source], start, end) for source, start, end in places]
    if rule.speaker:
        return _spoken(rows, rule.speaker)
    by_text: dict[str, list[str]] = {}
    for guid, text in rows.fields(Source, ("guid", "text")):
        by_text.setdefault(text, []).append(guid)
    mode: Mode = "regex" if rule.regex else "letters" if rule.within else "phrase"
    sought = Sought(
        rule.text or rule.regex or "", mode, case_sensitive=rule.case_sensitive,
        sources=rule.sources,
    )  # fmt: skip
    return [
        (guid, hit.start, hit.end)
        for _, hits in passages_with(rows, sought)
        for hit in hits
        for guid in by_text.get(hit.digest, ())
    ]


def _checked(rows: Rows, spans: tuple[Span, ...]) -> list[Span]:
    sources = {one.guid: one for one in rows.among(Source, "guid", [span[0] for span in spans])}
    for guid, start, end in spans:
        source = sources.get(guid) or rows.get(Source, guid)
        check_span(start, end, source.length)
    return list(spans)


def _spoken(rows: Rows, speaker: str) -> list[Span]:
    wanted = name_key(speaker)
    spoken = [b for b in rows.each(Block) if b.speaker and name_key(b.speaker) == wanted]
    if not spoken:
        raise InvalidInput("no-such-speaker", f"Nobody speaks as “{speaker}”.")
    return [(block.source, block.start, block.end) for block in spoken]


def _of_kinds(rows: Rows, spans: list[Span], kinds: tuple[str, ...]) -> list[Span]:
    """Those of the stretches that lie in sources of these kinds; all of them where none is named."""
    if not kinds:
        return spans
    meant = {source.guid for source in rows.among(Source, "kind", kinds)}
    return [span for span in spans if span[0] in meant]


def _widen(rows: Rows, spans: list[Span], rule: Rule) -> list[Span]:
    """The units the matches lie in, each once."""
    if rule.unit == "match":
        return list(dict.fromkeys(spans))
    wide: dict[Span, None] = {}
    units: dict[str, list[tuple[int, int]]] = {}
    for source, start, end in spans:
        if source not in units:
            units[source] = _units(rows, source, rule.unit)
        wide[source, *_around(units[source], start, end)] = None
    return list(wide)


def _around(units: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """From the first of some units in order that a stretch touches to the last; else itself."""
    low = bisect_right(units, start, key=lambda unit: unit[1])
    high = bisect_left(units, end, key=lambda unit: unit[0])
    return (units[low][0], units[high - 1][1]) if low < high else (start, end)


def _units(rows: Rows, guid: str, unit: str) -> list[tuple[int, int]]:
    source = rows.get(Source, guid)
    if unit == "source":
        return [(0, source.length)]
    if unit == "sentence":
        return sentence_spans(rows.text(source.text))
    blocks = rows.all(Block, source=guid)
    return sorted((block.start, block.end) for block in blocks if block.kind != "page")
