from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from support.studies import everything, small_study

# Written by hand: the same work three ways, another one, and a broken entry.
LIBRARY = rb"""
@article{sari, title={Membaca}, author={Sari, Dewi}, year=2019, doi={10.1234/a}}
@article{again, title={Membaca!}, author={Sari, D.}, year=2019, abstract={Isi.}}
@article{other, title={Membaca}, author={Sari, Dewi}, year=2019, doi={10.1234/b}}
@book{broken, title = {x
"""


def test_files_come_in_as_one_change_each_work_once(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = everything(study.store)
        told = study.reference_import.add_files([("l.bib", LIBRARY)], dry_run=True)
        assert (everything(study.store), told.seq) == (before, None)
        report = study.reference_import.add_files([("l.bib", LIBRARY), ("x.txt", b"x")])
        assert [one.key for one in report.new] == ["sari", "other"]
        assert [(one.short, one.duplicate_of) for one in report.duplicates] == [
            ("Sari 2019", "sari")
        ]
        assert [(name, problem.where) for name, problem in report.problems] == [
            ("l.bib", "5"), ("x.txt", ""),
        ]  # fmt: skip
        again = study.reference_import.add_files([("l.bib", LIBRARY)])
        assert (again.new, len(again.duplicates), again.seq) == ((), 3, None)
        study.undo()
        assert everything(study.store) == before


def test_works_that_are_there_are_enriched_or_added_again(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.reference_import.add_files([("l.bib", LIBRARY)], duplicates="merge")
        works = {one.key: one for one in study.references.all()}
        assert works["sari"].csl["abstract"] == "Isi."
        richer = LIBRARY.replace(
            b"year=2019, doi={10.1234/b}", b"year=2019, doi={10.1234/b}, note={n}"
        )
        done = study.reference_import.add_files([("l.bib", richer)], duplicates="merge")
        assert done.seq is not None
        assert study.references.get("other").csl["note"] == "n"
        assert (
            len(study.reference_import.add_files([("l.bib", LIBRARY)], duplicates="add").new) == 3
        )
        with pytest.raises(InvalidInput):
            study.reference_import.add_files([], duplicates="perhaps")
