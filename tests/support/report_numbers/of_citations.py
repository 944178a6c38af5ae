"""What a report says of displays that findings cite: then beside now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jejak.model import Display, Snapshot
from support.naive_tables import Tables
from support.report_numbers.of_study import history
from support.report_numbers.of_tables import by_case, by_source

__all__ = ["is_told_rightly"]

CITED = re.compile(
    r"(F\d+), on (\w+ \d+, \d{4}), at change (\d+), with the codebook of change (\d+): "
    r"(?:(\d+) of (\d+) cells say something else now|(every cell says the same now)|(a single cell, as evidence))"
)
CELL = re.compile(r"(≠ )?(.+) × (.+): as cited at change (\d+): (\d+|·); now: (\d+|·)")


def is_told_rightly(t: Tables, text: str) -> bool:
    """Whether a line tells of a citation, and as it is in the tables."""
    if whole := CITED.fullmatch(text):
        label, day, seq, book, changed, kept, same, single = whole.groups()
        told = (label, int(seq), int(book))
        for one in t.study.store.all(Snapshot):
            if (t.findings[one.finding].label, *_moments(t, one)) == told:
                if day != f"{one.created:%B} {one.created.day}, {one.created.year}":
                    return False
                now = [then == there for *_, then, there in _cells(t, one)]
                if single:
                    return bool(one.row)
                return (int(changed or 0), int(kept or len(now))) == (
                    now.count(False),
                    len(now),
                ) and (not same or all(now))
    if cell := CELL.fullmatch(text):
        differs, row, column, seq, then, now = cell.groups()
        told_of = (row, column, then.replace("·", "0"), now.replace("·", "0"))
        return told_of in {
            (r, c, f"{before:g}", f"{there:g}")
            for one in t.study.store.all(Snapshot)
            if _moments(t, one)[0] == int(seq)
            for r, c, before, there in _cells(t, one)
        } and bool(differs) == (then != now)
    return False


def _moments(t: Tables, one: Snapshot) -> tuple[int, int]:
    """The change that kept it, and the last before it that touched the codebook."""
    log = history(t)
    kept = next(
        entry["seq"] for entry in log for group in entry["groups"]
        if (group["op"], group["kind"]) == ("add", "snapshot") and one.guid in group["texts"]
    )  # fmt: skip
    book = max(entry["seq"] for entry in log if entry["seq"] <= kept
               and any(group["kind"] == "code" for group in entry["groups"]))  # fmt: skip
    return kept, book


def _cells(t: Tables, one: Snapshot) -> Iterator[tuple[str, str, float, float]]:
    """Row, column, what was kept and what is there now."""
    display = t.study.store.get(Display, one.display)
    now = by_source(t) if display.settings["by"] == "source" else by_case(t)
    content: Any = one.content
    for row, column, value, _ in content["cells"]:
        code, name = content["rows"][row], t.names[content["columns"][column]]
        yield t.codes[code].name, name, float(value), float(now.get((code, name), 0))
