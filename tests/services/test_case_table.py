from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jejak.errors import InvalidInput, NotFound
from jejak.i18n import translate
from jejak.services.case_table import CaseRow
from support.examples import examples
from support.studies import everything, small_study


def test_rows_change_cases_and_make_new_ones_as_one_change(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        gita = study.cases.add("Gita", attributes={"usia": "9"})
        before = everything(study.store)
        rows = [
            CaseRow(guid=gita.guid, name="Gita A", kind="Group", values={"usia": "31", "kota": ""}),
            CaseRow(name="Dewa", description="baru", values={"usia": "40", "kota": "Senja"}),
            CaseRow(name=" dewa ", values={"kota": "Fajar"}),
        ]
        told = study.case_table.apply(rows, dry_run=True)
        assert everything(study.store) == before
        done = study.case_table.apply(rows)
        assert (told.made, told.changed, told.touched) == (done.made, done.changed, done.touched)
        assert done.made == ("Dewa",)
        assert done.attributes == (("kota", "text"),)
        assert (done.changed, done.touched, done.refused) == (2, 1, ())
        cards = {card.case.name: card for card in study.cases.cards()}
        assert (cards["Gita A"].case.kind, cards["Gita A"].attributes) == ("group", {"usia": "31"})
        assert cards["Dewa"].attributes == {"usia": "40", "kota": "Fajar"}
        assert cards["Dewa"].case.description == "baru"
        study.undo()
        assert everything(study.store) == before


def test_what_is_not_understood_is_refused_by_itself(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        gita, dewa = study.cases.add("Gita"), study.cases.add("Dewa")
        study.attributes.add("usia", "number")
        report = study.case_table.apply(
            [
                CaseRow(guid=gita.guid, values={"usia": "tiga"}),
                CaseRow(guid=dewa.guid, name="Gita", kind="batu", values={"usia": "31"}),
                CaseRow(values={"usia": "4"}),
                CaseRow(values={"usia": " "}),
            ]
        )
        assert [(one.row, one.column) for one in report.refused] == [
            (1, "kind"), (1, "name"), (2, ""), (0, "usia"),
        ]  # fmt: skip
        assert all(translate(one.why, "id") != str(one.why) for one in report.refused)
        assert report.changed == 1
        with pytest.raises(NotFound):
            study.case_table.apply([CaseRow(guid=study.info.guid)])


def test_new_attributes_have_the_type_that_is_wanted_or_that_their_values_have(
    tmp_path: Path,
) -> None:
    with small_study(tmp_path) as study:
        rows = [
            CaseRow(name="A", values={"usia": "3", "peran": "penjual", "hadir": "ya"}),
            CaseRow(name="B", values={"usia": "4,5", "peran": "pembeli", "hadir": "tidak"}),
        ]
        report = study.case_table.apply(rows, {"peran": "list"})
        assert report.attributes == (("usia", "number"), ("peran", "list"), ("hadir", "boolean"))
        assert study.attributes.all()[1].options == ("penjual", "pembeli")
        with pytest.raises(InvalidInput):
            study.case_table.apply([CaseRow(name="C", values={"baru": "1"})], {"baru": "batu"})


cells = st.one_of(st.none(), st.text(st.characters(codec="utf-8"), max_size=8))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(25))
@given(
    given=st.lists(
        st.tuples(
            st.sampled_from([None, 0, 1]),
            st.one_of(st.none(), st.text(max_size=5)),
            st.dictionaries(st.sampled_from(["usia", "kota", "baru"]), cells),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_is_pasted_is_undone_in_one_step(tmp_path: Path, given: list) -> None:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    folder.mkdir()
    with small_study(folder) as study:
        there = [study.cases.add(name, attributes={"usia": "1"}) for name in ("Gita", "Dewa")]
        study.attributes.update(study.attributes.all()[0], type="number")
        before = everything(study.store)
        rows = [
            CaseRow(guid=None if at is None else there[at].guid, name=name, values=values)
            for at, name, values in given
        ]
        report = study.case_table.apply(rows)
        if report.seq is None:
            assert everything(study.store) == before
            return
        study.undo()
        assert everything(study.store) == before
        study.redo()
        assert study.store.verify() == []


def test_a_cell_that_somebody_else_wrote_since_is_refused(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.attributes.add("lahir", "date")
        gita = study.cases.add("Gita", attributes={"kota": "Senja", "lahir": "2001-02-03"})
        rows = [
            CaseRow(
                guid=gita.guid,
                values={"kota": "Fajar", "lahir": "14/2/2001"},
                seen={"kota": "Senja", "lahir": "3/2/2001"},
            )
        ]
        assert study.case_table.apply(rows).refused == ()
        late = CaseRow(guid=gita.guid, values={"kota": "Kota"}, seen={"kota": "Senja"})
        (refused,) = study.case_table.apply([late]).refused
        assert (refused.column, refused.value) == ("kota", "Kota")
        assert "“Fajar”" in translate(refused.why, "en")
        assert translate(refused.why, "id") != translate(refused.why, "en")
        # Whoever wants the same is in conflict with nobody.
        same = CaseRow(guid=gita.guid, values={"kota": "Fajar"}, seen={"kota": "Senja"})
        assert study.case_table.apply([same]).refused == ()
        study.case_table.apply([CaseRow(guid=gita.guid, values={"kota": ""})])
        again = CaseRow(guid=gita.guid, values={"kota": "Kota"}, seen={"kota": "Fajar"})
        (refused,) = study.case_table.apply([again]).refused
        assert "took away" in translate(refused.why, "en")
