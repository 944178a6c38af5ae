"""Columns kept in the file: used where they are sound, left aside where they are not, never in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from jejak.model import Block, Code, Coding, say
from jejak.store import Store
from jejak.study import Study, open_study
from support.columns import columns_of_rows, same_columns
from support.studies import TALK, small_study

FILE = "small.jejak"
# A change of a row that no history tells of: what is kept does not show it, what is read does.
BEHIND = "UPDATE segment SET start = start + 1 WHERE id = (SELECT min(segment_id) FROM coding)"


def raw(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as file:
        for statement in statements:
            file.execute(statement)
    file.close()


def kept(path: Path) -> int:
    with sqlite3.connect(path) as file:
        found = int(file.execute("SELECT count(*) FROM kept_column").fetchone()[0])
    file.close()
    return found


def talked(folder: Path) -> Study:
    """A study with speakers tied, one of them in one source alone, and a passage tied by hand."""
    study = small_study(folder)
    for name in ("Gita", "Dewi", "Ge"):
        study.cases.add(name)
    study.cases.tie_speaker(study.cases.get("Gita"), "G")
    source = study.sources.get("S-01")
    study.speakers.tie([("DS", source.guid, study.cases.get("Dewi").guid)])
    study.cases.tie_source(study.cases.get("Ge"), study.sources.add_text("S-02", TALK.lower()))
    study.cases.add_attribute("peran")
    study.cases.set_attributes(study.cases.get("Ge"), {"peran": "pembeli"})
    return study


def with_kept(folder: Path) -> Path:
    """The file of such a study with its columns kept."""
    with talked(folder) as study:
        study.store.corpus()
        assert study.store.keep_columns(0)
        assert study.store.verify() == []
    return folder / FILE


def uses_kept(path: Path) -> bool:
    """Whether a study that is opened begins with what is kept."""
    raw(path, BEHIND)
    with Store.open(path) as store:
        shown = (
            store.corpus().codings.start.tolist() != columns_of_rows(store).codings.start.tolist()
        )
    raw(path, BEHIND.replace("+", "-"))
    return shown


def test_whoever_opens_it_next_begins_with_them(tmp_path: Path) -> None:
    path = with_kept(tmp_path)
    with Store.open(path) as store:
        same_columns(store.corpus(), columns_of_rows(store))
    assert uses_kept(path)
    with Store.open(path, read_only="It is looked at.") as store:
        same_columns(store.corpus(), columns_of_rows(store))


def test_they_follow_the_changes_since(tmp_path: Path) -> None:
    path = with_kept(tmp_path)
    with open_study(path) as study:
        source = study.sources.get("S-01")
        study.codebook.add("Aaa")
        study.coding.apply(source, 3, 20, ["Aaa", "Murah"])
        study.codebook.update(study.codebook.get("Murah"), name="Harga")
        study.coding.remove([study.store.all(Coding)[0].guid])
    assert uses_kept(path)
    with open_study(path) as study:
        same_columns(study.store.corpus(), columns_of_rows(study.store))
        study.cases.untie_source(study.cases.get("Ge"), study.sources.get("S-02"))
        study.corrections.make(study.sources.get("S-01"), [(0, 2, "Peneliti:")])
    with open_study(path) as study:
        same_columns(study.store.corpus(), columns_of_rows(study.store))
        assert study.store.verify() == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE kept_column SET body = x'ff' || substr(body, 2) WHERE name = 'coding start'",
        "UPDATE kept_column SET body = substr(body, 5) WHERE name = 'coding mark'",
        "UPDATE kept_column SET body = zeroblob(length(body))",
        "UPDATE kept_column SET digest = x'00' WHERE name = 'block case'",
        "UPDATE kept_column SET least = least + 1 WHERE name = 'coding end'",
        "UPDATE kept_column SET type = '<i8' WHERE name = 'coding code'",
        "UPDATE kept_column SET type = '|O' WHERE name = 'coding code'",
        "UPDATE kept_column SET form = '0'",
        "UPDATE kept_column SET form = '0' WHERE name = 'coding code'",
        "UPDATE kept_column SET seq = seq - 1",
        "UPDATE kept_column SET seq = seq + 1",
        "UPDATE kept_column SET rests = zeroblob(32)",
        "DELETE FROM kept_column WHERE name = 'block end'",
        """INSERT INTO kept_column SELECT 'x', form, seq, rests, type, least, digest, body
        FROM kept_column WHERE name = 'coding code'""",
        "UPDATE kept_column SET name = 'x' WHERE name = 'coding code'",
    ],
)
def test_what_is_damaged_or_of_another_moment_is_left_aside(tmp_path: Path, damage: str) -> None:
    path = with_kept(tmp_path)
    raw(path, damage)
    with Store.open(path) as store:
        same_columns(store.corpus(), columns_of_rows(store))
        assert store.verify() == []
    assert not uses_kept(path)


@pytest.mark.parametrize("where", ["numbers", "the way to the next page"])
def test_a_damaged_page_of_them_is_left_aside(tmp_path: Path, where: str) -> None:
    with small_study(tmp_path) as study:
        study.sources.add_text("panjang", "kata lain " * 20)
        with study.change("many blocks") as change:
            source = study.sources.get("panjang").guid
            change.add_many(
                Block(source=source, number=n, kind="turn", start=n % 190, end=n % 190 + 3)
                for n in range(15_000)
            )
        study.store.corpus()
        assert study.store.keep_columns(0)
    path = tmp_path / FILE
    with sqlite3.connect(path) as file:
        body = file.execute("SELECT body FROM kept_column WHERE name = 'block start'").fetchone()[0]
    file.close()
    content = bytearray(path.read_bytes())
    at = content.index(body[9000:9100])
    at -= at % 4096 if where != "numbers" else 0
    content[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    with Store.open(path) as store:
        same_columns(store.corpus(), columns_of_rows(store))
        assert [one.code for one in store.verify()] == ([] if where == "numbers" else ["file"])


def test_those_of_another_study_are_left_aside(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other, path = with_kept(tmp_path / "other"), with_kept(tmp_path)
    raw(
        path,
        "DELETE FROM kept_column",
        f"ATTACH '{other}' AS other",
        "INSERT INTO kept_column SELECT * FROM other.kept_column",
    )
    with Store.open(path) as store:
        same_columns(store.corpus(), columns_of_rows(store))
    assert not uses_kept(path)


@pytest.mark.parametrize(
    "behind",
    [
        BEHIND,
        "UPDATE coding SET weight = 1",
        "UPDATE coding SET code_id = (SELECT max(id) FROM code)",
        "DELETE FROM coding WHERE id = 1",
        "UPDATE block SET speaker = 'P'",
        "DELETE FROM speaker",
        "DELETE FROM link",
    ],
)
def test_rows_that_were_changed_behind_them_show(tmp_path: Path, behind: str) -> None:
    path = with_kept(tmp_path)
    raw(path, behind)
    with Store.open(path) as store:
        assert "kept-columns" in {problem.code for problem in store.verify()}
        head = store.head
        with store.at(head) as then:
            same_columns(then.corpus(), columns_of_rows(store))


def test_a_withdrawal_leaves_none(tmp_path: Path) -> None:
    path = with_kept(tmp_path)
    with open_study(path) as study:
        source = study.sources.get("S-01")
        study.coding.apply(source, TALK.index("Saya"), TALK.index("Saya") + 9, ["Murah"])
        # Columns of before the withdrawal may not be kept after it.
        before = study.store.corpus()
        study.protection.withdraw(study.cases.get("Gita"))
        assert kept(path) == 0
        assert not study.store.keep_columns(0)
        assert kept(path) == 0
        assert study.store.corpus().version > before.version
        assert study.store.keep_columns(0)
    assert uses_kept(path)
    with Store.open(path) as store:
        same_columns(store.corpus(), columns_of_rows(store))
        assert store.verify() == []


def test_an_earlier_moment_has_none_of_them(tmp_path: Path) -> None:
    path = with_kept(tmp_path)
    with open_study(path) as study:
        head = study.store.head
        study.coding.remove([coding.guid for coding in study.store.all(Coding)])
        raw(path, BEHIND)
        for moment in (head, head - 4, head + 1):
            with study.store.at(moment) as then:
                same_columns(then.corpus(), columns_of_rows(then))


def test_within_a_change_they_are_not_used(tmp_path: Path) -> None:
    path = with_kept(tmp_path)
    with open_study(path) as study, study.change("One coding less") as change:
        change.remove(study.store.all(Coding)[0])
        assert len(study.store.corpus().codings) == 1


def test_changes_by_others_are_followed(tmp_path: Path) -> None:
    path = with_kept(tmp_path)
    with open_study(path) as study, Store.open(path) as other:
        study.coding.apply(study.sources.get("S-01"), 0, 5, ["Murah"])
        same_columns(other.corpus(), columns_of_rows(study.store))
        # While others have it open, nothing is written that nobody asked for.
        raw(path, "DELETE FROM kept_column")
        study.store.corpus()
        assert not study.store.keep_columns(0)
    assert kept(path) == 0


def test_nothing_is_kept_where_nothing_may_be_written(tmp_path: Path) -> None:
    with small_study(tmp_path):
        pass
    with Store.open(tmp_path / FILE, read_only="It is looked at.") as store:
        store.corpus()
        assert not store.keep_columns(0)
    with Store.open(tmp_path / FILE) as store:
        assert not store.keep_columns(0), "There are no columns to keep."
    assert kept(tmp_path / FILE) == 0


def test_another_program_that_writes_is_not_waited_for(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.store.corpus()
        with sqlite3.connect(tmp_path / FILE, isolation_level=None) as file:
            file.execute("BEGIN IMMEDIATE")
            assert not study.store.keep_columns(0)
            file.execute("ROLLBACK")
        file.close()
        assert study.store.keep_columns(0)


def many_turns(study: Study) -> None:
    source = study.sources.get("S-01").guid
    with study.store.write(say("Many turns"), study.user.guid) as change:
        change.add_many(
            Block(source=source, number=n, kind="turn", start=n % 50, end=n % 50 + 1)
            for n in range(50_000)
        )


@pytest.mark.parametrize(
    ("work", "rows"), [(lambda _: None, 0), (many_turns, 30)], ids=["small", "large"]
)
def test_a_large_study_keeps_them_when_it_is_closed(
    tmp_path: Path, work: Callable[[Study], None], rows: int
) -> None:
    with small_study(tmp_path) as study:
        work(study)
        study.store.corpus()
    assert (kept(tmp_path / FILE) > 0) == (rows > 0)
    if rows:
        assert uses_kept(tmp_path / FILE)


def test_they_are_not_written_again_for_every_few_changes(tmp_path: Path) -> None:
    path = with_kept(tmp_path)
    with open_study(path) as study:
        study.codebook.add("Baru")
        study.store.corpus()
        assert not study.store.keep_columns(0)
        for number in range(100):
            study.codebook.update(study.codebook.get("Baru"), definition=f"{number}")
        study.store.corpus()
        assert study.store.keep_columns(0)
        assert not study.store.keep_columns(0)
        study.cases.tie_source(study.cases.get("Ge"), study.sources.get("S-01"))
        study.store.corpus()
        assert study.store.keep_columns(0), "Whose words they are is another matter now."
    with Store.open(path) as store:
        same_columns(store.corpus(), columns_of_rows(store))
        assert store.count(Code) == 4
