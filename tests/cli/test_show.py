from __future__ import annotations

from datetime import date

import pytest

from jejak.cli.show import as_json, table


def test_rows_are_columns_of_text(capsys: pytest.CaptureFixture[str]) -> None:
    table([{"a": ["x", "y"], "b": None}, {"a": 3, "b": "end"}], ("a", "b"))
    assert capsys.readouterr().out == "a     b\nx, y\n3     end\n"


def test_json_holds_dates(capsys: pytest.CaptureFixture[str]) -> None:
    as_json([{"day": date(2020, 5, 1), "set": {1}}])
    assert '"2020-05-01"' in capsys.readouterr().out
