"""The facts of a report: read from one view of a study, so that all its numbers agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..analysis.spans import changes, different
from ..model import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Consent,
    Question,
    Reference,
    Source,
    StudyInfo,
)
from ..model.corpus import Corpus
from ..model.identity import now
from ..report.discretion import Discretion
from ..report.facts import CaseFacts, CodeFacts, DisplayFacts, ReportFacts, SourceFacts
from ..report.record_facts import RecordFacts
from ..store import Rows, Store
from .leaving import Leaving
from .name_index import natural_key
from .report_facts_cited import Citations
from .report_facts_displays import displays_shown
from .report_facts_findings import finding_stories
from .report_facts_history import method_facts, trail_facts
from .report_facts_reading import reading_facts
from .report_facts_record import record_facts

__all__ = ["Gathered", "gather"]

# The parts that tell what is on record of how the study was done.
_OF_RECORD = frozenset({"confidence", "criteria", "coreq", "srqr"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts, and what takes the names out that must not leave with them."""

    facts: ReportFacts
    discretion: Discretion


def gather(
    store: Store,
    parts: frozenset[str],
    *,
    whole: bool = False,
    begun: Callable[[DisplayFacts], DisplayFacts] | None = None,
) -> Gathered:
    """All that the parts of those names tell: what takes long is left out where none asks for it. The
    words of all evidence are wanted ``whole`` by what tells more of it than a report. Each display is told
    as it was ``begun`` to be drawn, where that is not to wait.

    Raises :class:`NotAllowed` for whoever codes in an open round.
    """
    store.sight.apart().refuse()
    with store.view() as rows:
        corpus = store.corpus()
        info = rows.all(StudyInfo)[0]
        leaving = Leaving(rows)
        cited = Citations(rows, corpus, leaving)
        asked = "displays" in parts
        shown = displays_shown(rows, corpus, leaving, cited.of_display) if asked else ()
        facts = ReportFacts(
            info=info,
            questions=tuple(sorted(rows.all(Question), key=lambda q: q.position)),
            sources=_sources(rows, corpus),
            cases=_cases(rows, corpus, frozenset(leaving.privacy.hidden)),
            codes=_codes(rows, corpus),
            method=method_facts(rows, corpus),
            displays=tuple(map(begun, shown)) if begun else shown,
            findings=finding_stories(rows, corpus, cited.of_evidence, leaving, whole=whole),
            trail=trail_facts(rows),
            version=corpus.version,
            made=now(),
            record=record_facts(rows, corpus) if parts & _OF_RECORD else RecordFacts(),
            reading=reading_facts(store, rows, parts),
            works={one.key: one.csl for one in rows.all(Reference)},
            attribute_kinds={a.name: a.type for a in corpus.attributes if a.of == "case"},
        )
        return Gathered(facts, leaving.discretion)


def _sources(rows: Rows, corpus: Corpus) -> tuple[SourceFacts, ...]:
    counts = np.bincount(corpus.codings.source, minlength=len(corpus.sources.guid))
    cases: dict[int, list[str]] = {}
    for case, source in corpus.case_sources.tolist():
        cases.setdefault(source, []).append(corpus.cases.name[case])
    place = {guid: number for number, guid in enumerate(corpus.sources.guid)}
    found = []
    for source in sorted(rows.each(Source), key=lambda one: natural_key(one.name)):
        number = place[source.guid]
        found.append(SourceFacts(source, int(counts[number]), tuple(cases.get(number, ()))))
    return tuple(found)


def _cases(rows: Rows, corpus: Corpus, hidden: frozenset[str]) -> tuple[CaseFacts, ...]:
    names = {a.guid: a.name for a in rows.all(Attribute, of="case")}
    values: dict[str, dict[str, str]] = {}
    for value in rows.each(AttributeValue, owner_kind="case"):
        if value.attribute in hidden:
            continue
        values.setdefault(value.owner, {})[names[value.attribute]] = value.value
    consent: dict[str, list[Consent]] = {}
    for one in rows.each(Consent):
        consent.setdefault(one.case, []).append(one)
    place = {guid: number for number, guid in enumerate(corpus.cases.guid)}
    sources: dict[int, list[str]] = {}
    for case, source in corpus.case_sources.tolist():
        sources.setdefault(case, []).append(corpus.sources.name[source])
    quoted = _coded_segments(corpus)
    return tuple(
        CaseFacts(
            case,
            values.get(case.guid, {}),
            tuple(sorted(sources.get(place[case.guid], ()), key=natural_key)),
            tuple(consent.get(case.guid, ())),
            quoted[place[case.guid]],
        )
        for case in sorted(rows.all(Case), key=lambda one: natural_key(one.name))
    )


def _coded_segments(corpus: Corpus) -> Counter[int]:
    """How many different coded stretches each case has, by its row."""
    codings = corpus.codings
    own = np.flatnonzero(codings.case >= 0)
    columns = [column[own] for column in (codings.end, codings.start, codings.source, codings.case)]
    order = np.lexsort(columns)
    ordered = [column[order] for column in columns]
    return Counter(ordered[-1][changes(*ordered)].tolist())


def _codes(rows: Rows, corpus: Corpus) -> tuple[CodeFacts, ...]:
    tree, codings = corpus.codes, corpus.codings
    by_guid = {code.guid: code for code in rows.each(Code)}
    counts = np.bincount(codings.code, minlength=len(tree.guid))
    sums = np.concatenate(([0], np.cumsum(counts)))
    people = max(len(corpus.users.guid), 1)
    pairs = different(codings.code.astype(np.int64) * people + codings.coder)
    coders = np.bincount(pairs // people, minlength=len(tree.guid))
    return tuple(
        CodeFacts(
            code=by_guid[guid],
            depth=int(tree.depth[row]),
            codings=int(counts[row]),
            below=int(sums[tree.last[row]] - sums[row]),
            coders=int(coders[row]),
        )
        for row, guid in enumerate(tree.guid)
    )
