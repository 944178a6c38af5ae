"""Coding by rule: whatever words, speakers or queries match, in one step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.query.evaluate import evaluate
from ..analysis.text import sentence_spans
from ..errors import InvalidInput
from ..model import Block, Coding, Segment, Source, say
from ..model.identity import name_key
from ..store import Rows, Store
from ..store.lookups import find_code
from ..store.segments import segments_by_span
from .coding import codable
from .study_lookups import StudyLookups, text_hits

__all__ = ["UNITS", "AutoCoded", "AutoCoding", "Rule"]

UNITS = ("match", "sentence", "block", "source")


@dataclass(frozen=True, slots=True)
class Rule:
    """What is to be coded: exactly one of a phrase, a regular expression, a speaker or a query."""

    code: str
    text: str | None = None
    regex: str | None = None
    speaker: str | None = None
    query: str | None = None
    unit: str = "match"
    kinds: tuple[str, ...] = ()

    def told(self) -> str:
        """The rule in a few words, for the trail."""
        if self.text:
            return f"“{self.text}”"
        if self.regex:
            return f"/{self.regex}/"
        return f"speaker {self.speaker}" if self.speaker else str(self.query)


@dataclass(frozen=True, slots=True)
class AutoCoded:
    """What a rule found: stretches (source GUID, start, end), and how many codings were new."""

    spans: tuple[tuple[str, int, int], ...]
    coded: int
    seq: int | None


class AutoCoding:
    """Rules over the texts of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def apply(self, rule: Rule, *, dry_run: bool = False, user: str | None = None) -> AutoCoded:
        """Code what the rule matches; codings that are there already stay as they are.

        Raises :class:`InvalidInput` (rule, unit, expression), :class:`NotFound`.
        """
        _check(rule)
        verb = say("Code {rule} with “{code}” by rule", rule=rule.told(), code=rule.code)
        with self._store.write(verb, self._user) as change:
            code = codable(find_code(change.rows, rule.code))
            found = _of_kinds(change.rows, _matches(change.rows, self._store, rule), rule.kinds)
            spans = _widen(change.rows, found, rule)
            if dry_run:
                return AutoCoded(tuple(spans), 0, None)
            there = segments_by_span(change.rows, {span[0] for span in spans})
            coded: set[str] = set()
            for coding in change.rows.all(Coding, code=code.guid, user=user or self._user):
                coded.add(coding.segment)
            records: list[Segment | Coding] = []
            new = 0
            for span in spans:
                if span not in there:
                    segment = Segment(source=span[0], start=span[1], end=span[2])
                    there[span] = segment.guid
                    records.append(segment)
                if there[span] in coded:
                    continue
                new += 1
                records.append(
                    Coding(
                        segment=there[span], code=code.guid, user=user or self._user, origin="rule"
                    )
                )
            change.add_many(records)
            return AutoCoded(tuple(spans), new, change.seq if records else None)


def _check(rule: Rule) -> None:
    given = [v for v in (rule.text, rule.regex, rule.speaker, rule.query) if v]
    if len(given) != 1:
        raise InvalidInput(
            "bad-rule",
            "A rule needs one thing to match.",
            "Give a text, a regex, a speaker or a query.",
        )
    if rule.unit not in UNITS:
        raise InvalidInput(
            "bad-unit", f"“{rule.unit}” is no unit.", f"Use one of: {', '.join(UNITS)}."
        )


def _matches(rows: Rows, store: Store, rule: Rule) -> list[tuple[str, int, int]]:
    if rule.query:
        corpus = store.corpus()
        hits = evaluate(rule.query, corpus, StudyLookups(rows, corpus))
        guids = corpus.sources.guid
        places = zip(hits.source.tolist(), hits.start.tolist(), hits.end.tolist(), strict=True)
        return [(guids[source], start, end) for source, start, end in places]
    if rule.speaker:
        wanted = name_key(rule.speaker)
        spoken = [b for b in rows.each(Block) if b.speaker and name_key(b.speaker) == wanted]
        if not spoken:
            raise InvalidInput("no-such-speaker", f"Nobody speaks as “{rule.speaker}”.")
        return [(block.source, block.start, block.end) for block in spoken]
    by_text: dict[str, list[str]] = {}
    for source in rows.each(Source):
        by_text.setdefault(source.text, []).append(source.guid)
    found = text_hits(rows, rule.text or rule.regex or "", "regex" if rule.regex else "phrase")
    return [(guid, hit.start, hit.end) for hit in found for guid in by_text.get(hit.digest, ())]


def _of_kinds(
    rows: Rows, spans: list[tuple[str, int, int]], kinds: tuple[str, ...]
) -> list[tuple[str, int, int]]:
    """Those of the stretches that lie in sources of these kinds; all of them where none is named."""
    if not kinds:
        return spans
    meant = {source.guid for source in rows.among(Source, "kind", kinds)}
    return [span for span in spans if span[0] in meant]


def _widen(rows: Rows, spans: list[tuple[str, int, int]], rule: Rule) -> list[tuple[str, int, int]]:
    """The units the matches lie in, each once."""
    if rule.unit == "match":
        return list(dict.fromkeys(spans))
    wide: dict[tuple[str, int, int], None] = {}
    units: dict[str, list[tuple[int, int]]] = {}
    for source, start, end in spans:
        if source not in units:
            units[source] = _units(rows, source, rule.unit)
        inside = [(a, b) for a, b in units[source] if a < end and start < b]
        first, last = (inside[0][0], inside[-1][1]) if inside else (start, end)
        wide[source, first, last] = None
    return list(wide)


def _units(rows: Rows, guid: str, unit: str) -> list[tuple[int, int]]:
    source = rows.get(Source, guid)
    if unit == "source":
        return [(0, source.length)]
    if unit == "sentence":
        return sentence_spans(rows.text(source.text))
    return [(b.start, b.end) for b in rows.all(Block, source=guid) if b.kind != "page"]
