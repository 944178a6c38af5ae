from __future__ import annotations

from pathlib import Path

from jejak.services.retrieval import FoundGroup
from support.studies import small_study


def test_headings_count_what_stands_under_them(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        code = study.codebook.get("Anonim").guid
        found = study.retrieval.groups('code:Triple-A or text:"akun palsu"', by="code")
        assert (found.total, found.places) == (3, 3)
        assert found.groups[0] == FoundGroup(code, "Triple-A/Anonim", 1)
        assert found.groups[-1] == FoundGroup(None, None, 1)
        assert study.find("code:Triple-A", by="coder").groups.rows() == [
            {"guid": study.user.guid, "coder": "Rina", "passages": 2}
        ]
        # Those of the next page go on where the first ended.
        pages = [
            study.retrieval.find("code:Triple-A", by="code", offset=at, limit=1).segments[0].text
            for at in (0, 1)
        ]
        assert pages == ["namanya palsu", "Bikin akun baru lagi 😀"]


def test_answers_are_of_the_study_as_it_stands(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        query = "code:Anonim or memo:doubt"
        assert study.retrieval.find(query).total == 1
        other = study.find("code:Murah").segments[0]
        study.memos.add("doubt", "", about=[("coding", other.codings[0])])
        assert study.retrieval.find(query).total == 2
        assert study.retrieval.find(query, coders=[]).total == 0
        study.undo()
        assert study.retrieval.find(query).total == 1
