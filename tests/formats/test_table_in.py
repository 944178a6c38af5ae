from __future__ import annotations

import sys
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import InvalidInput, JejakError, MissingExtra, NotFound
from jejak.formats.table_in import ROW_ENDINGS, read_rows
from jejak.formats.table_out import write_table

CELLS = st.text(st.characters(blacklist_categories=["C", "Zl", "Zp"]), max_size=20)


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json", ".jsonl"])
@given(cells=st.lists(CELLS.filter(str.strip), min_size=1, max_size=5))
def test_a_table_written_and_read_is_equal(
    tmp_path_factory: pytest.TempPathFactory, ending: str, cells: list[str]
) -> None:
    path = tmp_path_factory.mktemp("table") / f"t{ending}"
    write_table(path, ["text"], [{"text": cell} for cell in cells])
    assert [row["text"] for row in read_rows(path, "Rows")] == cells


def test_parquet_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({"source": ["S-01"], "start": [3]}).write_parquet(path)
    assert read_rows(path, "Codings") == [{"source": "S-01", "start": 3}]
    path.write_bytes(b"PAR1 not quite")
    with pytest.raises(InvalidInput):
        read_rows(path, "Codings")
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtra):
        read_rows(path, "Codings")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("t.xlsx", b"PK\x03\x04 broken", JejakError),
        ("t.xlsx", b"", JejakError),
        ("t.csv", b"", JejakError),
        ("t.csv", b'a,b\n"open', InvalidInput),
        ("t.json", b"{}", InvalidInput),
        ("t.json", b"[1]", InvalidInput),
        ("t.jsonl", b"{", InvalidInput),
        ("t.jsonl", b"\xff\xfe{", InvalidInput),
        ("t.odt", b"x", InvalidInput),
        ("t", b"x", InvalidInput),
    ],
)
def test_a_broken_table_is_refused(
    tmp_path: Path, name: str, content: bytes, kind: type[JejakError]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(kind):
        read_rows(path, "Codings")


def test_a_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_rows(tmp_path / "none.csv", "Codings")
    with pytest.raises(InvalidInput):
        read_rows(tmp_path, "Codings")
    assert ".parquet" in ROW_ENDINGS
