from __future__ import annotations

import os
import pty
import sys
from datetime import date

import click
import pytest

from jejak.cli.show import as_json, table


def test_rows_are_columns_of_text(capsys: pytest.CaptureFixture[str]) -> None:
    table([{"a": ["x", "y"], "b": None}, {"a": 3, "b": "end"}], ("a", "b"))
    assert capsys.readouterr().out == "a     b\nx, y\n3     end\n"


def test_json_holds_dates(capsys: pytest.CaptureFixture[str]) -> None:
    as_json([{"day": date(2020, 5, 1), "set": {1}}])
    assert '"2020-05-01"' in capsys.readouterr().out


def test_a_truth_is_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    table([{"settled": True}, {"settled": False}], ("settled",))
    assert capsys.readouterr().out.split() == ["settled", "yes", "no"]


@pytest.mark.parametrize("many", [0, 2])
def test_a_terminal_is_not_overrun_and_no_word_is_lost(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    guid, text = "01a23226-4210-78a1-b2e7-9d318600bc03", "Berapa lama akun kelima dicari? " * 5
    monkeypatch.setenv("COLUMNS", "70")
    reading, writing = pty.openpty()
    with os.fdopen(reading, encoding="utf-8") as screen, os.fdopen(writing, "w") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        table([{"who": "Tari", "text": text, "guid": guid}] * many, ("who", "text", "guid"))
        terminal.write("\x04\n")
        terminal.flush()
        lines = list(iter(lambda: click.unstyle(screen.readline()).rstrip(), "\x04"))
    assert max(map(len, lines)) <= 70
    assert sorted(" ".join(lines).split()) == sorted(
        ["who", "text", "guid", *["Tari", *text.split(), guid] * many]
    )
