from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

import jejak
from support.commands import call
from support.studies import small_study

ROWS = [
    {"source": "S-01", "code": "Anonim", "start": 3, "end": 8, "quote": None, "coder": "Bayu"},
    {
        "source": "S-01",
        "code": "Murah",
        "start": None,
        "end": None,
        "quote": "gampang",
        "coder": None,
    },
]


def written(path: Path) -> Path:
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    elif path.suffix == ".json":
        path.write_text(json.dumps(ROWS), "utf-8")
    elif path.suffix == ".parquet":
        pl.DataFrame(ROWS).write_parquet(path)
    elif path.suffix == ".xlsx":
        pl.DataFrame(ROWS).write_excel(path)
    else:
        pl.DataFrame(ROWS).write_csv(path)
    return path


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".json", ".parquet", ".xlsx"])
def test_codings_come_from_any_table(tmp_path: Path, ending: str) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    table = written(tmp_path / f"codings{ending}")
    assert call("code", study, table, "--json").json == {
        "in": 2, "out": 2, "already": 0, "problems": [], "moved": [],
    }  # fmt: skip
    assert call("code", study, table).err == "0 of 2 codings applied, 2 were there.\n"
    with jejak.open(study) as work:
        assert work.sources["S-01"].select("gampang").codes == ("Triple-A/Murah",)
        assert work.sources["S-01"].select(3, 8).coders == ("Bayu",)


def test_rows_that_cannot_be_placed_are_named(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study, table = tmp_path / "small.jejak", tmp_path / "c.csv"
    table.write_text(
        "source,code,start,end,quote\n"
        "S-01,Anonim,3,8,\n"
        "S-01,Nobody,3,8,\n"
        "S-01,Anonim,,,palsu\n"
        "S-01,Anonim,,,tidak ada\n"
        "S-01,Anonim,8,3,\n"
        "S-01,Anonim,3,9999,\n"
        "S-01,Triple-A,3,8,\n"
        "S-09,Anonim,3,8,\n",
        "utf-8",
    )
    before = study.read_bytes()
    done = call("code", study, table)
    assert done.code == 2
    lines = done.err.splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == [f"row {n}" for n in range(2, 9)]
    assert lines[-1] == "0 of 8 codings applied, 0 were there."
    assert study.read_bytes() == before
    assert call("code", study, table, "--partial", "--json").json["out"] == 1


@pytest.mark.parametrize(("name", "code"), [("none.csv", 3), ("S-01.txt", 2), (".", 2)])
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, code: int) -> None:
    small_study(tmp_path).close()
    assert call("code", tmp_path / "small.jejak", tmp_path / name).code == code
