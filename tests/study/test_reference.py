from __future__ import annotations

from pathlib import Path

from jejak.model import Coding, Evidence, Finding, Memo, Plausible, Step, Surprise
from jejak.model.finding import FINDING_STATUSES
from jejak.store import Store
from jejak.store.moments import replayed
from jejak.study import open_study
from jejak.study.reference import build_reference


def test_the_reference_study_is_built_from_its_files(tmp_path: Path) -> None:
    path = tmp_path / "demo.jejak"
    assert len(list(build_reference(path))) == 14
    with open_study(path) as study:
        assert study.user.name == "Rina"
        cards = study.findings.cards()
        assert {card.finding.status for card in cards} == set(FINDING_STATUSES)
        assert [card.finding.label for card in cards if card.lacks] == []
        assert len(cards) == 9
        assert study.store.count(Memo) > 12
        assert study.store.count(Coding) > 405 + 293
        assert study.retrieval.find("case.peran = penjual and code:Anonimitas").total > 0
        assert study.retrieval.find("finding:F6").total == 3
        assert [study.store.count(kind) for kind in (Surprise, Step, Plausible)] == [2, 3, 1]
        assert [one.step.number for one in study.verification.reasoning(study.findings.get("F4"))]
        assert len(study.translations.all()) == 3
        assert sorted(one.remark.settled for one in study.remarks.cards()) == [False, False, True]
        ((_, wrong),) = study.manuscripts.misquoted()
        assert [one.annotation.passage[:10] for one in wrong] == ["Tanda jadi"]
        with study.store.read() as rows:
            again = Store(replayed(rows.conn), None, "a replay")
        for record in (Coding, Evidence, Finding, Memo):
            assert again.all(record) == study.store.all(record)


def test_the_same_study_in_english(tmp_path: Path) -> None:
    path = tmp_path / "demo.jejak"
    list(build_reference(path, "en"))
    with open_study(path) as study:
        assert study.store.count(Coding) > 405 + 293
        assert study.retrieval.find("code:Anonymity and case.peran = penjual").total > 0
        assert not study.store.verify()
