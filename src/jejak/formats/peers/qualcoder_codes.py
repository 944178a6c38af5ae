"""The codes and categories of QualCoder as one tree."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Code
from .codes import TheirCode, codes_of
from .packing import Packing
from .rows import Row, Rows

__all__ = ["pack_codes"]


def pack_codes(packing: Packing, rows: Rows) -> dict[int, str]:
    """Pack categories (folders) and codes; the GUID of each code by its number."""
    categories = [_category(packing, row) for row in rows.each("code_cat", "catid", "name")]
    found = list(rows.each("code_name", "cid", "name"))
    codes = [_code(packing, row) for row in found]
    packing.telling.tally.read["code"] += len(categories) + len(codes)
    tree: Iterator[Code] = codes_of([*categories, *codes], packing.telling)
    for code in tree:
        packing.add(code)
    return {row.whole("cid") or 0: one.guid for row, one in zip(found, codes, strict=True)}


def _category(packing: Packing, row: Row) -> TheirCode:
    number, above = row.whole("catid"), row.whole("supercatid")
    return TheirCode(
        ("category", number), packing.guid_of_row("category", row, number), row.text("name"),
        None if above is None else ("category", above), codable=False,
        definition=row.text("memo"), created=row.moment("date"), where=row.where,
    )  # fmt: skip


def _code(packing: Packing, row: Row) -> TheirCode:
    number = row.whole("cid")
    # A code may stand below another code, or in a category.
    code, category = row.whole("supercid"), row.whole("catid")
    above = ("code", code) if code is not None else ("category", category)
    return TheirCode(
        ("code", number), packing.guid_of_row("code", row, number), row.text("name"),
        None if above[1] is None else above, row.text("color"),
        definition=row.text("memo"), created=row.moment("date"), where=row.where,
    )  # fmt: skip
