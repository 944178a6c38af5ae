from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.model import Code
from support.words import talked_study


def test_lines_tell_words_around_case_and_codes(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        found = study.retrieval.concordance("word:akun", sort=["left1", "source"], context=10)
        assert found.total == 9
        assert len({(line.source, line.start) for line in found.lines}) == 9
        first = study.retrieval.concordance("word:akun and case = Sari", sort=["right1"], context=5)
        assert [line.after.split()[0] for line in first.lines] == ["baru", "baru", "lama"]
        assert {line.case for line in first.lines} == {"Sari"}
        (takut,) = (code.guid for code in study.store.all(Code, name="Takut"))
        assert [line.codes for line in first.lines] == [(), (), (takut,)]
        page = study.retrieval.concordance("word:akun", sort=["left1", "source"], offset=7, limit=5)
        assert [line.start for line in page.lines] == [line.start for line in found.lines[7:]]
        with pytest.raises(InvalidInput, match="sorted by"):
            study.retrieval.concordance("word:akun", sort=["up"])


def test_a_name_that_is_cut_leaves_in_no_line(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        study.sources.add_text("Lain", "Kata Gita Permata Dewi akun.\nsi Permata itu")
        case = study.cases.add("S-77")
        study.cases.tie_speaker(case, "Gita Permata Dewi")
        for context in (3, 8, 60):
            told = study.retrieval.concordance_content("word:akun", ".csv", context=context)
            assert b"ermata" not in told
            assert b"Dewi" not in told
        whole = study.concordance("word:permata", sort=["left1"])
        assert "Permata" in str(whole.rows())
        assert b"Permata" not in whole.save(tmp_path / "lines.csv").read_bytes()
