"""The plain-text study under real version control, and in the hands of people with an editor."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from jejak.errors import UnreadableSource
from jejak.model import Attribute, AttributeValue, Block, Code, Coding, Memo, Segment, Source
from jejak.study import Study, create_study, import_study, open_study
from support.studies import everything, files_of, small_study

TEXTS = {
    "S-01": "Budi membeli akun.\nIa tidak takut.\n",
    "S-02": "Sari menjual akun.\nIa takut sekali.\n",
}


def git(folder: Path, *args: str, fails: bool = False) -> str:
    ran = subprocess.run(
        ["git", "-c", "user.name=R", "-c", "user.email=r@x", "-c", "core.autocrlf=true", *args],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode != 0) == fails, ran.stdout + ran.stderr
    return ran.stdout


def begun(folder: Path) -> Path:
    """A study with two sources, under version control; on a branch of its own, too."""
    with create_study(folder / "base.jejak", "Dua", user="Rina") as study:
        for name, text in TEXTS.items():
            study.sources.add_text(name, text)
        study.codebook.add("Takut")
        study.codebook.add("Murah")
        study.coding.apply(study.sources.get("S-01"), 0, 4, ["Murah"], weight=10)
        study.coding.apply(study.sources.get("S-02"), 0, 4, ["Murah"])
    out = folder / "out"
    with open_study(folder / "base.jejak") as study:
        study.exchange.write(out, format="plain")
    git(out, "init", "-q", "-b", "main")
    commit(out, "Begin")
    return out


def commit(out: Path, told: str) -> None:
    git(out, "add", "-A")
    git(out, "commit", "-qm", told)


def branch(out: Path, name: str, work: Callable[[Study], object], user: str = "Rina") -> None:
    """Work on a copy of the study, on a branch of that name."""
    git(out, "checkout", "-q", "main")
    git(out, "checkout", "-q", "-b", name)
    made, _ = import_study(out, out.parent / f"{name}.jejak", user="Rina")
    made.close()
    with open_study(out.parent / f"{name}.jejak", user=user) as study:
        work(study)
        study.exchange.write(out, format="plain")
    commit(out, name)


def codes_on(study: Study, source: str) -> set[tuple[str, str, int | None]]:
    """Words, code and weight of each coding of a source."""
    found, text = study.sources.get(source), TEXTS[source]
    return {
        (text[segment.start : segment.end], study.store.get(Code, one.code).name, one.weight)
        for segment in study.store.all(Segment, source=found.guid)
        for one in study.store.all(Coding, segment=segment.guid)
    }


def test_branches_that_touched_different_sources_make_a_study_with_both(tmp_path: Path) -> None:
    out = begun(tmp_path)

    def ours(study: Study) -> None:
        source = study.sources.get("S-01")
        study.coding.apply(source, 19, 34, ["Takut"], memo="Sebenarnya takut")
        study.sources.update(source, status="coded")

    def theirs(study: Study) -> None:
        source = study.sources.get("S-02")
        study.coding.apply(source, 0, 12, ["Takut"], memo="Lain")
        study.coding.apply(source, 19, 27, ["Takut"])
        study.sources.update(source, status="in progress")

    branch(out, "ours", ours)
    branch(out, "theirs", theirs)
    git(out, "merge", "-q", "-m", "Both", "ours")
    made, report = import_study(out, tmp_path / "both.jejak")
    with made:
        assert codes_on(made, "S-01") == {("Budi", "Murah", 10), ("Ia tidak takut.", "Takut", None)}
        assert codes_on(made, "S-02") == {
            ("Sari", "Murah", None), ("Sari menjual", "Takut", None), ("Ia takut", "Takut", None),
        }  # fmt: skip
        assert {one.title for one in made.store.all(Memo)} == {"Sebenarnya takut", "Lain"}
        assert {one.name: one.status for one in made.store.all(Source)} == {
            "S-01": "coded", "S-02": "in progress",
        }  # fmt: skip
        assert made.store.verify() == []
        assert {one.code for one in report.problems} == {"history-left", "changed-outside"}
        # The longer branch is the history, the other one change more, which can be undone.
        assert made.trail.entries()[0].verb.text.startswith("Taken in from files")
        made.undo()
        assert ("Ia tidak takut.", "Takut", None) not in codes_on(made, "S-01")
        assert len(codes_on(made, "S-02")) == 3


def test_the_same_coding_is_one_line_of_conflict_and_is_refused_until_it_is_settled(
    tmp_path: Path,
) -> None:
    out = begun(tmp_path)

    def weigh(weight: int) -> Callable[[Study], object]:
        def work(study: Study) -> object:
            return study.coding.update(
                next(one.guid for one in study.store.all(Coding) if one.weight == 10), weight=weight
            )

        return work

    branch(out, "ours", weigh(20))
    branch(out, "theirs", weigh(30))
    git(out, "merge", "-q", "ours", fails=True)
    assert git(out, "diff", "--name-only", "--diff-filter=U").split() == ["codings.jsonl"]
    lines = (out / "codings.jsonl").read_text("utf-8").splitlines()
    begin = next(number for number, line in enumerate(lines, 1) if line.startswith("<<<<<<<"))
    theirs, middle, ours, end = lines[begin : begin + 4]
    assert middle == "======="
    assert end.startswith(">>>>>>>")
    assert '"quote": "Budi"' in theirs
    assert '"code": "Murah", "coder": "Rina", "weight": 30' in theirs
    assert json.loads(ours)["weight"] == 20
    with pytest.raises(UnreadableSource, match=f"codings.jsonl, line {begin}"):
        import_study(out, tmp_path / "refused.jejak")
    assert not (tmp_path / "refused.jejak").exists()
    settled = [*lines[: begin - 1], ours, *lines[begin + 4 :]]
    (out / "codings.jsonl").write_text("".join(f"{line}\n" for line in settled), "utf-8")
    commit(out, "Settled")
    made, _ = import_study(out, tmp_path / "settled.jejak")
    with made:
        assert ("Budi", "Murah", 20) in codes_on(made, "S-01")
        assert made.store.verify() == []


def test_an_export_over_an_older_one_leaves_nothing_of_it_and_what_git_keeps(
    tmp_path: Path,
) -> None:
    out = begun(tmp_path)
    (out / "NOTES.txt").write_text("mine", "utf-8")

    def work(study: Study) -> None:
        study.memos.add("Sebentar", "isi")
        study.exchange.write(out, format="plain")
        assert (out / "memos" / "Sebentar.md").is_file()
        study.undo()

    branch(out, "ours", work)
    assert not (out / "memos").exists()
    assert (out / "NOTES.txt").read_text("utf-8") == "mine"
    made, report = import_study(out, tmp_path / "new.jejak")
    with made:
        assert made.store.count(Memo) == 0
        assert [one.where for one in report.problems] == ["NOTES.txt"]


def edited(tmp_path: Path, edit: Callable[[str], str], name: str = "sources/S-01.md") -> Path:
    with small_study(tmp_path) as study:
        study.exchange.write(tmp_path / "out", format="plain")
    file = tmp_path / "out" / name
    file.write_bytes(edit(file.read_bytes().decode()).encode())
    return tmp_path / "out"


def passages(study: Study) -> dict[str, tuple[str, str | None]]:
    """The words of the segment of each coding, by code."""
    source = study.sources.get("S-01")
    text = study.sources.text(source)
    return {
        study.store.get(Code, one.code).name: (text[segment.start : segment.end], segment.lost)
        for one in study.store.all(Coding)
        for segment in [study.store.get(Segment, one.segment)]
    }


def test_codings_stay_on_their_words_when_a_text_is_edited_by_hand(tmp_path: Path) -> None:
    out = edited(
        tmp_path,
        lambda text: text.replace("P: Pakai akun apa?\n", "P: Eh, pakai akun yang mana?\n"),
    )
    made, report = import_study(out, tmp_path / "new.jejak", user="Rina")
    with made:
        assert passages(made) == {
            "Murah": ("Bikin akun baru lagi 😀", None),
            "Anonim": ("namanya palsu", None),
        }
        assert {one.code for one in report.problems} >= {"edited-text", "placed-anew"}
        text = made.sources.text(made.sources.get("S-01"))
        turns = [text[one.start : one.end] for one in made.store.all(Block)]
        assert "G: Bikin akun baru lagi 😀, gampang." in turns
        assert made.store.verify() == []
        # The text of before did not come along, so nothing goes back to it.
        assert made.store.refusal(made.user.guid, made.store.head) is not None


def test_words_that_are_gone_are_kept_with_the_passage_and_said(tmp_path: Path) -> None:
    out = edited(
        tmp_path,
        lambda text: text.replace("G: Takut, tapi namanya palsu.\nDS: Saya juga", "DS: Saya"),
    )
    made, report = import_study(out, tmp_path / "new.jejak")
    with made:
        assert passages(made)["Anonim"] == ("", "namanya palsu")
        assert any(
            one.code == "words-lost" and "namanya palsu" in str(one.message)
            for one in report.problems
        )
        assert made.store.verify() == []


def test_words_that_were_replaced_are_what_stands_between_those_around(tmp_path: Path) -> None:
    out = edited(tmp_path, lambda text: text.replace("namanya palsu", "nama saya lain"))
    made, _ = import_study(out, tmp_path / "new.jejak")
    with made:
        assert passages(made)["Anonim"] == ("nama saya lain", None)


def test_an_editor_may_write_the_ends_of_lines_in_its_own_way(tmp_path: Path) -> None:
    out = edited(tmp_path, lambda text: "\ufeff" + text.replace("\n", "\r\n"))
    made, report = import_study(out, tmp_path / "new.jejak")
    with made, open_study(tmp_path / "small.jejak") as before:
        assert report.problems == ()
        assert everything(made.store) == everything(before.store)


@pytest.mark.parametrize(
    ("name", "edit", "gone"),
    [
        ("codings.jsonl", lambda text: text.replace('"weight": 70', '"weight": seventy'), Coding),
        ("codings.jsonl", lambda text: text.replace('"weight": 70', '"weight": "x"'), Coding),
        (
            "sources/S-01.blocks.jsonl",
            lambda text: text.replace('"number": 2', '"number": '),
            Block,
        ),
    ],
)
def test_a_broken_line_costs_that_line_alone_and_is_named(
    name: str, edit: Callable[[str], str], gone: type[Coding | Block], tmp_path: Path
) -> None:
    out = edited(tmp_path, edit, name)
    (out / "records").mkdir(exist_ok=True)
    (out / "records" / "notes.jsonl").write_text("mine\n")
    made, report = import_study(out, tmp_path / "new.jejak")
    with made, open_study(tmp_path / "small.jejak") as before:
        assert made.store.count(gone) == before.store.count(gone) - 1
        told = {one.code: one.where for one in report.problems}
        assert told["broken-line"].startswith(f"{name}:")
        assert told["unknown-file"] == "records/notes.jsonl"
        assert made.store.verify() == []


def test_what_looks_like_a_conflict_in_a_text_comes_back_as_it_is(tmp_path: Path) -> None:
    odd = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n"
    with create_study(tmp_path / "first.jejak", "Git", user="Rina") as study:
        study.sources.add_text("S", odd)
        study.memos.add("M", odd)
        study.exchange.write(tmp_path / "out", format="plain")
        first = everything(study.store)
    made, report = import_study(tmp_path / "out", tmp_path / "new.jejak")
    with made:
        assert everything(made.store) == first
        assert report.problems == ()
    for name in ("sources/S.md", "memos/M.md"):
        file = tmp_path / "out" / name
        before = file.read_bytes()
        file.write_bytes(before.replace(b"marks: true\n", b"").replace(b"a\n", b"aa\n"))
        number = before.count(b"\n", 0, before.index(b"<<<<<<<")) + 1 - before.count(b"marks: true")
        with pytest.raises(UnreadableSource, match=f"{name}, line {number}"):
            import_study(tmp_path / "out", tmp_path / "refused.jejak")
        file.write_bytes(before)


def values_of(study: Study, case: str) -> dict[str, str]:
    return {
        study.store.get(Attribute, one.attribute).name: one.value
        for one in study.store.all(AttributeValue, owner=study.cases.get(case).guid)
    }


def test_cases_and_codes_may_be_written_by_hand(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ge", kind="person")
        study.cases.set_attributes(case, {"usia": "41", "kota": "Bandung"})
        study.exchange.write(tmp_path / "out", format="plain")
    table = tmp_path / "out" / "cases.csv"
    assert table.read_text("utf-8").splitlines()[0] == "guid,name,kind,description,kota,usia"
    changed = table.read_text("utf-8").replace("Bandung,41", ",42") + ",De,person,,Medan,\n"
    table.write_text(changed, "utf-8")
    book = tmp_path / "out" / "codebook.yaml"
    book.write_text(
        book.read_text("utf-8") + "  - name: Baru\n    children:\n      - name: Bawah\n"
    )
    made, report = import_study(tmp_path / "out", tmp_path / "new.jejak")
    with made:
        assert values_of(made, "Ge") == {"usia": "42"}
        assert values_of(made, "De") == {"kota": "Medan"}
        below = made.codebook.get("Bawah")
        assert made.store.get(Code, below.parent or "").name == "Baru"
        assert [one.code for one in report.problems] == ["changed-outside"]
        assert made.store.verify() == []


def test_the_same_study_is_the_same_bytes_and_redacted_has_no_history(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        for name in ("one", "two"):
            study.exchange.write(tmp_path / name, format="plain")
        study.exchange.write(tmp_path / "redacted", format="plain", redact=True)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    redacted = files_of(tmp_path / "redacted")
    assert not {name for name in redacted if name.startswith(("changes", "originals", "earlier"))}
    made, report = import_study(tmp_path / "redacted", tmp_path / "new.jejak")
    with made:
        assert len(made.store.all(Coding)) == 2
        assert report.problems == ()
