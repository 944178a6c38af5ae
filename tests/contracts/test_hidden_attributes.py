"""No display that rests on an attribute whose values stay in the study leaves it, however it uses them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from jejak.displays import DISPLAYS, Setting
from jejak.displays.plain import plain_matrix
from jejak.errors import InvalidInput, JejakError
from jejak.model import Attribute
from jejak.model.shape import Matrix
from jejak.study import Study
from support.studies import small_study

HIDDEN = ("tingkat", "umur", "peran")
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# What is chosen for settings of each type.
_CHOSEN: Mapping[str, tuple[object, ...]] = {
    "attribute": ("case.tingkat", "case.umur", "case.peran"),
    "trait": ("case.peran",),
    "measure": ("case.umur", "case.tingkat"),
    "variable": ("umur", "tingkat"),
    "order": ("case.tingkat", "-case.umur", "case.peran"),
    "facets": (["case.peran"], ["code", "case.umur"]),
}
# Ways to ask for it: by name, in a set, in sets within sets, by what its ratings rest on.
_FILTERS = (
    "case.tingkat = tinggi",
    "in set:Atas",
    'code:* overlaps in set:"Di dalam"',
    "not in set:terdalam or code:Murah",
    "rating:Tingkat",
)
# Matrices of one's own that ask for it in other ways.
_OWN: tuple[Mapping[str, object], ...] = (
    {"rows": ["own"], "row_headings": ["Atas = case.tingkat = tinggi", "Semua = code:*"]},
    {"rows": ["own"], "row_headings": ["Atas = in set:Atas"]},
    {"columns": ["case", "own"], "column_headings": ["Sisa = in set:Terdalam", "Kosong"]},
    {"rows": ["own", "code"], "row_headings": ["Dinilai = rating:tingkat"]},
    {"rows": ["set"]},
    {"columns": ["source", "set"]},
    {"rows": ["case.tingkat"]},
    {"columns": ["code", "case.umur"]},
)
_VALUES = (
    {"tingkat": "rendah", "umur": "20", "peran": "penjual"},
    {"tingkat": "tinggi", "umur": "35", "peran": "pembeli"},
    {"tingkat": "sedang", "umur": "50", "peran": "penjual"},
)


def _peopled(folder: Path, turn: int) -> Study:
    """Three people with a rating, a number and a list, shared out among them one way or another."""
    study = small_study(folder)
    study.attributes.add("tingkat", "rating", options=["rendah", "sedang", "tinggi"])
    study.attributes.add("umur", "number")
    study.attributes.add("peran", "list", options=["penjual", "pembeli"])
    for at, speaker in enumerate(("G", "P", "DS")):
        case = study.cases.add(f"Orang {speaker}")
        study.cases.tie_speaker(case, speaker)
        study.cases.set_attributes(case, _VALUES[(at + turn) % len(_VALUES)])
    source = study.sources.get("S-01")
    study.sets.add("Atas", "case", query="case.tingkat = tinggi")
    study.sets.add("Di dalam", "segment", query="code:* and in set:Atas")
    study.sets.add("Terdalam", "source", query='not in set:"Di dalam"')
    for words, code in (("Pakai akun apa", "Anonim"), ("Saya juga", "Murah"), ("Takut", "Anonim")):
        study.coding.apply(source, *study.coding.locate(source, words), [code])
    return study


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Study, Study]]:
    """Two studies that differ in nothing but who has which value of what is hidden."""
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "other")]
    with _peopled(folders[0], 0) as one, _peopled(folders[1], 1) as other:
        for study in (one, other):
            hidden = [a.guid for a in study.store.all(Attribute) if a.name in HIDDEN]
            study.about.set_privacy(hidden=hidden)
        yield one, other


def _settings(setting: Setting) -> list[dict[str, object]]:
    return [{setting.name: value} for value in _CHOSEN.get(setting.type, ())]


@pytest.mark.parametrize("name", DISPLAYS.names())
def test_what_an_attribute_that_stays_decides_does_not_leave(
    turned: tuple[Study, Study], name: str
) -> None:
    kind, (study, other) = DISPLAYS.get(name), turned
    for given in ({}, *(one for setting in kind.settings for one in _settings(setting))):
        try:
            matrix = study.displays.compute(name, given)
        except JejakError:
            continue
        if given or _told(study, name) != _told(other, name):
            with pytest.raises(InvalidInput, match="stay in the study") as caught:
                study.displays.leaving(matrix)
            assert caught.value.code == "hidden-attribute", (name, given)


@pytest.mark.parametrize("name", DISPLAYS.names())
def test_a_filter_that_it_decides_does_not_leave_however_it_asks(
    turned: tuple[Study, Study], name: str
) -> None:
    study, _ = turned
    for query in _FILTERS:
        _stays(study, study.displays.compute(name, {"filter": query}))


@pytest.mark.parametrize("settings", _OWN)
def test_headings_that_it_decides_do_not_leave(
    turned: tuple[Study, Study], settings: Mapping[str, object]
) -> None:
    for study in turned:
        _stays(study, study.displays.compute("matrix", settings))


def test_a_set_that_is_gone_since_lets_nothing_leave(turned: tuple[Study, Study]) -> None:
    study, _ = turned
    brief = study.sets.add("Sebentar", "case", query='in set:"Di dalam"')
    filtered = study.displays.compute("code-frequencies", {"filter": "in set:sebentar"})
    headed = study.displays.compute("matrix", {"rows": ["set"]})
    study.sets.remove(brief)
    _stays(study, filtered)
    _stays(study, headed)


def test_questions_of_trees_and_predictions_ask_through_sets_as_well(
    turned: tuple[Study, Study],
) -> None:
    study, _ = turned
    tree = study.displays.save("Pohon", "decision-tree")
    study.networks.add_node(tree, "Di atas?", test="in set:Atas")
    _stays(study, study.displays.shown(tree))
    case = study.cases.get("Orang G")
    values = {"predicted": "Naik.", "written": "2020-01-01", "for": 'in set:"Di dalam"'}
    study.forms.fill("case", case.guid, "prediction", values, "id")
    _stays(study, study.displays.compute("predictions"))


def test_a_report_leaves_out_what_is_filtered_through_sets(turned: tuple[Study, Study]) -> None:
    study, _ = turned
    study.displays.save("Lewat kelompok", "code-frequencies", {"filter": 'in set:"Di dalam"'})
    page = study.reports.html("en", ["displays"])
    assert "whose values stay in the study" in page
    assert "Di dalam" not in page


@pytest.mark.parametrize("query", _FILTERS)
def test_a_file_of_passages_does_not_tell_what_was_asked(
    turned: tuple[Study, Study], query: str
) -> None:
    study, _ = turned
    told = study.retrieval.content(f"code:* and ({query})", ".md").decode()
    assert not any(word in told.casefold() for word in ("tingkat", "atas", "dalam"))


def _stays(study: Study, matrix: Matrix) -> None:
    with pytest.raises(InvalidInput, match="stay in the study") as caught:
        study.displays.leaving(matrix)
    assert caught.value.code == "hidden-attribute"


def _told(study: Study, name: str) -> str:
    """A display as it would be written, every GUID by the order in which they first stand there."""
    text = json.dumps(plain_matrix(study.displays.compute(name), "en"))
    numbers: dict[str, str] = {}
    return _GUID.sub(lambda one: numbers.setdefault(one[0], f"#{len(numbers)}"), text)
