"""Whatever can be read as a table: rows, a frame, and a look at it in a notebook."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from ..errors import MissingExtra
from ..formats.frame import frame_of
from ..model.table import COLUMN_TYPES, Column, rows_of, told_apart, typed_column

if TYPE_CHECKING:
    import polars as pl

__all__ = ["COLUMN_TYPES", "Column", "Table", "Tabular", "typed_column"]

T = TypeVar("T")
_SHOWN = 30


class Tabular(ABC):
    """Has columns, and so rows, frames and a table of HTML."""

    @abstractmethod
    def _columns(self) -> list[Column]:
        """The columns, of equal length; two may have the same name."""

    def columns(self) -> list[Column]:
        """The columns, of equal length; of two with one name the later is called ``name (2)``."""
        return told_apart(self._columns())

    def rows(self) -> list[dict[str, Any]]:
        """One mapping a row: column name to plain value."""
        return rows_of(self.columns())

    def frame(self) -> pl.DataFrame:
        """The table as a polars frame. Raises :class:`MissingExtra` (``frames``)."""
        return frame_of(self.columns())

    def to_pandas(self) -> Any:
        """The table as a pandas frame. Raises :class:`MissingExtra` (``frames``, ``pandas``)."""
        frame = self.frame()
        try:
            pandas = import_module("pandas")
        except ImportError:
            raise MissingExtra("pandas", "A pandas frame") from None
        return pandas.DataFrame(frame.to_dict(as_series=False))

    def _repr_html_(self) -> str:
        columns = self.columns()
        count = len(columns[0].values) if columns else 0
        head = "".join(f"<th>{escape(column.name)}</th>" for column in columns)
        body = "".join(_html_row(columns, row) for row in range(min(count, _SHOWN)))
        more = f"<p>{count - _SHOWN:,} more rows</p>" if count > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


class Table(Tabular, Sequence[T], Generic[T]):
    """A fixed sequence of things, each told as a row by ``tell``."""

    def __init__(
        self, things: Sequence[T], types: Mapping[str, str], tell: Callable[[T], Sequence[Any]]
    ) -> None:
        self._things = tuple(things)
        self._types = dict(types)
        self._tell = tell

    def _columns(self) -> list[Column]:
        told = [tuple(self._tell(thing)) for thing in self._things]
        values = list(zip(*told, strict=True)) if told else [()] * len(self._types)
        named = zip(self._types.items(), values, strict=True)
        return [Column(name, type, column) for (name, type), column in named]

    def __len__(self) -> int:
        return len(self._things)

    def __iter__(self) -> Iterator[T]:
        return iter(self._things)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._things[index]

    def __repr__(self) -> str:
        return f"<{len(self)} rows: {', '.join(self._types)}>"


def _html_row(columns: Sequence[Column], row: int) -> str:
    cells = (_shown(column.values[row]) for column in columns)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)
