"""What a study names by a query: its pattern codes, research questions, findings, sets and events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from ..displays.display import NamedQuery
from ..displays.queries import CodeQueries
from ..model import Code, Finding, Link, Question, Relation, Set
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.pattern import PATTERN, pattern_members
from ..model.query import EventIs, FindingIs, InSet, Or, Query
from ..store import Rows
from .name_index import natural_key

__all__ = ["named_queries"]


def named_queries(rows: Rows, corpus: Corpus, of: str) -> Sequence[NamedQuery]:
    """All that are named *pattern*, *question*, *finding*, *set* or *event*, each with its query; without one
    where nothing is tied to it yet."""
    return _FAMILIES[of](rows, corpus)


def _patterns(rows: Rows, corpus: Corpus) -> Sequence[NamedQuery]:
    """Pattern codes: all below them, and the codes that relations say are part of them."""
    members = pattern_members(rows.all(Relation, origin_kind="code", target_kind="code"))
    kinds = {code.guid: code for code in rows.all(Code)}
    at = {guid: row for row, guid in enumerate(corpus.codes.guid)}
    queries = CodeQueries(corpus)
    return [
        NamedQuery(
            guid,
            corpus.codes.name[row],
            _any(
                queries.code(at[code], below=True)
                for code in dict.fromkeys((guid, *members.get(guid, ())))
                if code in at
            ),
            corpus.codes.colour[row],
        )
        for row, guid in enumerate(corpus.codes.guid)
        if guid in kinds and kinds[guid].kind == PATTERN
    ]


def _questions(rows: Rows, corpus: Corpus) -> Sequence[NamedQuery]:
    """Research questions: the codes that their findings are about, and the findings' evidence."""
    at = {guid: row for row, guid in enumerate(corpus.codes.guid)}
    queries = CodeQueries(corpus)
    about: defaultdict[str, list[str]] = defaultdict(list)
    for link in rows.all(Link, role="concerns", target_kind="code"):
        about[link.owner].append(link.target)
    findings: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for finding in rows.all(Finding):
        findings[finding.question].append(finding)
    found = []
    for question in sorted(rows.all(Question), key=lambda one: one.position):
        own = findings[question.guid]
        codes = dict.fromkeys(code for one in own for code in about[one.guid] if code in at)
        terms: list[Query] = [queries.code(at[code], below=True) for code in codes]
        terms += [FindingIs(one.label) for one in own]
        found.append(NamedQuery(question.guid, question.text, _any(terms)))
    return found


def _findings(rows: Rows, _: Corpus) -> Sequence[NamedQuery]:
    findings = sorted(rows.all(Finding), key=lambda one: natural_key(one.label))
    return [NamedQuery(one.guid, one.label, FindingIs(one.label)) for one in findings]


def _sets(rows: Rows, _: Corpus) -> Sequence[NamedQuery]:
    sets = sorted(rows.all(Set), key=lambda one: natural_key(one.name))
    return [NamedQuery(one.guid, one.name, InSet(one.name)) for one in sets]


def _events(_: Rows, corpus: Corpus) -> Sequence[NamedQuery]:
    """Events in the order of their dates: the passages that show them."""
    if corpus.happenings is None:
        return []
    events = corpus.events
    many, shown = Counter(map(name_key, events.name)), set(events.evidence.owner.tolist())
    return [
        NamedQuery(
            guid,
            name,
            EventIs(name if many[name_key(name)] == 1 else guid) if row in shown else None,
        )
        for row, (guid, name) in enumerate(zip(events.guid, events.name, strict=True))
    ]


def _any(queries: Iterable[Query]) -> Query | None:
    terms = tuple(queries)
    return (terms[0] if len(terms) == 1 else Or(terms)) if terms else None


_FAMILIES: dict[str, Callable[[Rows, Corpus], Sequence[NamedQuery]]] = {
    "pattern": _patterns,
    "question": _questions,
    "finding": _findings,
    "set": _sets,
    "event": _events,
}
