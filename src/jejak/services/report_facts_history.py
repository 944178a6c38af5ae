"""The work as it was done, and the trail: counted from the history of a study."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from string import Formatter

import numpy as np

from ..model import ChangeEntry, Check, Memo, Message, User, say
from ..model.coding import ORIGINS
from ..model.corpus import Corpus
from ..model.identity import from_millis
from ..report.facts import CoderFacts, MethodFacts, TrailFacts, TrailLine
from ..store import Rows, history
from ..store.departed import MERGE
from .report_facts_names import HIDDEN, KnownNames

__all__ = ["change_lines", "method_facts", "trail_facts"]

# A report lists so many changes, half from either end.
_LISTED = 400
_DEFINED = {"short", "definition", "when_to_use", "when_not_to_use", "examples"}


def method_facts(rows: Rows, corpus: Corpus) -> MethodFacts:
    """What was done, by whom, and when."""
    entries = history.entries(rows.conn)
    own = [entry for entry in entries if not entry.undoes and not entry.redoes]
    memos = Counter(memo.kind for memo in rows.each(Memo))
    made = sum(_codings(rows, entry, "add") for entry in own)
    return MethodFacts(
        began=entries[0].time if entries else None,
        ended=entries[-1].time if entries else None,
        days=len({entry.time.date() for entry in entries}),
        changes=len(own),
        undone=sum(entry.undone for entry in own),
        undos=sum(entry.undoes is not None for entry in entries),
        coders=tuple(_coders(rows, corpus)),
        book=_book(rows, [entry for entry in own if not entry.undone]),
        taken=max(made - len(corpus.codings), 0),
        memos=dict(memos.most_common()),
        judged=rows.count(Check),
    )


def _codings(rows: Rows, entry: ChangeEntry, op: str) -> int:
    """How many codings a change made; a large one need not be unpacked to know."""
    n = entry.touched.get("coding", 0)
    if not n:
        return 0
    groups = history.payload_of(rows.conn, entry.seq)
    return sum(len(g.guids) for g in groups if g.kind == "coding" and g.op == op)


def _coders(rows: Rows, corpus: Corpus) -> Iterable[CoderFacts]:
    machines = {user.guid for user in rows.all(User) if user.machine}
    codings = corpus.codings
    for number, guid in enumerate(corpus.users.guid):
        own = codings.coder == number
        counts = np.bincount(codings.origin[own], minlength=len(ORIGINS))
        created = codings.created[own]
        yield CoderFacts(
            name=corpus.users.name[number],
            machine=guid in machines,
            by_origin={name: int(n) for name, n in zip(ORIGINS, counts, strict=True) if n},
            first=_moment(created.min()) if len(created) else None,
            last=_moment(created.max()) if len(created) else None,
        )


def _moment(millis: int) -> datetime:
    return from_millis(int(millis))


def _book(rows: Rows, entries: Iterable[ChangeEntry]) -> Mapping[str, int]:
    found = Counter(dict.fromkeys(("made", "renamed", "moved", "defined", "merged", "removed"), 0))
    for entry in entries:
        if not entry.touched.get("code"):
            continue
        merging = entry.verb.text == MERGE
        found["merged"] += merging
        for group in history.payload_of(rows.conn, entry.seq):
            if group.kind == "code":
                found += _code_group(group, merging=merging)
    return found


def _code_group(group: history.Group, *, merging: bool) -> Counter[str]:
    n = len(group.guids)
    if group.op == "add":
        return Counter(made=n)
    if group.op == "drop":
        return Counter() if merging else Counter(removed=n)
    fields = set(group.fields)
    return Counter(
        renamed=n * ("name" in fields),
        moved=n * ("parent" in fields),
        defined=n * bool(fields & _DEFINED),
    )


def trail_facts(rows: Rows) -> TrailFacts:
    """The history in short; names that are no longer in the study are left out of it."""
    entries = history.entries(rows.conn)
    if not entries:
        return TrailFacts()
    names = {user.guid: user.name for user in rows.all(User)}
    verbs = Counter(entry.verb.text for entry in entries)
    people = Counter(names.get(entry.user, HIDDEN) for entry in entries)
    half = _LISTED // 2
    shown = entries if len(entries) <= _LISTED else [*entries[:half], *entries[-half:]]
    lines = change_lines(rows, shown)
    return TrailFacts(
        total=len(entries),
        by_verb=tuple((_template(text), n) for text, n in verbs.most_common()),
        by_person=tuple(people.most_common()),
        first=lines[0],
        last=lines[-1],
        digest=entries[-1].digest,
        lines=lines,
        left=len(entries) - len(shown),
    )


def change_lines(rows: Rows, entries: Iterable[ChangeEntry]) -> tuple[TrailLine, ...]:
    """Changes told without names that are no longer in the study."""
    names = {user.guid: user.name for user in rows.all(User)}
    known = KnownNames(rows)
    return tuple(_line(entry, names, known) for entry in entries)


def _line(entry: ChangeEntry, names: Mapping[str, str], known: KnownNames) -> TrailLine:
    who = names.get(entry.user, HIDDEN)
    return TrailLine(entry.seq, entry.time, who, known.told(entry.verb), entry.undone)


def _template(text: str) -> Message:
    """What was asked, whatever it was about."""
    if text == "{title}":
        return say("A step under a name of its own")
    fields = {name for _, name, _, _ in Formatter().parse(text) if name}
    return Message(text, dict.fromkeys(fields, HIDDEN))
