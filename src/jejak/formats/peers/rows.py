"""The rows of another program's database: what is missing, broken or of another type is survived and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from ...errors import InvalidInput, UnreadableSource
from ...model import say
from ...model.identity import from_millis, moment_of, to_millis
from ..decoding import decode
from ..projects import Tables
from .telling import Telling

__all__ = ["Row", "Rows", "by_source", "tell_lost"]

# What tells no encoding by itself is taken for the most usual one of its time.
_USUAL = "cp1252"
_TELLING_BYTES = 200
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Row:
    """One row; columns are named without regard to case."""

    table: str
    number: int
    values: Mapping[str, object]
    telling: Telling

    @property
    def where(self) -> str:
        """The place of the row, for whoever looks for it."""
        return f"{self.table}:{self.number}"

    def has(self, column: str) -> bool:
        """Whether anything stands there."""
        return self.values.get(column.casefold()) not in (None, "", b"")

    def text(self, column: str) -> str:
        """What stands there as text; nothing where there is nothing."""
        value = self.values.get(column.casefold())
        if isinstance(value, bytes):
            return self._decoded(value, column)
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return "" if value is None else str(value)

    def whole(self, column: str) -> int | None:
        """A whole number, however it is written there; ``None`` where it is none."""
        value = self.values.get(column.casefold())
        try:
            number = float(value) if isinstance(value, str | int | float) else None
        except ValueError:
            return None
        # Neither infinity nor what is no number.
        return int(number) if number is not None and abs(number) < 2**53 else None

    def moment(self, column: str) -> datetime | None:
        """A time, as these programs write it; ``None`` where it cannot be read, which is told."""
        written = " ".join(self.text(column).split())
        if not written:
            return None
        for way in (_iso, _of_r):
            found = way(written)
            if found is not None:
                return found
        message = say("The time “{text}” could not be read.", text=written[:40])
        self.telling.note("bad-time", message, self.where)
        return None

    def _decoded(self, value: bytes, column: str) -> str:
        message = say(
            "The column “{column}” of “{table}” is not in UTF-8; its encoding was guessed: look whether it "
            "reads well.", column=column, table=self.table,
        )  # fmt: skip
        self.telling.note("encoding-guessed", message, self.where)
        if len(value) > _TELLING_BYTES:
            try:
                return decode(value)[0]
            except UnreadableSource:
                pass
        return value.decode(_USUAL, "replace")


class Rows:
    """The rows of a database by table."""

    def __init__(self, tables: Tables, telling: Telling) -> None:
        self._tables = tables
        self._telling = telling
        self._names = {name.casefold() for name in tables.names()}

    def has(self, table: str) -> bool:
        """Whether there is such a table."""
        return table.casefold() in self._names

    def each(self, table: str, *needed: str) -> Iterator[Row]:
        """The rows of a table. That it, or a column ``needed``, is missing is told where any is named;
        so is where it is broken, with how many rows could be read."""
        if not self.has(table):
            if needed:
                self._telling.note(
                    "missing-table", say("There is no table “{table}” in the file.", table=table)
                )
            return
        self._tell_missing(table, needed)
        counter = count(1)
        number = 0
        try:
            for values in self._tables.rows(table):
                number = next(counter)
                folded = {name.casefold(): value for name, value in values.items()}
                yield Row(table, number, folded, self._telling)
        except UnreadableSource as error:
            message = say("{why} {n} rows of it were read.", why=error.message, n=number)
            self._telling.note("damaged-table", message, table)

    def others(self, known: set[str]) -> Iterator[tuple[str, int]]:
        """The tables besides those ``known`` that hold anything, with how many rows."""
        for table in self._tables.names():
            if table.casefold() not in known:
                number = sum(1 for _ in self.each(table))
                if number:
                    yield table, number

    def tell_others(self, known: set[str]) -> None:
        """Tell of the tables besides those ``known`` that hold anything: they have no place in a study."""
        for table, number in self.others(known):
            message = say(
                "“{table}” has no place here and was left out (rows: {n}).", table=table, n=number
            )
            self._telling.note("left-out", message)

    def _tell_missing(self, table: str, needed: tuple[str, ...]) -> None:
        there = {name.casefold() for name in self._tables.columns(table)}
        for column in needed:
            if column.casefold() not in there:
                message = say(
                    "The table “{table}” has no column “{column}”.", table=table, column=column
                )
                self._telling.note("missing-column", message)


def by_source(rows: Iterable[Row]) -> dict[int | None, list[Row]]:
    """Rows by the source (``fid``) that they are of."""
    found: dict[int | None, list[Row]] = {}
    for row in rows:
        found.setdefault(row.whole("fid"), []).append(row)
    return found


def tell_lost(telling: Telling, *left: Mapping[int | None, Iterable[Row]]) -> None:
    """Tell of rows whose source never came."""
    for row in (row for rest in left for rows in rest.values() for row in rows):
        message = say("A row of “{table}” belongs to a source that is not there.", table=row.table)
        telling.note("lost-source", message, row.where)


def _iso(text: str) -> datetime | None:
    try:
        return moment_of(text.replace("_", " "))
    except InvalidInput:
        return None


def _of_r(text: str) -> datetime | None:
    """As R and C write it, always in English: ``Mon Oct  8 08:11:36 2019``."""
    parts = text.split()
    if len(parts) != 5 or parts[1] not in _MONTHS:
        return None
    numbered = f"{parts[4]}-{_MONTHS.index(parts[1]) + 1:02}-{parts[2]:>02} {parts[3]:>08}"
    try:
        return from_millis(to_millis(datetime.fromisoformat(numbered)))
    except ValueError:
        return None
