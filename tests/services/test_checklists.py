"""Items of checklists answered: kept, changed, undone, and told over what the study says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Item, User
from jejak.report.checklists.filling import FilledItem
from jejak.services.checklists import Checklists
from jejak.study import Study
from support.studies import everything, small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as made:
        yield made


def item(study: Study, number: str, name: str = "coreq") -> FilledItem:
    items = study.checklists.read(name).filled.items
    return next(one for one in items if one.asked.number == number)


def test_an_answer_stands_over_what_the_study_says(study: Study) -> None:
    before = item(study, "10")
    assert (before.state, before.answer) == ("not on record", None)
    study.checklists.answer("COREQ", "10", text=" Satu orang untuk tiap peran. ", place="hlm. 41")
    told = item(study, "10")
    assert told.state == "on record"
    assert told.computed.state == "not on record"
    assert told.answer is not None
    assert (told.answer.text, told.answer.place) == ("Satu orang untuk tiap peran.", "hlm. 41")
    study.checklists.answer("coreq", "10", state="partly")
    told = item(study, "10")
    assert told.answer is not None
    assert (told.state, told.answer.text) == ("partly", "Satu orang untuk tiap peran.")
    assert study.store.count(Item) == 1


def test_an_answer_is_undone_and_done_again(study: Study) -> None:
    before = everything(study.store)
    study.checklists.answer("srqr", "s20", text="Tidak ada.")
    after = everything(study.store)
    study.undo()
    assert everything(study.store) == before
    study.redo()
    assert everything(study.store) == after
    assert study.checklists.withdraw("srqr", "S20") == 1
    assert everything(study.store) == before
    with pytest.raises(NotFound, match="not answered"):
        study.checklists.withdraw("srqr", "S20")


def test_everybody_has_an_answer_of_their_own_and_the_newest_holds(study: Study) -> None:
    study.checklists.answer("coreq", "3", text="Guru.")
    bayu = User(name="Bayu", initials="BY")
    with study.change("Bayu joins") as change:
        change.add(bayu)
    Checklists(study.store, bayu.guid).answer(
        "coreq", "3", text="Perawat dan guru.", state="partly"
    )
    told = item(study, "3")
    assert [one.by for one in told.answers] == ["Bayu", "Rina"]
    assert told.state == "partly"
    study.checklists.answer("coreq", "3", place="hlm. 3")
    assert [one.text for one in item(study, "3").answers] == ["Guru.", "Perawat dan guru."]


@pytest.mark.parametrize(
    ("name", "number", "values", "kind"),
    [
        ("prisma", "1", {"text": "x"}, NotFound),
        ("coreq", "33", {"text": "x"}, NotFound),
        ("coreq", "1", {"state": "done"}, InvalidInput),
        ("coreq", "1", {"state": "not applicable"}, InvalidInput),
    ],
)
def test_what_cannot_be_answered_is_refused(
    study: Study, name: str, number: str, values: dict[str, str], kind: type[Exception]
) -> None:
    before = everything(study.store)
    with pytest.raises(kind):
        study.checklists.answer(name, number, **values)
    assert everything(study.store) == before


def test_states_are_counted_without_what_is_optional(study: Study) -> None:
    filled = study.checklists.read("criteria").filled
    assert sum(filled.counts.values()) == sum(
        len(domain.items) for domain in filled.checklist.domains if not domain.optional
    )


def test_a_checklist_has_no_other_ending(study: Study) -> None:
    with pytest.raises(InvalidInput, match="cannot be written"):
        study.checklists.file("coreq", ".odt")


def test_a_checklist_is_in_the_report_where_it_is_asked_for(study: Study) -> None:
    names = [one.anchor for one in study.reports.document("en").sections]
    assert {"criteria", "confidence"} <= set(names)
    assert not {"coreq", "srqr"} & set(names)
    html = study.reports.html("id", ["coreq"])
    assert "Jumlah pengode" in html
