"""The codes of RQDA with their categories: a code may be in several there, and has one place here."""

from __future__ import annotations

import re
from collections import defaultdict

from ...model import Set, say
from .codes import TheirCode, codes_of
from .names import Names
from .packing import Packing
from .rows import Row
from .telling import shown

__all__ = ["pack_codes"]

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def pack_codes(
    packing: Packing, categories: list[Row], codes: list[Row], places: list[Row]
) -> dict[int | None, str]:
    """Pack categories and codes; the GUID of each code by its number. ``places`` say which code is in
    which category."""
    there = {row.whole("catid") for row in categories}
    inside: defaultdict[int | None, list[int | None]] = defaultdict(list)
    for row in places:
        category = row.whole("catid")
        if category in there and category not in inside[row.whole("cid")]:
            inside[row.whole("cid")].append(category)
    guids = {row.whole("id"): packing.guid_of_row("code", row, row.whole("id")) for row in codes}
    packing.telling.tally.read["code"] += len(categories) + len(codes)
    folders = [_category(packing, row) for row in categories]
    leaves = [_code(packing, row, inside[row.whole("id")], guids) for row in codes]
    for code in codes_of([*folders, *leaves], packing.telling):
        packing.add(code)
    _sets(packing, categories, codes, inside, guids)
    return guids


def _category(packing: Packing, row: Row) -> TheirCode:
    number = row.whole("catid")
    return TheirCode(
        ("category", number), packing.guid_of_row("category", row, number), row.text("name"),
        codable=False,
        definition=row.text("memo"), created=row.moment("date"), where=row.where,
    )  # fmt: skip


def _code(
    packing: Packing, row: Row, inside: list[int | None], guids: dict[int | None, str]
) -> TheirCode:
    colour = row.text("color")
    if colour and not _HEX.fullmatch(colour):
        message = say("The colour “{colour}” is known by its name in R only.", colour=shown(colour))
        packing.telling.note("colour", message, row.where)
    number = row.whole("id")
    return TheirCode(
        ("code", number), guids[number], row.text("name"),
        ("category", inside[0]) if inside else None, colour,
        definition=row.text("memo"), created=row.moment("date"), where=row.where,
    )  # fmt: skip


def _sets(
    packing: Packing, categories: list[Row], codes: list[Row],
    inside: dict[int | None, list[int | None]], guids: dict[int | None, str],
) -> None:  # fmt: skip
    """A set of codes for each category that is not the first of some code in it."""
    names = Names("set", packing.telling)
    for row in codes:
        found = inside[row.whole("id")]
        if len(found) > 1:
            message = say(
                "“{name}” is in {n} categories; it stands below the first, and the others hold it as sets.",
                name=shown(row.text("name")), n=len(found),
            )  # fmt: skip
            packing.telling.note("several-categories", message, row.where)
    wanted = {category for found in inside.values() for category in found[1:]}
    for row in categories:
        number = row.whole("catid")
        if number not in wanted:
            continue
        guid = packing.guid_of_row("set", row, number)
        packing.add(Set(guid=guid, name=names.own(row.text("name"), row.where), of="code"))
        members = [code for code in guids if number in inside[code]]
        for place, code in enumerate(members, 1):
            packing.link("member", ("set", guid), ("code", guids[code]), place)
