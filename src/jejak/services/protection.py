"""Protection: what participants were promised, kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NoReturn

from ..i18n import LANGUAGES, translate
from ..model import Case, Coding, Link, Memo, Segment, Source, StudyInfo, say
from ..model.identity import name_key, now
from ..store import Rows, Store, history
from ..store.lookups import find_case
from ..store.traces import Traces, trace
from ..store.withdrawal import Withdrawn, withdraw

__all__ = ["Protection", "WithdrawalReport"]


@dataclass(frozen=True, slots=True)
class WithdrawalReport:
    """What a withdrawal took away, or would take.

    ``mark`` is what the case is called afterwards. ``removed`` names the sources that went whole,
    ``turns`` counts the stretches taken out of each source that others speak in too, ``gone`` counts
    what went by kind of entity. ``unclear`` names sources of several cases in which nobody said whose
    words are whose: they stay as they are. ``rewritten`` are writings of analysts that quoted the
    words, or called them by name in a query or mention, as (kind, what it is called): that is taken
    out. ``to_read`` are memos about them in which only a person can see whether they tell too much,
    ``naming`` is whatever else names them in words, ``quoted_in`` sources of others with the same
    words. ``blanked`` counts the changes of the history that held words or names.
    ``scrubbed`` is false while another program that has the study open still keeps old pages.
    """

    case: str
    mark: str
    removed: tuple[str, ...]
    turns: Mapping[str, int]
    gone: Mapping[str, int]
    unclear: tuple[str, ...]
    rewritten: tuple[tuple[str, str], ...]
    to_read: tuple[str, ...]
    naming: tuple[tuple[str, str], ...]
    quoted_in: tuple[str, ...]
    blanked: int
    seq: int | None = None
    dry_run: bool = False
    scrubbed: bool = False


class _Rehearsed(Exception):
    """Takes a rehearsed withdrawal back."""


class Protection:
    """The protection of a study's participants."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def withdraw(
        self, case: Case, *, keep_sources: bool = False, dry_run: bool = False
    ) -> WithdrawalReport:
        """Take a participant's words, names and attributes out of the study and all its history.

        Sources that hold only their words go whole; with ``keep_sources`` they stay with the words
        taken out. It cannot be undone. A dry run does all of it and takes it back. Raises
        :class:`NotFound` and :class:`InvalidInput` (within another change).
        """
        done: list[WithdrawalReport] = []
        try:
            with self._store.write(history.WITHDRAWAL, self._user) as change:
                rows = change.rows
                traces = trace(rows, rows.get(Case, case.guid), keep_sources=keep_sources)
                told, memos, mark = _before(rows, traces), _memos(rows, traces), _mark(rows)
                gone = withdraw(change, traces, mark, now().date().isoformat())
                told = _after(rows, replace(told, mark=mark), memos, gone)
                done.append(replace(told, seq=None if dry_run else change.seq, dry_run=dry_run))
                if dry_run:
                    _take_back()
        except _Rehearsed:
            return done[0]
        return replace(done[0], scrubbed=self._store.scrub())

    def find(self, name: str) -> Case:
        """The case of that pseudonym or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return find_case(rows, name)


def _take_back() -> NoReturn:
    raise _Rehearsed


def _before(rows: Rows, traces: Traces) -> WithdrawalReport:
    """What has to be looked up while it is still there."""
    own = traces.sources
    quoted = [
        source.name
        for source in rows.each(Source)
        if source.guid not in own and traces.quotes.spans(rows.text(source.text))
    ]
    return WithdrawalReport(
        case=traces.case.name,
        mark="",
        removed=tuple(source.name for source in traces.own),
        turns={},
        gone={},
        unclear=tuple(source.name for source in traces.unclear),
        rewritten=(),
        to_read=(),
        naming=(),
        quoted_in=tuple(quoted),
        blanked=0,
    )


def _memos(rows: Rows, traces: Traces) -> list[str]:
    """The GUIDs of memos about the case, its sources or what was coded there."""
    about = {traces.case.guid, *traces.sources, *_coded(rows, traces)}
    return [link.owner for link in rows.each(Link, role="memo") if link.target in about]


def _coded(rows: Rows, traces: Traces) -> Iterator[str]:
    """The GUIDs of segments and codings in sources that hold words of the case."""
    segments = {s.guid for s in rows.among(Segment, "source", traces.sources)}
    yield from segments
    for coding in rows.among(Coding, "segment", segments):
        yield coding.guid


def _after(
    rows: Rows, told: WithdrawalReport, memos: list[str], done: Withdrawn
) -> WithdrawalReport:
    titles = dict.fromkeys(memo.title for memo in rows.among(Memo, "guid", memos))
    return replace(
        told,
        turns={rows.get(Source, guid).name: count for guid, count in done.turns.items()},
        gone=done.gone,
        rewritten=tuple(dict.fromkeys(done.rewritten)),
        to_read=tuple(titles),
        naming=tuple(one for one in done.naming if one[0] != Memo.KIND or one[1] not in titles),
        blanked=done.blanked,
    )


def _mark(rows: Rows) -> str:
    """A name for what is left of the case, in the study's language, that no case has."""
    info = rows.first(StudyInfo)
    spoken = [language for language in (info.languages if info else ()) if language in LANGUAGES]
    taken = {name_key(case.name) for case in rows.each(Case)}
    number = 1
    while name_key(name := translate(say("Withdrawn-{n}", n=number), [*spoken, "en"][0])) in taken:
        number += 1
    return name
