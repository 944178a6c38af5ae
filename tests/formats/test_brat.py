from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from jejak.errors import UnreadableSource
from support.annotations import back, spans_of

WORDS = "Sari 😀 menjual\nikan di pasar dan di rumah.\n"
ANN = """T1\tPerson 0 6\tSari 😀
T2\tSell 7 14\tmenjual
T3\tPlace 23 28;36 41\tpasar rumah
T4\tThing 7 14;15 19\tmenjual ikan
E1\tSell:T2 Seller:T1 Where:T3
A1\tNegation E1
A2\tTense T2 Present
R1\tnear Arg1:T1 Arg2:T3
*\tEquiv T1 T4
N1\tReference T1 Wikipedia:534366\tSari
#1\tAnnotatorNotes T1\tpenjual itu
T9\tBroken 3\tx
rubbish
T5\tFar 90 99\tx
R2\tnear Arg1:T1 Arg2:T77
"""


def folder(path: Path) -> Path:
    (path / "a").mkdir()
    (path / "a" / "satu.txt").write_text(WORDS, "utf-8")
    (path / "a" / "satu.ann").write_text(ANN, "utf-8")
    (path / "a" / "dua.ann").write_text("", "utf-8")
    (path / "visual.conf").write_text("[labels]\nPerson | Orang | O\n", "utf-8")
    return path


def test_all_kinds_of_lines(tmp_path: Path) -> None:
    study, told = back("brat", folder(tmp_path))
    rows = {(row[3], row[4]): row for row in spans_of(study)}
    assert set(rows) == {
        ("Sari 😀", "Orang"), ("menjual", "Sell"), ("menjual\nikan", "Thing"),
        ("pasar", "Place"), ("rumah", "Place"),
    }  # fmt: skip
    assert rows["Sari 😀", "Orang"][7] == "Wikipedia:534366 Sari\n\npenjual itu"
    assert rows["menjual", "Sell"][7] == "Negation\n\nTense: Present"
    ties = {(key[0], tie.split(",")[0].strip("('")) for key, row in rows.items() for tie in row[8]}
    assert ties == {
        ("menjual", "Seller"), ("menjual", "Where"), ("Sari 😀", "near"), ("Sari 😀", "Equiv"),
        ("pasar", "continues"),
    }  # fmt: skip
    assert [(one.code, one.where) for one in told.problems] == [
        ("no-text", "a/dua.ann"), ("line-left-out", "a/satu.ann: 12"), ("line-left-out", "a/satu.ann: 13"),
        ("span-left-out", "satu: 90–99 Far"), ("tie-left-out", "satu: near T1 T77"),
    ]  # fmt: skip


def test_an_archive_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    place = folder(tmp_path / "f")
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as archive:
        for one in sorted(place.rglob("*.*")):
            archive.write(one, one.relative_to(place).as_posix())
    assert spans_of(back("brat", tmp_path / "f.zip")[0]) == spans_of(back("brat", place)[0])


def test_an_archive_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "f.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.ann", "")
        archive.writestr("a.txt", b"\0" * 30_000_000)
    with pytest.raises(UnreadableSource) as caught:
        back("brat", tmp_path / "f.zip")
    assert caught.value.code == "archive-bomb"
