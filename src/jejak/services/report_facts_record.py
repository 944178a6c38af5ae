"""What is on record of how a study was done, as a report's checklists ask for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import numpy as np

from ..analysis.spans import different
from ..model import (
    Appraisal,
    Assignment,
    Contest,
    Event,
    Feedback,
    Item,
    Link,
    Memo,
    Quality,
    Question,
    Remark,
    Round,
    Search,
    Source,
    User,
)
from ..model.coding import NOT_BY_HAND, ORIGINS
from ..model.corpus import Corpus
from ..report.record_facts import (
    AnswerFacts,
    AppraisalFacts,
    FeedbackFacts,
    MemoFacts,
    RecordFacts,
    SheetFacts,
)
from ..store import Rows, history
from .form_templates import forms
from .form_text import asked_of, is_filled, read_form

__all__ = ["record_facts"]

_MINUTE = 60_000
# How a change is called that corrects the text of a source.
_CORRECTION = "Correct the text of “{name}”"
_COMPANY = "in company"


def record_facts(rows: Rows, corpus: Corpus) -> RecordFacts:
    """All of it, from one view of a study."""
    people = {user.guid: user.name for user in rows.all(User)}
    entries = history.entries(rows.conn)
    return RecordFacts(
        memos=_memos(rows, people),
        sheets=_sheets(rows, corpus),
        feedback=tuple(
            FeedbackFacts(one.finding, one.case or "", one.answer, bool(one.action.strip()))
            for one in rows.all(Feedback)
        ),
        answers=_answers(rows, people),
        spans=_spans(corpus),
        twice=_twice(rows, corpus),
        again=_again(rows),
        firsts=_firsts(corpus),
        originals=rows.count(Source) - rows.count(Source, original=None),
        corrected=sum(one.verb.text == _CORRECTION and not one.undone for one in entries),
        company=sum(_COMPANY in one.circumstances for one in rows.each(Quality)),
        searches=Counter(one.finding for one in rows.each(Search)),
        contests=Counter(one.finding for one in rows.each(Contest)),
        appraisals=_appraisals(rows, people),
        remarks=rows.count(Remark),
        events=rows.count(Event),
    )


def _memos(rows: Rows, people: Mapping[str, str]) -> tuple[MemoFacts, ...]:
    about: defaultdict[str, set[str]] = defaultdict(set)
    for link in rows.each(Link, role="memo"):
        about[link.owner].add(link.target_kind)
    found = sorted(rows.all(Memo), key=lambda one: (one.created, one.guid))
    return tuple(
        MemoFacts(one.guid, one.title, one.kind, people[one.user], frozenset(about[one.guid]))
        for one in found
    )


def _sheets(rows: Rows, corpus: Corpus) -> tuple[SheetFacts, ...]:
    """The filled forms, in the order they were begun."""
    names = dict(zip(corpus.sources.guid, corpus.sources.name, strict=True))
    names |= dict(zip(corpus.cases.guid, corpus.cases.name, strict=True))
    owners = {link.owner: link.target for link in rows.each(Link, role="memo")}
    questions = sorted(rows.all(Question), key=lambda one: one.position)
    asked = {one.name: asked_of(one, [(q.guid, q.text) for q in questions]) for one in forms()}
    found = []
    for memo in sorted(rows.all(Memo, kind="summary"), key=lambda one: (one.created, one.guid)):
        form = next((one for one in forms() if is_filled(one, memo.body)), None)
        owner = owners.get(memo.guid, "")
        if form is None or owner not in names:
            continue
        values, _ = read_form(asked[form.name], memo.body.lstrip("\n").partition("\n")[2])
        found.append(SheetFacts(form.name, owner, names[owner], memo.guid, values))
    return tuple(found)


def _answers(rows: Rows, people: Mapping[str, str]) -> tuple[AnswerFacts, ...]:
    return tuple(
        AnswerFacts(
            one.guid, one.checklist, one.item, one.state, one.text, one.place, people[one.user],
            one.user, one.created,
        )
        for one in rows.all(Item)
    )  # fmt: skip


def _appraisals(rows: Rows, people: Mapping[str, str]) -> dict[str, tuple[AppraisalFacts, ...]]:
    found: defaultdict[str, list[AppraisalFacts]] = defaultdict(list)
    for one in sorted(rows.all(Appraisal), key=lambda one: (one.created, one.guid)):
        told = AppraisalFacts(one.component, one.concern, one.why, people[one.user], one.created)
        found[one.finding].append(told)
    return {finding: tuple(many) for finding, many in found.items()}


def _spans(corpus: Corpus) -> dict[str, int]:
    """Minutes from the first to the last dated turn, of each source that has two."""
    blocks = corpus.blocks
    dated = np.flatnonzero(blocks.time >= 0)
    found = {}
    for source in np.unique(blocks.source[dated]).tolist():
        times = blocks.time[dated][blocks.source[dated] == source]
        if len(times) > 1:
            found[corpus.sources.guid[source]] = round(int(times.max() - times.min()) / _MINUTE)
    return found


def _hands(rows: Rows, corpus: Corpus) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which codings people made with their own hands."""
    machines = [corpus.users.guid.index(one.guid) for one in rows.all(User) if one.machine]
    not_own = [ORIGINS.index(name) for name in NOT_BY_HAND]
    codings = corpus.codings
    return ~np.isin(codings.coder, machines) & ~np.isin(codings.origin, not_own)


def _twice(rows: Rows, corpus: Corpus) -> frozenset[str]:
    own = _hands(rows, corpus)
    codings, people = corpus.codings, max(len(corpus.users.guid), 1)
    pairs = different(codings.source[own].astype(np.int64) * people + codings.coder[own])
    coders = np.bincount(pairs // people)
    return frozenset(corpus.sources.guid[source] for source in np.flatnonzero(coders > 1).tolist())


def _again(rows: Rows) -> frozenset[str]:
    closed = [one for one in rows.all(Round, again=True) if one.closed is not None]
    given = [each for one in closed for each in rows.all(Assignment, round=one.guid)]
    return frozenset(each.source for each in given if each.read is not None)


def _firsts(corpus: Corpus) -> tuple[tuple[str, int], ...]:
    """Coded sources in the order of their dates (then names), each with how many codes came up first
    in it."""
    dates, names = corpus.sources.facets["collected"], corpus.sources.name
    used: dict[int, set[int]] = {}
    codings, codes = corpus.codings, max(len(corpus.codes.guid), 1)
    pairs = different(codings.source.astype(np.int64) * codes + codings.code)
    for source, code in zip((pairs // codes).tolist(), (pairs % codes).tolist(), strict=True):
        used.setdefault(source, set()).add(code)
    seen: set[int] = set()
    found = []
    for source in sorted(used, key=lambda one: (dates[one] or "", names[one])):
        if dates[source]:
            found.append((corpus.sources.guid[source], len(used[source] - seen)))
            seen |= used[source]
    return tuple(found)
