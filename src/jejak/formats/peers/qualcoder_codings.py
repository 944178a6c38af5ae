"""The codings of QualCoder: of texts, of parts of pictures and pages, of stretches of sound and film."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ...model import Set, Source, say
from ...model.regions import page_region, picture_region
from .packing import Packing
from .passages import pack_passage
from .places import Words
from .rows import Row, Rows
from .telling import shown

__all__ = ["Codings"]


@dataclass(frozen=True, slots=True)
class _Coding:
    number: int | None
    code: str
    owner: str
    created: datetime | None
    memo: str
    important: bool
    where: str
    start: int | None
    end: int | None
    quote: str = ""
    # The stretch of a recording that a coding of its transcript belongs to.
    recorded: int | None = None
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    page: int | None = None


class Codings:
    """The codings of a project by source; each is packed with its source."""

    def __init__(self, packing: Packing, rows: Rows, codes: dict[int, str]) -> None:
        self._packing = packing
        self._codes = codes
        self._texts = self._read(rows, "code_text", "fid", self._text)
        self._areas = self._read(rows, "code_image", "id", self._area)
        self._times = self._read(rows, "code_av", "id", self._text)
        self._important: list[str] = []
        # By the number of a coding of a recording, its segment; and who refers to it.
        self._recorded: dict[int | None, str] = {}
        self._spoken: list[tuple[str, int, str]] = []

    def pack(self, number: int | None, source: Source, words: Words) -> None:
        """Pack all codings of a source."""
        for one in self._texts.pop(number, ()):
            segment = pack_passage(
                self._packing, source.guid, words, one.start, one.end, one.quote, one.where
            )
            self._code(one, segment)
            if segment and one.recorded is not None:
                self._spoken.append((segment, one.recorded, one.where))
        for one in self._areas.pop(number, ()):
            self._code(one, self._area_segment(one, source))
        for one in self._times.pop(number, ()):
            segment = self._time_segment(one, source)
            self._code(one, segment)
            if segment:
                self._recorded[one.number] = segment

    def finish(self) -> None:
        """Tell what belongs to no source, and pack what goes across sources."""
        for left in (self._texts, self._areas, self._times):
            for one in (one for rest in left.values() for one in rest):
                message = say("A coding of a source that is not there was left out.")
                self._packing.telling.note("lost-source", message, one.where)
        for spoken, number, where in self._spoken:
            if number in self._recorded:
                self._packing.relation("is spoken in", spoken, self._recorded[number])
            else:
                message = say("A coding belongs to a stretch of a recording that is not there.")
                self._packing.telling.note("lost-stretch", message, where)
        if self._important:
            self._packing.telling.tally.read["set"] += 1
            guid = self._packing.guid("set", "important")
            self._packing.add(Set(guid=guid, name="Important", of="segment"))
            for place, segment in enumerate(dict.fromkeys(self._important), 1):
                self._packing.link("member", ("set", guid), ("segment", segment), place)

    def _code(self, one: _Coding, segment: str | None) -> None:
        if segment is None:
            return
        packing = self._packing
        user = packing.user(one.owner)
        coding = packing.coding(segment, one.code, user, one.created, one.where)
        if one.important:
            self._important.append(segment)
        if one.memo.strip():
            packing.memo_of_coding(coding, one.memo, user, one.created)

    def _area_segment(self, one: _Coding, source: Source) -> str | None:
        left, top, width, height = one.box
        right, bottom = left + width, top + height
        if width <= 0 or height <= 0 or source.medium not in {"image", "pdf"}:
            message = say("A coded part of a picture that holds nothing of it was left out.")
            self._packing.telling.note("empty-area", message, one.where)
            return None
        if source.medium == "pdf":
            # Pages are counted from 0 there, and drawn at 72 to the inch.
            region = page_region((one.page or 0) + 1, left, top, right, bottom)
            return self._packing.segment(source.guid, "page", 0, 0, region)
        region = picture_region(left, top, right, bottom)
        return self._packing.segment(source.guid, "picture", 0, 0, region)

    def _time_segment(self, one: _Coding, source: Source) -> str | None:
        start, end = one.start, one.end
        if start is None or end is None or max(start, end) <= 0 or start == end:
            message = say("A coded stretch of a recording that holds no time was left out.")
            self._packing.telling.note("empty-stretch", message, one.where)
            return None
        first, last = sorted((max(start, 0), max(end, 0)))
        return self._packing.segment(source.guid, "time", first, last)

    def _read(
        self, rows: Rows, table: str, of: str, read: Callable[[Row, str], _Coding]
    ) -> dict[int | None, list[_Coding]]:
        found: defaultdict[int | None, list[_Coding]] = defaultdict(list)
        # Pictures and recordings came later: that there are none is nothing to tell.
        needed = ("cid", "fid", "pos0", "pos1") if table == "code_text" else ()
        for row in rows.each(table, *needed):
            self._packing.telling.tally.read["coding"] += 1
            code = self._codes.get(row.whole("cid") or 0)
            if code is not None:
                found[row.whole(of)].append(read(row, code))
                continue
            message = say(
                "A coding with a code that is not there was left out (“{quote}”).",
                quote=shown(row.text("seltext")),
            )
            self._packing.telling.note("lost-code", message, row.where)
        return dict(found)

    def _text(self, row: Row, code: str) -> _Coding:
        number = row.whole("avid") if row.table == "code_av" else row.whole("ctid")
        return _Coding(
            number, code, row.text("owner"), row.moment("date"), row.text("memo"),
            row.whole("important") == 1, row.where, row.whole("pos0"), row.whole("pos1"),
            row.text("seltext"), row.whole("avid") if row.table == "code_text" else None,
        )  # fmt: skip

    def _area(self, row: Row, code: str) -> _Coding:
        left, top, width, height = (row.whole(c) or 0 for c in ("x1", "y1", "width", "height"))
        return _Coding(
            row.whole("imid"), code, row.text("owner"), row.moment("date"), row.text("memo"),
            row.whole("important") == 1, row.where, None, None,
            box=(left, top, width, height), page=row.whole("pdf_page"),
        )  # fmt: skip
