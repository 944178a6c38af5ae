from __future__ import annotations

from pathlib import Path

from support.studies import TALK, small_study


def test_a_study_says_where_it_lies_and_what_it_takes(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        found = study.store.stored()
        assert found.path == str(tmp_path / "small.jejak")
        assert found.size >= (tmp_path / "small.jejak").stat().st_size > 0
        assert found.texts in {len(TALK), len(TALK) - 1}
        assert found.original_files == 1
        assert found.originals == len(TALK.encode())
        assert found.changes == study.store.head
        with study.at(2) as then:
            assert (then.store.stored().path, then.store.stored().size) == (None, 0)
