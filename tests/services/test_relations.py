from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Relation
from support.remains import remains
from support.studies import everything, small_study


def test_codes_and_cases_are_related_changed_and_let_go(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = everything(study.store)
        cheap, safe = study.codes.add("Murahan"), study.codes.add("Rasa aman")
        bare = everything(study.store)
        one = study.relations.add(("code", cheap.guid), " leads  to ", ("code", safe.guid), " why ")
        assert (one.type, one.memo) == ("leads to", "why")
        again = study.relations.add(("code", cheap.guid), "leads to", ("code", safe.guid), "anew")
        assert (again.guid, again.memo) == (one.guid, "anew")
        gita, desi = study.cases.add("Gita"), study.cases.add("Desi")
        study.relations.add(("case", desi.guid), "knows", ("case", gita.guid))
        assert study.relations.types() == ["knows", "leads to"]
        (card,) = study.relations.cards(gita.guid)
        assert (card.origin.label, card.relation.type, card.target.label) == (
            "Desi",
            "knows",
            "Gita",
        )
        changed = study.relations.update(study.relations.get(one.guid), type="explains", memo="")
        assert (changed.type, changed.memo) == ("explains", "")
        assert study.relations.remove([changed]) == {"relation": 1}
        study.undo()
        assert study.relations.get(one.guid).type == "explains"
        study.codes.remove(cheap)
        assert study.relations.all(safe.guid) == []
        assert study.store.verify() == []
        for _ in range(7):
            study.undo()
        assert everything(study.store) == bare
        study.undo()
        study.undo()
        assert everything(study.store) == before


def test_what_a_relation_cannot_be_is_refused_whole(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        one, other = study.codes.add("Satu"), study.codes.add("Dua")
        ends = ("code", one.guid), ("code", other.guid)
        first = study.relations.add(ends[0], "leads to", ends[1])
        study.relations.add(ends[0], "explains", ends[1])
        event, state = study.events.add("Blokir"), study.states.add("Diam")
        led = study.states.lead(("event", event.guid), ("state", state.guid))
        before = everything(study.store)
        for origin, type, target in (
            (ends[0], "leads to", ends[0]),
            (ends[0], " ", ends[1]),
            (("event", event.guid), "leads to", ends[0]),
        ):
            with pytest.raises(InvalidInput):
                study.relations.add(origin, type, target)
        with pytest.raises(NotFound):
            study.relations.add(("case", one.guid), "knows", ends[1])
        with pytest.raises(InvalidInput):
            study.relations.update(first, type="explains")
        with pytest.raises(NotFound):
            study.relations.get(led.guid)
        with pytest.raises(NotFound):
            study.relations.remove([study.store.get(Relation, led.guid)])
        assert everything(study.store) == before
        assert led.guid not in {one.guid for one in study.relations.all()}


def test_who_withdraws_takes_their_relations_along(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        gita, desi = study.cases.add("Gita"), study.cases.add("Desi")
        study.relations.add(("case", gita.guid), "qqhires", ("case", desi.guid), "qqsecret")
        path = study.store.path
        study.protection.withdraw(gita)
        assert study.relations.all() == []
        assert study.store.verify() == []
    assert remains(path, ["qqhires", "qqsecret", "Gita"]) == []


def test_a_code_is_put_between_two_and_each_half_keeps_the_reason(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source, fear = study.sources.get("S-01"), study.codebook.add("Takut")
        cheap, hidden = study.codebook.get("Murah"), study.codebook.get("Anonim")
        for words, codes in (
            ("Takut, tapi", ["Takut", "Murah"]),
            ("akun palsu", ["Takut", "Anonim"]),
        ):
            study.coding.apply(source, *study.coding.locate(source, words), codes)
        tie = ("code", cheap.guid), "leads to", ("code", hidden.guid)
        whole = study.relations.add(*tie, memo="G")
        study.relations.add(tie[0], "leads to", ("code", fear.guid), "D")
        before = everything(study.store)
        assert study.relations.mediators(whole)[0].guid == fear.guid
        for middle in (tie[0], tie[2]):
            with pytest.raises(InvalidInput, match="one of the two already"):
                study.relations.put_between(whole, middle)
        halves = study.relations.put_between(whole, ("code", fear.guid))
        assert [(one.origin, one.target, one.memo) for one in halves] == [
            (cheap.guid, fear.guid, "D\n\nG"),
            (fear.guid, hidden.guid, "G"),
        ]
        assert {one.guid for one in study.relations.all()} == {one.guid for one in halves}
        study.undo()
        assert everything(study.store) == before
        people = [("case", study.cases.add(name).guid) for name in "XY"]
        assert study.relations.mediators(study.relations.add(people[0], "knows", people[1])) == []
