from __future__ import annotations

from pathlib import Path

import pytest

from jejak.displays.networks.walk import asked
from jejak.errors import InvalidInput
from jejak.study import Study
from support.studies import small_study


def peopled(study: Study) -> None:
    """Three cases: G says what is coded, DS is heard and never coded, X is known by name alone."""
    study.cases.add_attribute("umur", "number", "case", (), "")
    study.cases.add_attribute("peran", "text", "case", (), "")
    for name, age, role in (("G", "20", "penjual"), ("DS", "40", "pembeli"), ("X", None, "lain")):
        case = study.cases.add(name)
        study.cases.tie_speaker(case, name)
        study.cases.set_attributes(case, {"umur": age, "peran": role})


def test_an_attribute_that_is_not_known_is_no_answer(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        peopled(study)
        corpus = study.store.corpus()
        yes, known = asked("case.umur > 30", corpus)
        assert (yes.tolist(), known.tolist()) == ([False, True, False], [True, True, False])
        yes, known = asked("code:Anonim", corpus)
        assert (yes.tolist(), known.tolist()) == ([True, False, False], [True, True, False])
        with pytest.raises(InvalidInput, match="cannot ask"):
            asked("text:akun", corpus)


def test_every_case_walks_and_the_tree_is_judged(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        peopled(study)
        shown = study.displays.save("Pohon", "decision-tree", {"outcome": "case.peran"})
        old = study.networks.add_node(shown, "Tua?", test="case.umur > 30")
        buyer = study.networks.add_node(shown, "Pembeli", kind="outcome")
        seller = study.networks.add_node(shown, "Muda", kind="outcome", test="penjual")
        assert {flaw.check for flaw in study.networks.check(shown)} == {"alone", "beginnings"}
        study.networks.add_edge(shown, old.guid, buyer.guid, sign="+")
        assert "answers" in {flaw.check for flaw in study.networks.check(shown)}
        study.networks.add_edge(shown, old.guid, seller.guid, sign="-")
        assert study.networks.check(shown) == []
        matrix = study.displays.shown(shown)
        row = {heading.key: at for at, heading in enumerate(matrix.rows)}
        came, right, wrong = (
            [heading.key for heading in matrix.columns].index(key)
            for key in ("came", "right", "wrong")
        )
        assert [matrix.at(row[node.guid], came).value for node in (old, buyer, seller)] == [3, 1, 1]
        assert matrix.at(row[buyer.guid], right).value == 1
        assert matrix.at(row[seller.guid], wrong).value == 0
        assert matrix.at(row[old.guid], right).state == "not applicable"
        notes = [note.text for note in matrix.caption.notes]
        assert any("hit rate" in note for note in notes)
        assert any("has no answer" in note for note in notes)
        assert matrix.attributes == (("case", "peran"), ("case", "umur"))
        hidden = next(one for one in study.attributes.all() if one.name == "umur")
        study.about.set_privacy(hidden=[hidden.guid])
        with pytest.raises(InvalidInput, match="stay in the study"):
            study.displays.leaving(matrix)
        study.networks.update_node(buyer, test="penjual")
        again = study.displays.shown(shown)
        assert again.at(row[buyer.guid], wrong).value == 1
