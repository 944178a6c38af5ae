from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.i18n import translate
from support.studies import everything, small_study


def test_attributes_keep_the_order_they_are_given(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        made = [study.attributes.add(name) for name in ("usia", "kota", "peran")]
        study.attributes.arrange([made[2].guid, made[0].guid])
        assert [one.name for one in study.attributes.all("case")] == ["peran", "usia", "kota"]
        study.attributes.arrange([made[1].guid, made[2].guid, made[0].guid])
        assert [one.name for one in study.attributes.all()] == ["kota", "peran", "usia"]
        study.attributes.remove(made[2])
        assert [one.name for one in study.attributes.all()] == ["kota", "usia"]
        with pytest.raises(NotFound):
            study.attributes.arrange([made[2].guid])


def test_a_type_is_changed_where_the_values_fit_or_may_go(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        usia = study.attributes.add("usia")
        for name, value in (("Gita", "31"), ("Dewa", "tiga"), ("Sari", "9,5")):
            study.cases.add(name, attributes={"usia": value})
        assert [one.name for one in study.attributes.misfits(usia, "number")] == ["Dewa"]
        before = everything(study.store)
        with pytest.raises(Conflict, match="tiga"):
            study.attributes.update(usia, type="number")
        assert everything(study.store) == before
        now = study.attributes.update(usia, type="number", clear=True, description="tahun")
        assert now.type == "number"
        assert [one.value for one in study.attributes.values("case")] == ["31", "9.5"]
        study.undo()
        assert everything(study.store) == before


def test_options_are_renamed_with_the_values(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        peran = study.attributes.add("peran", "list", options=("penjual", "pembeli"))
        case = study.cases.add("Gita", attributes={"peran": "penjual"})
        study.attributes.update(
            peran, options=("pedagang", "pembeli"), renamed={"penjual": "pedagang"}
        )
        assert study.cases.cards([case])[0].attributes == {"peran": "pedagang"}


@pytest.mark.parametrize(
    "values",
    [{"name": " "}, {"type": "list"}, {"type": "list", "options": ("a", "A")}, {"of": "source"}],
)
def test_what_makes_no_sense_of_an_attribute_is_refused(tmp_path: Path, values: dict) -> None:
    with small_study(tmp_path) as study:
        attribute = study.attributes.add("usia")
        with pytest.raises(InvalidInput):
            study.attributes.update(attribute, **values)


def test_a_block_is_one_change_and_wrong_values_are_refused_one_by_one(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        one, other = study.cases.add("Gita"), study.cases.add("Dewa")
        kinds = ("number", "date", "time", "boolean", "list", "text")
        made = {
            kind: study.attributes.add(kind, kind, options=("a", "b") if kind == "list" else ())
            for kind in kinds
        }
        before = everything(study.store)
        good = ("1,5", "03/04/2026", "14.30", "ya", "B", " apa ")
        block = [
            (one.guid, made[kind].guid, value) for kind, value in zip(kinds, good, strict=True)
        ]
        block += [(other.guid, made[kind].guid, "bukan") for kind in kinds]
        block += [
            (other.guid, made["text"].guid, None),
            (other.guid, made["date"].guid, "25/04/2026"),
        ]
        report = study.attributes.set_values("case", block)
        assert report.changed == 7
        assert len(report.refused) == 5
        for refused in report.refused:
            assert translate(refused.why, "en") != translate(refused.why, "id")
        assert study.cases.cards([one])[0].attributes == {
            "number": "1.5", "date": "2026-04-03", "time": "14:30:00", "boolean": "true",
            "list": "b", "text": "apa",
        }  # fmt: skip
        assert study.cases.cards([other])[0].attributes == {"date": "2026-04-25"}
        study.undo()
        assert everything(study.store) == before


def test_what_somebody_else_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Gita", attributes={"kota": "Senja"})
        kota = study.attributes.all()[0]
        key = (case.guid, kota.guid)
        report = study.attributes.set_values("case", [(*key, "Lembayung")], {key: "Fajar"})
        assert (report.changed, len(report.refused)) == (0, 1)
        assert "Senja" in str(report.refused[0].why)
        assert study.attributes.set_values("case", [(*key, "Lembayung")], {key: "Senja"}).changed


def test_values_are_of_owners_and_attributes_that_are_there(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        case = study.cases.add("Gita")
        tahap = study.attributes.add("tahap", of="source")
        assert study.attributes.set_values("source", [(source.guid, tahap.guid, "1")]).changed == 1
        assert [one.value for one in study.attributes.values("source", [source.guid])] == ["1"]
        with pytest.raises(InvalidInput):
            study.attributes.set_values("case", [(case.guid, tahap.guid, "1")])
        with pytest.raises(NotFound):
            study.attributes.set_values("source", [(case.guid, tahap.guid, "1")])
        with pytest.raises(InvalidInput):
            study.attributes.set_values("code", [(case.guid, tahap.guid, "1")])
