from __future__ import annotations

import re
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model import Code, Coding, Link, NetworkEdge, NetworkNode, Segment, User
from jejak.services.network_sketch import NewArrow, NewBox
from jejak.study import Study
from support.studies import TALK, small_study


def drawn(study: Study, kind: str = "causal-network", name: str = "J"):
    shown = study.displays.save(name, kind)
    first = study.networks.add_node(shown, "Takut", x=300)
    second = study.networks.add_node(shown, "Akun baru", x=10, level="high")
    return shown, first, second, study.networks.add_edge(shown, first.guid, second.guid, sign="+")


def test_what_is_drawn_is_told_as_a_table_with_what_it_rests_on(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        shown, first, second, edge = drawn(study)
        source = study.sources.get("S-01")
        study.cases.tie_speaker(study.cases.add("Gita"), "G")
        for words in ("Bikin akun baru lagi 😀", "Takut", "DS"):
            start, end = study.coding.locate(source, words)
            study.networks.add_evidence(edge, source=source, start=start, end=end)
        study.networks.add_evidence(first, segment=study.store.all(Coding)[0].segment)
        matrix = study.displays.shown(shown)
        assert [heading.key for heading in matrix.rows] == [second.guid, first.guid, edge.guid]
        assert [heading.depth for heading in matrix.rows] == [0, 0, 1]
        row = [matrix.at(2, column) for column in range(3)]
        assert [cell.value for cell in row] == [3, 1, 1]
        assert study.retrieval.find(row[0].query).total == 3
        assert study.retrieval.find('network:J and case = "Gita"').total == 2
        assert study.retrieval.find("network:j").total == 3
        found = study.displays.compute(
            "causal-network", {"network": shown.guid, "filter": "code:Murah"}
        )
        assert found.at(2, 0).value == 1
        assert study.retrieval.find(found.at(2, 0).query).total == 1
        assert matrix.network is not None
        assert [box.label for box in matrix.network.boxes] == ["Takut", "Akun baru"]


def test_evidence_stays_where_codings_go_and_goes_where_words_go(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        shown, _, _, edge = drawn(study)
        source = study.sources.get("S-01")
        study.networks.add_evidence(edge, segment=study.store.all(Coding)[0].segment)
        start, end = study.coding.locate(source, "Takut")
        study.networks.add_evidence(edge, source=source, start=start, end=end)
        study.coding.remove([coding.guid for coding in study.store.all(Coding)])
        assert len(study.networks.get(shown).edges[0].evidence) == 2
        study.sources.correct(source, start, end, "")
        grounds = study.networks.get(shown).edges[0].evidence
        assert [ground.lost for ground in grounds] == [False, True]
        assert study.displays.shown(shown).at(2, 0).value == 1
        study.networks.remove(edge)
        assert study.store.all(Segment) == []
        study.undo()
        study.sources.remove([study.sources.get("S-01")])
        assert study.networks.get(shown).edges[0].evidence == ()
        assert study.store.verify() == []


def test_a_box_outlives_what_it_stands_for(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        shown = study.displays.save("J", "causal-network")
        anonim, murah = study.codebook.get("Anonim"), study.codebook.get("Murah")
        node = study.networks.add_node(shown, "Anonimitas", about=("code", anonim.guid))
        study.networks.add_node(shown, "Harga", about=("code", murah.guid))

        def about():
            return [one.about and one.about.name for one in study.networks.get(shown).nodes]

        study.codebook.update(anonim, name="Tanpa nama")
        assert about() == ["Tanpa nama", "Murah"]
        study.codebook.merge([study.store.get(Code, anonim.guid)], murah)
        assert about() == ["Murah", "Murah"]
        study.codebook.remove(study.store.get(Code, murah.guid))
        assert about() == [None, None]
        assert [one.label for one in study.networks.get(shown).nodes] == ["Anonimitas", "Harga"]
        study.undo(3)
        assert about() == ["Anonim", "Murah"]
        assert study.store.get(NetworkNode, node.guid).label == "Anonimitas"


def test_what_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        shown, first, second, edge = drawn(study)
        table = study.displays.save("T", "code-frequencies")
        other = study.networks.add_node(study.displays.save("K", "context-chart"), "Lain")
        networks, head = study.networks, study.store.head
        with pytest.raises(InvalidInput, match="drawn by hand"):
            networks.add_node(table, "x")
        with pytest.raises(InvalidInput, match="drawn by hand"):
            networks.get(table)
        with pytest.raises(Conflict, match="already"):
            networks.add_edge(shown, first.guid, second.guid)
        with pytest.raises(InvalidInput, match="one box to another"):
            networks.add_edge(shown, first.guid, first.guid)
        with pytest.raises(NotFound):
            networks.add_edge(shown, first.guid, other.guid)
        with pytest.raises(NotFound):
            networks.move(shown, {other.guid: (1, 1)})
        for values in ({"kind": "x"}, {"level": "x"}, {"sign": "x"}, {"user": "x"}):
            with pytest.raises(InvalidInput):
                networks.add_node(shown, "x", **values)
        with pytest.raises(InvalidInput):
            networks.add_node(shown, " ")
        with pytest.raises(InvalidInput):
            networks.update_edge(edge, strength=9)
        with pytest.raises(InvalidInput, match="cannot stand for"):
            networks.add_node(shown, "x", about=("user", study.user.guid))
        with pytest.raises(NotFound):
            networks.remove_evidence(first.guid)
        segment = study.store.all(Segment)[0].guid
        networks.add_evidence(edge, segment=segment)
        with pytest.raises(Conflict):
            networks.add_evidence(edge, segment=segment)
        with pytest.raises(InvalidInput):
            networks.add_evidence(edge)
        assert study.store.head == head + 1


def test_many_are_drawn_in_one_step_and_those_there_are_not_drawn_again(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        shown = study.displays.save("J", "cognitive-map")
        murah = study.codebook.get("Murah")
        boxes = [
            NewBox("a", "Satu"),
            NewBox("b", "Dua", about=("code", murah.guid)),
            NewBox("c", "Tiga"),
        ]
        arrows = [NewArrow("a", "b", "+"), NewArrow("b", "c", "-", 3, "lalu")]
        assert study.networks.draw(shown, boxes, arrows) == (3, 2)
        places = [(node.x, node.y) for node in study.networks.get(shown).nodes]
        assert len({x for x, _ in places}) == 3
        again = [
            NewBox("x", "satu "),
            NewBox("y", "Murah", about=("code", murah.guid)),
            NewBox("z", "Empat"),
        ]
        assert study.networks.draw(shown, again, [NewArrow("x", "y"), NewArrow("y", "z")]) == (1, 1)
        assert [(n.x, n.y) for n in study.networks.get(shown).nodes][:3] == places
        study.undo()
        assert len(study.networks.get(shown).nodes) == 3
        copy = study.displays.save("Salinan", "cognitive-map", {"network": shown.guid})
        assert len(study.networks.get(copy).edges) == 2
        study.networks.remove(*study.store.all(NetworkNode, display=shown.guid))
        assert study.store.count(NetworkEdge) == 2
        assert study.networks.get(copy).nodes[1].about is not None


def test_a_blind_coder_sees_what_they_drew_themselves(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        shown, *_ = drawn(study)
        other = User(name="Bayu")
        with study.change("Add a coder") as change:
            change.add(other)
        assert study.networks.get(shown, authors=[other.guid]).nodes == ()
        assert len(study.networks.get(shown, authors=[study.user.guid]).edges) == 1
        given = {"network": shown.guid}
        blind = study.displays.compute("causal-network", given, coders=[other.guid])
        assert blind.rows == ()
        assert study.networks.check(shown, authors=[other.guid]) == []


def test_checks_name_what_to_look_at_again(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        shown, first, second, edge = drawn(study)
        alone = study.networks.add_node(shown, "Sendiri")
        back = study.networks.add_edge(shown, second.guid, first.guid, sign="-")
        study.networks.add_evidence(back, segment=study.store.all(Segment)[0].guid)
        found = {flaw.check: flaw for flaw in study.networks.check(shown)}
        assert set(found) == {"circle", "no evidence", "alone"}
        assert set(found["circle"].parts) == {first.guid, second.guid, edge.guid, back.guid}
        assert "balances" in found["circle"].sentence.text
        assert found["no evidence"].parts == (edge.guid,)
        assert found["alone"].parts == (alone.guid,)


def test_a_withdrawn_person_is_no_box_by_their_name(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        shown = study.displays.save("K", "context-chart")
        case = study.cases.add("Gita")
        study.cases.tie_speaker(case, "G")
        node = study.networks.add_node(shown, "Gita", about=("case", case.guid))
        source = study.sources.get("S-01")
        start, end = study.coding.locate(source, "Bikin akun baru lagi 😀")
        study.networks.add_evidence(node, source=source, start=start, end=end)
        study.protection.withdraw(case)
        left = study.networks.get(shown).nodes[0]
        assert left.label != "Gita"
        assert left.about is not None
        assert left.about.name == left.label
        assert left.evidence == ()
        assert study.store.count(Link, role="evidence") == 0
        for entry in study.trail.entries(limit=None):
            for touched in study.trail.touched(entry.seq):
                assert not re.search(r"\bGita\b", f"{touched.before} {touched.after}")
        assert study.store.verify() == []
    assert TALK.startswith("P: Pakai")
