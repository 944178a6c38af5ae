"""A box put between two others in one step, with what the arrow rested on kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Display, NetworkEdge
from jejak.study import Study
from support.studies import everything, small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as found:
        found.cases.tie_speaker(found.cases.add("Gita"), "G")
        found.codebook.add("Takut")
        source = found.sources.get("S-01")
        for words, codes in (
            ("Takut, tapi", ["Takut", "Murah"]),
            ("tapi namanya", ["Takut"]),
            ("akun palsu", ["Murah", "Anonim"]),
        ):
            found.coding.apply(source, *found.coding.locate(source, words), codes)
        network = found.networks.make("Mengapa")
        for name in ("Murah", "Anonim"):
            network.add_box(name, found.codes[name])
        arrow = network.connect("Murah", "Anonim", "-", label="membuat", note="Sejak awal.")
        network.rest_on(arrow, found.sources["S-01"], *found.coding.locate(source, "Pakai akun"))
        yield found


def shown(study: Study) -> list[tuple[str, str, str, int]]:
    drawn = study.networks["Mengapa"].drawn
    names = {node.guid: node.label for node in drawn.nodes}
    return [(names[e.origin], names[e.target], e.sign, len(e.evidence)) for e in drawn.edges]


def test_codes_that_meet_both_ends_are_offered_and_one_is_put_between(study: Study) -> None:
    network = study.networks["Mengapa"]
    (found,) = network.mediators("Murah", "Anonim")
    assert (found.path, found.with_first, found.with_second) == ("Takut", 2, 1)
    assert (found.hold, found.cases) == (1, 1)
    before, head = everything(study.store), study.store.head
    made = network.put_between("Murah", "Anonim", study.codes["Takut"])
    assert shown(study) == [("Murah", "Takut", "", 2), ("Takut", "Anonim", "", 1)]
    node = next(one for one in network.drawn.nodes if one.guid == made.guid)
    assert node.about is not None
    assert node.about.name == "Takut"
    assert node.note == "Murah → Anonim (-): membuat Sejak awal."
    texts = [passage[1] for passage in study.networks.passages(network.drawn).values()]
    assert "Pakai akun" in texts
    assert len(node.evidence) == 1
    assert study.store.head == head + 1
    assert study.store.verify() == []
    study.undo()
    assert everything(study.store) == before


def test_a_box_that_is_there_is_taken_and_a_name_alone_makes_one(study: Study) -> None:
    network = study.networks["Mengapa"]
    there = network.add_box("Rasa  takut")
    network.connect("Murah", "Rasa takut", "+")
    assert network.put_between("Murah", "Anonim", "rasa takut").guid == there.guid
    assert shown(study) == [("Murah", "Rasa takut", "+", 0), ("Rasa takut", "Anonim", "", 0)]
    new = network.put_between("Murah", "rasa takut", "Malu")
    middle = next(one for one in network.drawn.nodes if one.guid == new.guid)
    spots = [(one.x, one.y) for one in network.drawn.nodes]
    assert spots.count((middle.x, middle.y)) == 1
    assert network.mediators("Murah", "Malu") == []


def test_what_cannot_stand_between_is_refused_whole(study: Study) -> None:
    network, before = study.networks["Mengapa"], everything(study.store)
    for what, error in ((study.codes["Murah"], InvalidInput), (" ", InvalidInput)):
        with pytest.raises(error):
            network.put_between("Murah", "Anonim", what)
    with pytest.raises(NotFound):
        network.put_between("Anonim", "Murah", "Malu")
    assert everything(study.store) == before
    assert study.store.all(Display)
    assert len(study.store.all(NetworkEdge)) == 1
