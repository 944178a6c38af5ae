from __future__ import annotations

import sys
from datetime import date, time

import pytest

from jejak.errors import MissingExtra
from jejak.study import Column, Table, Tabular
from jejak.study.tabular import typed_column


class Twice(Tabular):
    def _columns(self) -> list[Column]:
        return [
            Column("a", "whole", [1]),
            Column("a", "text", ["<b>"]),
            Column("a", "texts", [["x"]]),
        ]


def test_columns_of_one_name_are_told_apart() -> None:
    assert Twice().frame().to_dict(as_series=False) == {
        "a": [1],
        "a (2)": ["<b>"],
        "a (3)": [["x"]],
    }
    assert Twice().rows() == [{"a": 1, "a (2)": "<b>", "a (3)": ["x"]}]
    assert "&lt;b&gt;" in Twice()._repr_html_()


def test_a_frame_for_pandas_is_the_same_table() -> None:
    frame = Twice().to_pandas()
    assert list(frame.columns) == ["a", "a (2)", "a (3)"]
    assert frame.iloc[0].tolist() == [1, "<b>", ["x"]]


def test_a_table_of_nothing_has_its_columns_and_types() -> None:
    table: Table[int] = Table([], {"n": "whole", "at": "date"}, lambda n: (n, None))
    frame = table.frame()
    assert (frame.columns, [str(kind) for kind in frame.dtypes]) == (["n", "at"], ["Int64", "Date"])
    assert table.rows() == []
    assert len(table) == 0


def test_a_table_is_a_sequence() -> None:
    table = Table(range(40), {"n": "whole"}, lambda n: (n,))
    assert (table[3], list(table[1:3]), 7 in table) == (3, [1, 2], True)
    assert "10 more rows" in table._repr_html_()
    assert repr(table) == "<40 rows: n>"


def test_attribute_values_take_their_type() -> None:
    assert typed_column("n", "number", ["3.5", None]).values == [3.5, None]
    assert typed_column("d", "date", ["2020-05-01"]).values == [date(2020, 5, 1)]
    assert typed_column("t", "time", ["07:30:00"]).values == [time(7, 30)]
    assert typed_column("b", "boolean", ["true", "false", None]).values == [True, False, None]
    assert typed_column("n", "number", ["many"]).type == "text"
    assert typed_column("l", "list", ["a"]).type == "text"


@pytest.mark.parametrize(("library", "extra"), [("polars", "frames"), ("pandas", "pandas")])
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra) as caught:
        Twice().to_pandas()
    assert caught.value.extra == extra
