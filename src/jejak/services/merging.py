"""The work of another copy of a study brought into this one."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import Conflict, InvalidInput
from ..model import StudyInfo, say
from ..model.codec import guid_bytes, guid_text, spec_of
from ..model.merging import CHOICES, Clash, MergePlan, MergeReport
from ..model.message import Message
from ..model.parcel import ExchangeReport
from ..store import Change, Rows, Store, history
from ..store.lock import StudyLock
from ..store.merging.draft import Draft
from ..store.merging.drafting import drafted, write_draft
from ..store.merging.shared import HEAD, MERGED, SAME, digest_at
from ..store.rows import versions_of
from .code_names import CodeNames, follow_codes
from .merging_other import OtherStudy, compared
from .merging_told import plan_of

__all__ = ["Merging", "bring_in", "checked_choices"]

_KEPT = say("Nothing was changed.")


class Merging:
    """Copies of a study that were worked on apart."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def plan(
        self, other: str | Path, *, choices: Mapping[str, str] | None = None, prefer: str = ""
    ) -> MergePlan:
        """What :meth:`merge` would do, and where both sides clash; nothing is changed.

        Raises as :meth:`merge`, save that clashes may be open.
        """
        told = checked_choices(choices, prefer)
        with self._opened(Path(other)) as theirs, self._store.view() as rows:
            return _planned(rows, theirs, told, prefer)[1]

    def merge(
        self, other: str | Path, *, choices: Mapping[str, str] | None = None, prefer: str = ""
    ) -> MergeReport:
        """Bring in what was done in another copy of this study, or in another study, as one change.

        What was done on one side alone is so here afterwards. Where both did something else, ``choices``
        say by the key of the clash what stays: *ours*, *theirs* or *both*; ``prefer`` says it for all
        others. The other file is never changed. Raises :class:`Conflict` (``clashes``) while something is
        open, :class:`NotFound`, :class:`StoreFailure`, :class:`InvalidInput` (the same file, an auditor's
        copy, a choice that there is not), :class:`NotAllowed` for whoever codes in an open round.
        """
        told = checked_choices(choices, prefer)
        with self._opened(Path(other)) as theirs:
            return bring_in(self._store, self._user, theirs, told, prefer, looked=True)

    @contextlib.contextmanager
    def _opened(self, path: Path) -> Iterator[OtherStudy]:
        self._store.sight.apart().refuse()
        if self._store.path is not None and path.exists() and path.samefile(self._store.path):
            raise InvalidInput(
                "same-study", say("“{name}” is this study itself.", name=path.name), _KEPT
            )
        holder = StudyLock(path).foreign() if path.is_file() else None
        if holder is not None:
            raise Conflict(
                "open-elsewhere", say("“{name}” is open on another machine ({holder}).", name=path.name, holder=holder),
                say("Nothing was changed. Close it there first."),
            )  # fmt: skip
        seen = _seen(path)
        still = seen is not None and StudyLock(path).unheld
        why = "Its work is being brought into another study."
        with (
            Store.open(path, read_only=why, still=still) as store,
            compared(self._store, store, self._user) as theirs,
        ):
            yield theirs
            if still and (_seen(path) != seen or not StudyLock(path).unheld):
                raise Conflict(
                    "changed-meanwhile", say("“{name}” was changed meanwhile.", name=path.name),
                    say("Nothing was changed. Try again in a moment."),
                )  # fmt: skip


def _seen(path: Path) -> tuple[int, int] | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size


def checked_choices(choices: Mapping[str, str] | None, prefer: str) -> dict[str, str]:
    """Choices as they were given. Raises :class:`InvalidInput` for one that there is not."""
    told = dict(choices or {})
    for one in (*told.values(), *([prefer] if prefer else [])):
        if one not in CHOICES:
            raise InvalidInput(
                "bad-choice",
                say("“{choice}” is no choice.", choice=one),
                say("Nothing was changed. Choose one of {choices}.", choices=list(CHOICES)),
            )
    return told


def _planned(
    rows: Rows, theirs: OtherStudy, choices: Mapping[str, str], prefer: str
) -> tuple[Draft, MergePlan]:
    draft = drafted(rows, theirs.rows, choices, prefer, told_by=theirs.told_by)
    _tell_withdrawn(draft, theirs)
    plan = plan_of(draft, rows, theirs.rows, theirs.title, known=not theirs.taken_out)
    unknown = set(choices) - {one.key for one in plan.clashes}
    wrong = [one.key for one in plan.clashes if choices.get(one.key, "ours") not in one.choices]
    if unknown or wrong:
        key = min([*unknown, *wrong])
        raise InvalidInput(
            "no-such-clash", say("Nothing clashes as “{key}” chooses.", key=key), _KEPT
        )
    return draft, plan


def _tell_withdrawn(draft: Draft, theirs: OtherStudy) -> None:
    if theirs.taken_out:
        draft.tell(
            "withdrawn-here",
            say("{n} things of participants who withdrew here were left out.", n=theirs.taken_out),
        )
    for name in theirs.withdrawn:
        draft.tell(
            "withdrawn-there",
            say("“{case}” withdrew in the other study and is still here. Let them withdraw here too: "
                "jejak protect STUDY --withdraw “{case}”", case=name),
            name,
        )  # fmt: skip


def bring_in(
    store: Store,
    user: str,
    theirs: OtherStudy,
    choices: Mapping[str, str],
    prefer: str,
    *,
    looked: bool = False,
) -> MergeReport:
    """Bring the work of another study into a store as one change; with ``looked`` the history says so too
    where everything stays as it was, so that what was chosen is not asked again.

    Raises :class:`Conflict` while clashes are open, :class:`InvalidInput` within another change.
    """
    with store.write(Message(MERGED, {"study": theirs.title}), user) as change:
        if change.verb.text != MERGED:
            raise InvalidInput(
                "merge-within-change", say("A merge must be a change of its own."), _KEPT
            )
        draft, plan = _planned(change.rows, theirs, choices, prefer)
        if plan.open:
            raise _unsettled(plan.open)
        if plan.empty:
            return MergeReport(plan, _report(draft, plan), None)
        names = CodeNames(change.rows)
        write_draft(change, draft)
        if change.empty and looked:
            _acknowledge(change)
        _follow(change, draft, names, theirs)
        change.retell(_verb(theirs, draft))
        seq = None if change.empty else change.seq
    return MergeReport(plan, _report(draft, plan), seq)


def _acknowledge(change: Change) -> None:
    """Let the history say that the other was looked through, where everything stays as it was here."""
    spec, info = spec_of(StudyInfo.KIND), change.rows.all(StudyInfo)[0]
    prev = versions_of(change.rows.conn, info.KIND, [guid_bytes(info.guid)])
    group = history.Group(
        "set",
        info.KIND,
        ("title",),
        list(prev),
        list(prev.values()),
        [[info.title]],
        [[info.title]],
    )
    change.alter(spec, group)


def _unsettled(clashes: tuple[Clash, ...]) -> Conflict:
    return Conflict(
        "clashes",
        say("{n} things were changed on both sides, each in its own way.", n=len(clashes)),
        say("Nothing was changed. Choose what stays of each: jejak merge --dry-run lists them."),
    )


def _verb(theirs: OtherStudy, draft: Draft) -> Message:
    head = digest_at(theirs.told_by.conn, history.head(theirs.told_by.conn)) or b""
    same = " ".join(f"{a.hex()}={b.hex()}" for a, b in draft.sides.fresh.items())
    return Message(MERGED, {"study": theirs.title, HEAD: head.hex(), SAME: same})


def _follow(change: Change, draft: Draft, names: CodeNames, theirs: OtherStudy) -> None:
    """Let queries ask for codes by the names that they have now, on whichever side they were written."""
    came = {
        guid_text(guid)
        for by_kind in (draft.adds, draft.sets)
        for kind in ("set", "node", "search", "rule", "quantity", "display")
        for guid in by_kind.get(kind, {})
    }
    gone = {
        guid_text(guid): guid_text(into)
        for guid in draft.drops.get("code", {})
        if (into := draft.sides.followed(guid)) is not None
    }
    follow_codes(change, names, gone, lambda guid: guid not in came)
    if came:
        follow_codes(change, CodeNames(theirs.rows), draft.sides.told, came.__contains__)


def _report(draft: Draft, plan: MergePlan) -> ExchangeReport:
    read = Counter({kind: len(wires) for kind, wires in draft.sides.wires.items() if wires})
    written = Counter(plan.added)
    written.update(plan.changed)
    return ExchangeReport("jejak", plan.other, dict(read), dict(written), plan.problems)
