"""UIMA CAS, written and read by the library that INCEpTION's community uses, in UTF-16 units outside."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import cassis
import pytest
from hypothesis import given, settings

from jejak.errors import UnreadableSource
from jejak.model import Source
from support.annotations import Records, away, back, spans_of, studies


@pytest.mark.parametrize("format", ["cas-json", "cas-xmi"])
@settings(max_examples=8)
@given(study=studies())
def test_it_comes_back_as_it_was(format: str, study: Records) -> None:
    with TemporaryDirectory() as folder:
        tally = away(format, study, Path(folder) / "c")
        again, told = back(format, Path(folder) / "c")
        assert spans_of(again) == spans_of(study)
        assert sorted(again.texts) == sorted(study.texts)
        sources = ({(one.guid, one.name) for one in each.each(Source)} for each in (again, study))
        assert next(sources) == next(sources)
        assert (tally.problems, told.problems) == ([], [])


def layered() -> cassis.Cas:
    types = cassis.TypeSystem()
    layer = types.create_type("webanno.custom.Nada", "uima.tcas.Annotation")
    types.create_feature(layer, "rasa", "uima.cas.String")
    types.create_type(
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "uima.tcas.Annotation"
    )
    cas = cassis.Cas(types)
    cas.sofa_string = "😀 Baik saja"
    cas.add(layer(begin=2, end=6, rasa="hangat"))
    cas.add(layer(begin=7, end=11))
    cas.add(
        types.get_type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")(begin=2, end=6)
    )
    return cas


def test_layers_are_codes_and_folders_of_annotators_one_source(tmp_path: Path) -> None:
    place = tmp_path / "p" / "annotation" / "talk.txt"
    place.mkdir(parents=True)
    for name in ("rina", "budi", "INITIAL_CAS"):
        (place / f"{name}.json").write_text(layered().to_json(), "utf-8")
    study, told = back("cas-json", tmp_path / "p")
    assert [(one[0], one[3], one[4], one[5]) for one in spans_of(study)] == [
        ("talk.txt", "Baik", "Nada/hangat", "budi"), ("talk.txt", "Baik", "Nada/hangat", "rina"),
        ("talk.txt", "saja", "Nada", "budi"), ("talk.txt", "saja", "Nada", "rina"),
    ]  # fmt: skip
    assert {one.code for one in told.problems} == {"machinery"}


def test_a_broken_file_costs_that_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(layered().to_json(), "utf-8")
    (tmp_path / "b.json").write_text('{"%FEATURE_STRUCTURES": 7, "%TYPES": {}}', "utf-8")
    wrong = layered().to_json().replace('"end":7', '"end":999').replace('"end": 7', '"end": 999')
    (tmp_path / "c.json").write_text(wrong, "utf-8")
    study, told = back("cas-json", tmp_path)
    assert len(spans_of(study)) == 2
    assert [(one.code, one.where) for one in told.problems if one.code != "machinery"] == [
        ("file-left-out", "b.json"), ("file-left-out", "c.json"),
    ]  # fmt: skip


def test_xmi_needs_its_types_and_is_no_door_for_entities(tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_text(layered().to_xmi() or "", "utf-8")
    with pytest.raises(UnreadableSource) as caught:
        back("cas-xmi", tmp_path)
    assert caught.value.code == "no-types"
    layered().typesystem.to_xml(tmp_path / "TypeSystem.xml")
    assert [one[3] for one in spans_of(back("cas-xmi", tmp_path)[0])] == ["Baik", "saja"]
    (tmp_path / "a.xmi").write_text('<!DOCTYPE a [<!ENTITY b "c">]><xmi:XMI/>', "utf-8")
    with pytest.raises(UnreadableSource) as caught:
        back("cas-xmi", tmp_path)
    assert caught.value.code == "corrupt"
