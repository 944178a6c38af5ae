"""Other programs' databases: read as they are, never changed, and not believed."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest

from jejak.errors import NotFound, UnreadableSource
from jejak.store.foreign import ForeignFile


def made(path: Path, *statements: str) -> Path:
    conn = sqlite3.connect(path)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()
    return path


def state(path: Path) -> tuple[str, int, list[str]]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return digest, path.stat().st_mtime_ns, sorted(other.name for other in path.parent.iterdir())


def test_tables_columns_and_rows_are_told(tmp_path: Path) -> None:
    path = made(
        tmp_path / "it's a #1 ?.sqlite3",
        'CREATE TABLE "or""der" (a, "b c")',
        """INSERT INTO "or""der" VALUES (1, 'ä😀'), (2.5, NULL)""",
        "CREATE TABLE Source (id integer primary key, name text)",
        "INSERT INTO Source VALUES (7, 'later'), (3, 'earlier')",
    )
    before = state(path)
    tables = ForeignFile(path).tables()
    assert tables.names() == ('or"der', "Source")
    assert tables.columns('or"der') == ("a", "b c")
    assert list(tables.rows('or"der')) == [{"a": 1, "b c": "ä😀"}, {"a": 2.5, "b c": None}]
    assert [row["id"] for row in tables.rows("source")] == [3, 7]
    assert list(tables.rows("none")) == []
    assert tables.columns("none") == ()
    assert state(path) == before


def test_a_file_within_a_folder_is_read_and_what_is_missing_told(tmp_path: Path) -> None:
    made(tmp_path / "data.qda", "CREATE TABLE a (b)")
    assert ForeignFile(tmp_path).tables("data.qda").names() == ("a",)
    with pytest.raises(NotFound):
        ForeignFile(tmp_path).tables("other.qda")


def test_text_that_is_no_utf8_comes_as_its_bytes(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db",
        "CREATE TABLE a (b)",
        "INSERT INTO a VALUES (CAST(x'63616666e9' AS TEXT))",
    )
    assert list(ForeignFile(path).tables().rows("a")) == [{"b": b"caff\xe9"}]


def test_what_is_no_database_or_encrypted_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"SQLite", os.urandom(4096)):
        path = tmp_path / "a.sqlite3"
        path.write_bytes(content)
        with pytest.raises(UnreadableSource) as error:
            ForeignFile(path).tables()
        assert error.value.code == "not-a-database"
        assert path.read_bytes() == content


def test_one_that_another_program_has_not_closed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("CREATE TABLE a (b)")
    conn.commit()
    with pytest.raises(UnreadableSource) as error:
        ForeignFile(path).tables()
    assert error.value.code == "still-open"
    conn.close()
    assert ForeignFile(path).tables().names() == ("a",)


def test_a_broken_database_costs_what_is_broken(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db",
        "CREATE TABLE small (b)",
        "INSERT INTO small VALUES (1)",
        "CREATE TABLE large (b)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
        " INSERT INTO large SELECT zeroblob(200) FROM n",
    )
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xff" * (path.stat().st_size // 2))
    tables = ForeignFile(path).tables()
    assert list(tables.rows("small")) == [{"b": 1}]
    with pytest.raises(UnreadableSource) as error:
        list(tables.rows("large"))
    assert error.value.code == "damaged-table"


def test_views_triggers_and_tables_of_code_are_left_alone(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db",
        "CREATE TABLE real (b)",
        "INSERT INTO real VALUES ('x')",
        "CREATE VIEW source AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "CREATE TRIGGER t AFTER INSERT ON real BEGIN DELETE FROM real; END",
        "CREATE VIRTUAL TABLE words USING fts5(body)",
    )
    before = state(path)
    tables = ForeignFile(path).tables()
    assert "source" not in tables.names()
    assert "words" not in tables.names()
    assert list(tables.rows("source")) == []
    assert [row["b"] for row in tables.rows("real")] == ["x"]
    assert state(path) == before


def test_a_truncated_database_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", "CREATE TABLE a (b)", "INSERT INTO a VALUES (zeroblob(90000))")
    with path.open("r+b") as file:
        file.truncate(5000)
    with pytest.raises(UnreadableSource) as error:
        list(ForeignFile(path).tables().rows("a"))
    assert error.value.code in {"corrupt", "damaged-table"}
