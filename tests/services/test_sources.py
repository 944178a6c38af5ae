"""Material: texts keep the form that all texts have."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Link, Set
from jejak.services.sources import ImportOptions, Incoming
from support.studies import TALK, everything, small_study


def test_what_is_put_into_a_text_has_its_line_ends(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        text = study.sources.text(source)
        corrected = study.sources.correct(source, 0, 0, "a\r\nb\r")
        assert study.sources.text(corrected) == "a\nb\n" + text
        assert corrected.length == len(text) + 4


def test_half_a_character_is_not_kept(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = everything(study.store)
        with pytest.raises(InvalidInput, match="half of a character"):
            study.sources.add_text("x", "\ud83d")
        with pytest.raises(InvalidInput, match="half of a character"):
            study.sources.correct(study.sources.get("S-01"), 0, 1, "\udc00")
        with pytest.raises(InvalidInput, match="half of a character"):
            study.words("\ud83d").frame()
        assert everything(study.store) == before


def test_many_are_changed_in_one_change_and_back_in_one_step(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        guids = [study.sources.add_text(name, "kata").guid for name in ("a", "b")]
        study.sources.update_many([guids[0]], case="G", to_set="Awal", attributes={"asal": "kota"})
        before = everything(study.store)
        done = study.sources.update_many(
            [*guids, guids[0]], kind="posts", language="jv", collected="2020-05", case="G",
            to_set="Awal", attributes={"asal": "desa"},
        )  # fmt: skip
        assert done == 2
        rows = [study.listing.row(guid) for guid in guids]
        assert {(one.source.kind, one.source.language, one.source.collected) for one in rows} == {
            ("posts", "jv", "2020-05")
        }
        assert [[name for _, name in one.cases] for one in rows] == [["G"], ["G"]]
        assert [one.values for one in rows] == [{"asal": "desa"}] * 2
        made = study.store.first(Set, name="Awal")
        assert made is not None
        assert {one.target for one in study.store.all(Link, owner=made.guid)} == set(guids)
        study.trail.undo()
        assert everything(study.store) == before
        study.sources.update_many(guids, attributes={"asal": None})
        assert study.listing.row(guids[0]).values == {}


@pytest.mark.parametrize(
    "values",
    [{"name": "x"}, {"kind": "poem"}, {"status": "lost"}, {"collected": "someday"}],
)
def test_many_are_not_changed_to_what_there_is_not(
    tmp_path: Path, values: dict[str, object]
) -> None:
    with small_study(tmp_path) as study:
        before = everything(study.store)
        with pytest.raises(InvalidInput):
            study.sources.update_many([study.sources.get("S-01").guid], **values)
        with pytest.raises(NotFound):
            study.sources.update_many([study.user.guid], status="coded")
        assert everything(study.store) == before


def test_a_set_that_is_filled_by_a_query_takes_no_sources(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        with study.change("A set") as change:
            change.add(Set(name="Semua", of="source", query="code: Murah"))
        with pytest.raises(InvalidInput, match="filled by its query"):
            study.sources.update_many([study.sources.get("S-01").guid], to_set="semua")


def test_each_file_comes_in_as_was_said_of_it(tmp_path: Path) -> None:
    talk = b"P: Apa kabar, Bu Wati?\nW: Baik, sudah makan.\nP: Syukurlah.\nW: Ya.\n"
    with small_study(tmp_path) as study:
        head = study.store.head
        told: list[tuple[int, str]] = []
        report = study.sources.bring_in(
            [
                Incoming(
                    "W.txt", lambda: talk,
                    ImportOptions(name="Wati", case="W", speakers={"W": "W", "P": "P", "X": "Y"}),
                ),
                Incoming("café.txt", lambda: "Café à Paris.\n".encode("cp1252"),
                         ImportOptions(encoding="cp1252", kind="observation")),
                Incoming("kosong.txt", lambda: b""),
            ],
            on_file=lambda number, state: told.append((number, state)),
        )  # fmt: skip
        assert study.store.head == report.seq == head + 1
        assert [one.ok for one in report.files] == [True, True, False]
        assert told == [
            (0, "reading"), (1, "reading"), (2, "reading"),
            (0, "writing"), (0, "written"), (1, "writing"), (1, "written"),
        ]  # fmt: skip
        assert study.sources.text(study.sources.get("café")) == "Café à Paris.\n"
        card = study.sources.card(study.sources.get("Wati"))
        assert [(one.name, one.turns, one.case and one.case[1]) for one in card.speakers] == [
            ("P", 2, "P"), ("W", 2, "W"),
        ]  # fmt: skip
        assert {case.name for case in study.cases.all()} == {"P", "W"}
        study.trail.undo()
        assert study.cases.all() == []


def test_an_import_that_is_stopped_keeps_what_was_written(tmp_path: Path) -> None:
    def files() -> list[Incoming]:
        return [Incoming(f"T-{n}.txt", partial(str.encode, f"Kalimat ke-{n}.\n")) for n in range(4)]

    with small_study(tmp_path) as study:
        before = everything(study.store)
        done: list[int] = []
        early = study.sources.bring_in(
            files(), on_file=lambda number, _: done.append(number), stop=lambda: len(done) >= 2
        )
        assert [one.code for one in early.files] == ["stopped"] * 4
        assert (early.seq, everything(study.store)) == (None, before)

        written: list[int] = []
        late = study.sources.bring_in(
            files(),
            on_file=lambda number, state: written.append(number) if state == "written" else None,
            stop=lambda: len(written) >= 2,
        )
        assert [one.name for one in late.files if one.ok] == ["T-0", "T-1"]
        assert [one.code for one in late.files[2:]] == ["stopped"] * 2
        assert [one.name for one in study.sources.all()] == ["S-01", "T-0", "T-1"]
        study.trail.undo()
        assert everything(study.store) == before


def test_a_file_is_looked_at_and_nothing_is_claimed(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = everything(study.store)
        looked = study.sources.look(Incoming("S-01.txt", lambda: b"P: Halo.\n"))
        assert (looked.report.name, looked.beginning) == ("S-01 (2)", "P: Halo.\n")
        again = study.sources.look(Incoming("x.txt", TALK.encode))
        assert again.report.duplicate_of == "S-01"
        broken = study.sources.look(Incoming("x.docx", lambda: b"PK\x03\x04"))
        assert (broken.report.ok, broken.report.code) == (False, "corrupt")
        with pytest.raises(InvalidInput):
            study.sources.look(Incoming("x.txt", lambda: b"x", ImportOptions(kind="poem")))
        assert everything(study.store) == before


def test_what_goes_with_a_source_is_told_before(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        going = study.sources.going([source.guid])
        card = study.sources.card(source)
        assert (going["source"], going["coding"]) == (1, 2)
        assert {**card.going, "source": 1} == going
        assert [(one.path, one.codings) for one in card.codes] == [
            ("Triple-A/Anonim", 1), ("Triple-A/Murah", 1),
        ]  # fmt: skip
        study.memos.add("Catatan", "isi", about=[("source", source.guid)])
        assert [title for _, title in study.sources.card(source).memos] == ["Catatan"]
        assert sum(study.sources.remove([source]).values()) >= sum(going.values())
