"""Codings: putting codes on words, changing and taking them away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import Conflict, InvalidInput
from ..model import Code, Coding, Link, Memo, Message, Segment, Source, say
from ..model.anchors import locate_quote
from ..model.coding import ORIGINS
from ..store import Change, Store
from ..store.apart import read_now
from ..store.cascade import drop_bare_segments, remove_whole
from ..store.lookups import find_code
from ..store.segments import segment_at

__all__ = ["Applied", "CodingService"]


@dataclass(frozen=True, slots=True)
class Applied:
    """A coding with the segment it lies on; ``new`` is false where it was there already."""

    coding: Coding
    segment: Segment
    new: bool


class CodingService:
    """Codings of a study, by its present user."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def apply(
        self,
        source: Source,
        start: int,
        end: int,
        codes: Sequence[str],
        *,
        weight: int | None = None,
        memo: str = "",
        origin: str = "hand",
        user: str | None = None,
    ) -> list[Applied]:
        """Code the stretch ``[start, end)`` (code points) with one or more codes (GUID, path or name).

        A code that the same user has put on the same stretch already stays as it is. Raises
        :class:`NotFound`, :class:`InvalidInput` (span, folder, weight).
        """
        check_weight(weight)
        check_origin(origin)
        verb = say(
            "Code a passage of “{source}” with {codes}", source=source.name, codes=list(codes)
        )
        with self._store.write(verb, self._user) as change:
            found = [codable(find_code(change.rows, code)) for code in codes]
            change.retell(_verb(found, source))
            segment = segment_at(change, source, start, end)
            applied = [
                put(change, segment, code, user or self._user, weight, origin) for code in found
            ]
            if memo:
                attach_memo(change, memo, [one.coding for one in applied], user or self._user)
        return applied

    def locate(
        self, source: Source, quote: str, prefix: str = "", suffix: str = ""
    ) -> tuple[int, int]:
        """Where a quote stands. Raises :class:`NotFound`, :class:`Conflict` (more than once)."""
        return locate_quote(self._store.text(source.text), quote, prefix, suffix)

    def source_of(self, guid: str) -> str:
        """The GUID of the source a coding is on. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return rows.get(Segment, rows.get(Coding, guid).segment).source

    def remove(self, codings: Sequence[str]) -> int:
        """Take codings away by GUID; segments nothing uses any more go too. How many went."""
        with self._store.write(say("Take away {n} codings", n=len(codings)), self._user) as change:
            found = [change.rows.get(Coding, guid) for guid in codings]
            if len(found) == 1:
                code = change.rows.get(Code, found[0].code)
                change.retell(say("Take away the code “{code}”", code=code.name))
            remove_whole(change, Coding.KIND, [coding.guid for coding in found])
        return len(codings)

    def update(
        self,
        guid: str,
        *,
        start: int | None = None,
        end: int | None = None,
        weight: int | str | None = "keep",
        code: str | None = None,
    ) -> Applied:
        """Move the boundaries of a coding, weigh it, or give it another code.

        Other codings on the same segment stay where they are. Raises :class:`NotFound`,
        :class:`InvalidInput`, :class:`Conflict` where the same person has put the same code on the
        same words already.
        """
        with self._store.write(say("Change a coding"), self._user) as change:
            coding = change.rows.get(Coding, guid)
            segment = change.rows.get(Segment, coding.segment)
            values: dict[str, object] = {}
            if weight != "keep":
                check_weight(weight)
                values["weight"] = weight
            if code is not None:
                values["code"] = codable(find_code(change.rows, code)).guid
            if start is not None or end is not None:
                source = change.rows.get(Source, segment.source)
                moved = segment_at(
                    change,
                    source,
                    segment.start if start is None else start,
                    segment.end if end is None else end,
                )
                values["segment"] = moved.guid
            coding = change.set(coding, **values)
            _refuse_double(change, coding)
            drop_bare_segments(change, [segment.guid])
            return Applied(coding, change.rows.get(Segment, coding.segment), new=False)


def check_weight(weight: object) -> None:
    """Raise :class:`InvalidInput` unless a weight is ``None`` or a whole number from 0 to 100."""
    whole = isinstance(weight, int) and not isinstance(weight, bool)
    if weight is not None and not (whole and weight in range(101)):
        raise InvalidInput("bad-weight", f"A weight is a whole number from 0 to 100, not {weight}.")


def check_origin(origin: str) -> None:
    """Raise :class:`InvalidInput` unless a coding can have come about so."""
    if origin not in ORIGINS:
        raise InvalidInput(
            "bad-origin", f"“{origin}” is no origin of a coding.",
            f"Use one of: {', '.join(ORIGINS)}.",
        )  # fmt: skip


def _refuse_double(change: Change, coding: Coding) -> None:
    same = change.rows.all(Coding, segment=coding.segment, code=coding.code, user=coding.user)
    if len(read_now(change.rows, same)) > 1:
        raise Conflict(
            "coded-already",
            "The same person has put this code on the same words already.",
            "Nothing was changed. Take one of the two codings away instead.",
        )


def codable(code: Code) -> Code:
    """The code, unless it is only a folder. Raises :class:`InvalidInput`."""
    if not code.codable:
        raise InvalidInput(
            "not-codable", f"“{code.name}” is a folder of codes and takes no codings itself."
        )
    return code


def put(
    change: Change, segment: Segment, code: Code, user: str, weight: int | None, origin: str
) -> Applied:
    """One coding, or the one that is there already."""
    there = change.rows.all(Coding, segment=segment.guid, code=code.guid, user=user)
    for one in read_now(change.rows, there):
        return Applied(one, segment, new=False)
    coding = Coding(segment=segment.guid, code=code.guid, user=user, weight=weight, origin=origin)
    change.add(coding)
    return Applied(coding, segment, new=True)


def attach_memo(change: Change, body: str, codings: Sequence[Coding], user: str) -> None:
    """A jotting about codings."""
    memo = Memo(title=body.split("\n", 1)[0][:80], body=body, kind="jotting", user=user)
    change.add(memo)
    for coding in codings:
        change.add(
            Link(
                role="memo",
                owner_kind="memo",
                owner=memo.guid,
                target_kind="coding",
                target=coding.guid,
            )
        )


def _verb(codes: Sequence[Code], source: Source) -> Message:
    names = [code.name for code in codes]
    return say("Code a passage of “{source}” with {codes}", source=source.name, codes=names)
