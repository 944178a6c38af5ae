from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Finding
from jejak.study import Study
from support.studies import small_study


def board(study: Study, status: str) -> list[str]:
    cards = [card for card in study.findings.cards() if card.finding.status == status]
    cards.sort(key=lambda card: (card.position or 99, card.finding.label))
    return [card.finding.label for card in cards]


def three(study: Study) -> list[Finding]:
    return [study.findings.add(f"Temuan {n}") for n in range(3)]


def test_a_finding_keeps_its_place_among_those_of_its_status(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        one, two, three_ = three(study)
        study.findings.place(three_, "hunch", one.guid)
        assert board(study, "hunch") == ["F3", "F1", "F2"]
        moved = study.findings.place(two, "qualified")
        assert (moved.status, board(study, "qualified")) == ("qualified", ["F2"])
        study.findings.place(one, "qualified", two.guid)
        assert board(study, "qualified") == ["F1", "F2"]
        study.trail.undo()
        assert (board(study, "hunch"), board(study, "qualified")) == (["F3", "F1"], ["F2"])
        study.findings.remove(study.findings.get("F3"))
        assert board(study, "hunch") == ["F1"]


def test_a_place_that_is_none_changes_nothing(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        one, two, _ = three(study)
        head = study.store.head
        with pytest.raises(InvalidInput):
            study.findings.place(one, "certain")
        with pytest.raises(NotFound):
            study.findings.place(one, "qualified", two.guid)
        assert study.store.head == head


def test_rivals_are_rivals_of_each_other_with_a_reason(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        one, two, _ = three(study)
        study.findings.set_rival(one, two.guid, " Terlalu sedikit yang mengatakannya. ")
        for this, other in ((one, two), (two, one)):
            rival = study.findings.card(this).rivals[0]
            assert rival.finding.guid == other.guid
            assert rival.why == "Terlalu sedikit yang mengatakannya."
        study.findings.set_rival(two, one.guid, "Lain")
        assert [rival.why for rival in study.findings.card(one).rivals] == ["Lain"]
        with pytest.raises(InvalidInput):
            study.findings.set_rival(one, one.guid)
        study.findings.remove_rival(two, one.guid)
        assert study.findings.card(one).rivals == ()
        with pytest.raises(NotFound):
            study.findings.remove_rival(one, two.guid)
        study.trail.undo()
        study.findings.remove(two)
        assert study.findings.card(one).rivals == ()


def test_a_finding_cites_works(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        one = study.findings.add("Temuan")
        work = study.references.add({"title": "Qualitative data analysis"}, "Miles 1994")
        study.references.cite(work, "finding", one.guid)
        assert [cited.key for cited in study.findings.card(one).references] == ["Miles 1994"]
        study.references.uncite(work, one.guid)
        assert study.findings.card(one).references == ()
