"""Remarks: what examiners and colleagues say of a study, sent back from a copy, answered and settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..errors import InvalidInput
from ..formats.file_writing import write_whole
from ..model import KINDS, Evidence, Finding, Memo, Remark, Segment, Source, StudyInfo, User, say
from ..model.auditor import AuditorCopy
from ..model.review import REMARKED
from ..store import Change, Rows, Store
from ..store.cascade import drop_bare_segments, remove_whole
from ..store.confined import copy_told
from ..store.revisions import moments_of, revisions
from ..store.segments import segment_at
from .auditor_copy import CopyReport, make_copy
from .hiding import Hiding
from .leaving import Leaving
from .remark_files import Placed, Sent, read_sent, written
from .remark_places import places_of
from .things import Thing, things

__all__ = ["RemarkCard", "Remarks", "Returned"]


@dataclass(frozen=True, slots=True)
class RemarkCard:
    """A remark with who made it and what it is about; ``changed`` says that this is not any more what
    it was about."""

    remark: Remark
    who: str
    about: Thing | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of remarks that were sent back: new ones, those that say something else now, those that
    were there already, and of them those whose object is not there any more."""

    added: int
    changed: int
    known: int
    homeless: int


class Remarks:
    """The remarks on a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    @property
    def copy_of(self) -> AuditorCopy | None:
        """Of what this study is the copy, for an auditor; ``None`` where it is none."""
        with self._store.read() as rows:
            return copy_told(rows.conn)

    def cards(self, target: str | None = None) -> list[RemarkCard]:
        """All remarks, or those on one thing (a GUID; on a source also those on its passages), in the
        order they were made."""
        with self._store.view() as rows:
            found = rows.all(Remark)
            if target is not None:
                wanted = {target, *(s.guid for s in rows.each(Segment, source=target))}
                found = [one for one in found if one.target in wanted]
            found.sort(key=lambda one: (one.created, one.guid))
            return list(_cards(rows, found))

    def add(self, kind: str, guid: str, text: str, *, passage: str = "", who: str = "") -> Remark:
        """Remark on something (a finding, segment, memo, code …); ``passage`` are the words it is put
        beside, by default what the thing says. Raises :class:`InvalidInput`, :class:`NotFound`."""
        if kind not in REMARKED:
            raise InvalidInput(
                "no-target", f"Nothing is remarked on a “{kind}”.", f"Use: {', '.join(REMARKED)}."
            )
        with self._store.write(say("Add a remark"), self._user) as change:
            change.rows.get(KINDS[kind], guid)
            said = passage.strip() or says(change.rows, kind, guid)
            return self._made(change, kind, guid, text, said, who)

    def add_at(self, source: Source, start: int, end: int, text: str, *, who: str = "") -> Remark:
        """Remark on a stretch of a source, in code points. Raises :class:`InvalidInput`."""
        with self._store.write(say("Add a remark"), self._user) as change:
            segment = segment_at(change, source, start, end)
            words = change.rows.text(source.text, start, end)
            return self._made(change, Segment.KIND, segment.guid, text, words, who)

    def _made(
        self, change: Change, kind: str, guid: str, text: str, passage: str, who: str
    ) -> Remark:
        remark = Remark(
            target_kind=kind, target=guid, passage=passage, text=_said(text),
            who=" ".join(who.split()), user=self._user,
        )  # fmt: skip
        change.add(remark)
        return remark

    def update(self, guid: str, **values: Any) -> Remark:
        """Change its ``text``, ``answer`` it, or say that it is ``settled``. Raises
        :class:`InvalidInput`, :class:`NotFound`."""
        unknown = sorted(set(values) - {"text", "answer", "settled"})
        if unknown:
            raise InvalidInput("not-editable", f"Not to be said of it: {', '.join(unknown)}.")
        if "text" in values:
            values["text"] = _said(values["text"])
        verb = say("Change a remark") if "text" in values else say("Answer a remark")
        with self._store.write(verb, self._user) as change:
            return change.set(change.rows.get(Remark, guid), **values)

    def remove(self, guid: str) -> dict[str, int]:
        """Take a remark away; how many entities went, by kind. Raises :class:`NotFound`."""
        with self._store.write(say("Remove a remark"), self._user) as change:
            remark = change.rows.get(Remark, guid)
            gone = remove_whole(change, Remark.KIND, [guid])
            if remark.target_kind == Segment.KIND:
                bare = drop_bare_segments(change, [remark.target])
                gone = {**gone, Segment.KIND: bare} if bare else gone
            return gone

    # -- there and back ----------------------------------------------------------------------------

    def copy(self, path: str | Path, texts: str = "whole") -> CopyReport:
        """Write a copy of the study for an auditor to a new file: to be read and remarked on, without
        real names, hidden values and originals. ``texts`` is *whole* or *evidence*: whether all of the
        material can be read in it, or only the passages that are evidence.

        Raises :class:`Conflict` where there is a file already, :class:`InvalidInput`.
        """
        return make_copy(self._store, self._user, Path(path), texts)

    def sent(self) -> bytes:
        """The remarks of a copy as a file to be sent back. Raises :class:`InvalidInput` where this is
        no copy."""
        with self._store.view() as rows:
            mark = copy_told(rows.conn)
            if mark is None:
                raise InvalidInput(
                    "no-copy", "This study is no copy for an auditor.",
                    "Remarks are sent back from a copy: jejak audit STUDY --copy FILE.",
                )  # fmt: skip
            names = {user.guid: user.name for user in rows.all(User)}
            own = rows.all(StudyInfo)[0].guid
            found = sorted(rows.all(Remark), key=lambda one: (one.created, one.guid))
            return written(mark, [_sent(rows, one, names, own, mark) for one in found])

    def write(self, path: str | Path) -> Path:
        """Write the remarks of a copy to a .json file. Raises as :meth:`sent`."""
        write_whole(Path(path), self.sent())
        return Path(path)

    def bring_back(self, content: bytes) -> Returned:
        """Take in the remarks that an auditor sent back, as one change; each stands where it was made,
        and what was taken in before is not taken in again.

        Raises :class:`InvalidInput` for a file that holds no remarks, or remarks on another study.
        """
        mark, remarks = read_sent(content)
        with self._store.view() as rows:
            if rows.all(StudyInfo)[0].guid != mark.of:
                raise InvalidInput(
                    "other-study", "These are remarks on another study.", "Nothing was changed."
                )
            placed = places_of(self._store, rows, mark, remarks)
        verb = say("Take in {n} remark|Take in {n} remarks", n=len(remarks))
        with self._store.write(verb, self._user) as change:
            return self._taken_in(change, remarks, placed)

    def _taken_in(
        self, change: Change, remarks: Sequence[Sent], placed: Sequence[Placed]
    ) -> Returned:
        there = {one.guid: one for one in change.rows.all(Remark)}
        added = changed = known = homeless = 0
        for one, place in zip(remarks, placed, strict=True):
            homeless += place.homeless
            old = there.get(one.guid)
            if old is not None:
                known += old.text == one.text
                changed += old.text != one.text
                change.set(old, text=one.text)
                continue
            kind, target = place.kind, place.guid
            if place.span is not None:
                source = change.rows.get(Source, target)
                kind, target = Segment.KIND, segment_at(change, source, *place.span).guid
            change.add(
                Remark(
                    guid=one.guid, target_kind=kind, target=target, passage=one.passage,
                    text=one.text, who=one.who, user=self._user, created=one.created,
                )
            )  # fmt: skip
            added += 1
        return Returned(added, changed, known, homeless)


def says(rows: Rows, kind: str, guid: str) -> str:
    """What a thing says, as far as a remark on it is about that."""
    one = rows.get(KINDS[kind], guid)
    if isinstance(one, Finding):
        return one.statement
    if isinstance(one, Memo):
        return one.title
    if isinstance(one, Evidence):
        return says(rows, one.target_kind, one.target) if one.target_kind == Segment.KIND else ""
    if isinstance(one, Segment):
        source = rows.get(Source, one.source)
        return one.lost or rows.text(source.text, one.start, one.end)
    return ""


def _said(text: object) -> str:
    told = str(text or "").strip()
    if not told:
        raise InvalidInput("no-text", "Say something: the remark is empty.")
    return told


def _sent(rows: Rows, one: Remark, names: dict[str, str], own: str, mark: AuditorCopy) -> Sent:
    source, start, end = None, None, None
    if one.target_kind == Segment.KIND:
        segment = rows.get(Segment, one.target)
        source, start, end = segment.source, segment.start, segment.end
    return Sent(
        guid=one.guid, kind=one.target_kind, target=mark.of if one.target == own else one.target,
        source=source, start=start, end=end, passage=one.passage, text=one.text,
        who=one.who or names.get(one.user, ""), created=one.created,
    )  # fmt: skip


def _cards(rows: Rows, remarks: Sequence[Remark]) -> Iterable[RemarkCard]:
    names = {user.guid: user.name for user in rows.all(User)}
    about = _about(rows, remarks)
    written_on = _moments(rows, remarks)
    hiding = Hiding(rows, Leaving(rows))
    for one in remarks:
        changed = one.target in written_on and written_on[one.target] > one.created
        if not changed and one.passage:
            now_ = says(rows, one.target_kind, one.target)
            changed = (
                bool(now_)
                and one.passage not in {now_, hiding.told(now_)}
                and not (one.passage in now_ or one.passage in hiding.told(now_))
            )
        yield RemarkCard(one, one.who or names.get(one.user, ""), about.get(one.target), changed)


def _about(rows: Rows, remarks: Sequence[Remark]) -> dict[str, Thing]:
    """What remarks are about, by GUID; of a piece of evidence, the words that it is."""
    weighed = [one.target for one in remarks if one.target_kind == Evidence.KIND]
    pieces = {one.guid: one for one in rows.among(Evidence, "guid", weighed)}
    wanted = [(one.target_kind, one.target) for one in remarks]
    found = things(rows, [*wanted, *((one.target_kind, one.target) for one in pieces.values())])
    return found | {guid: found[one.target] for guid, one in pieces.items() if one.target in found}


def _moments(rows: Rows, remarks: Sequence[Remark]) -> dict[str, datetime]:
    """When what remarks are about was last written."""
    kinds: dict[str, list[str]] = {}
    for one in remarks:
        if one.target_kind in {Finding.KIND, Memo.KIND}:
            kinds.setdefault(one.target_kind, []).append(one.target)
    last = {
        guid: seq
        for kind, guids in kinds.items()
        for guid, seq in revisions(rows, kind, guids).items()
    }
    times = moments_of(rows, last.values())
    return {guid: times[seq] for guid, seq in last.items() if seq in times}
