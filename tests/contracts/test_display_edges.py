"""Every kind of display of studies at the edge of what there can be: empty ones, names that are no
words, files and pages that must not take them for anything else."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.displays import DISPLAYS
from jejak.displays.files.caption import caption_lines
from jejak.i18n import LANGUAGES, show
from jejak.model.message import Message
from jejak.model.shape import Matrix
from jejak.study import Study, create_study

TALK = "P: Pakai akun apa?\nG: Bikin akun baru lagi 😀, gampang.\nG: Takut, namanya palsu.\n"
NOTHING = "code:* and not code:*"
NAMES = (
    "قضية عربية", "案例漢字", "👩‍👩‍👧 keluarga", 'kata "dikutip" “begini”', "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>", "@SUM(1+1)", "a&b%26c;d|e", "{name} {n} %s", "-1+1", "x" * 2000,
    "None", "nan",
)  # fmt: skip


def _empty(study: Study) -> None:
    assert not study.counts().get("source")


def _only_sources(study: Study) -> None:
    study.sources.add_text("S-01", TALK)


def _only_cases(study: Study) -> None:
    study.cases.add("G", attributes={"peran": "penjual"})
    study.cases.add("DS")


def _one_case(study: Study) -> None:
    _only_sources(study)
    study.codebook.add("Triple-A", codable=False)
    for name in ("Anonim", "Murah", "Tak terpakai"):
        study.codebook.add(name, parent="Triple-A")
    source = study.sources.get("S-01")
    study.cases.tie_source(study.cases.add("G"), source)
    for words, code in (("akun baru", "Murah"), ("namanya palsu", "Anonim"), ("baru", "Anonim")):
        study.coding.apply(source, *study.coding.locate(source, words), [code])


def _odd_names(study: Study) -> None:
    first = study.codebook.add(NAMES[0])
    for place, name in enumerate(NAMES):
        source = study.sources.add_text(name, f"{name[:99]}: takut {place} dan =1+1, lalu malu.\n")
        case = study.cases.add(name, attributes={"=pe<b>ran": name[:400], "n": str(place)})
        study.cases.tie_source(case, source)
        code = first if place == 0 else study.codebook.add(name)
        study.coding.apply(source, 0, 12, [code.guid, first.guid])
        study.events.add(name, date=("", "2020", "2020-05/2021")[place % 3], critical=True)


STUDIES = (_empty, _only_sources, _only_cases, _one_case, _odd_names)


@pytest.fixture(scope="module", params=STUDIES, ids=lambda made: made.__name__[1:])
def study(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Study]:
    path = tmp_path_factory.mktemp("edges") / "edge.jejak"
    with create_study(path, "Tepi", user="=Rina <b>") as made:
        request.param(made)
        yield made


@pytest.mark.parametrize("name", DISPLAYS.names())
def test_a_kind_stands_at_the_edge(study: Study, name: str) -> None:
    for settings in ({}, {"filter": NOTHING}):
        matrix = study.displays.compute(name, settings)
        _holds(matrix)
        for language in LANGUAGES:
            _tells(matrix, language)
        _leads_somewhere(study, matrix)
    _gets_out(study, name)


def _holds(matrix: Matrix) -> None:
    for headings in (matrix.rows, matrix.columns):
        assert len({one.key for one in headings}) == len(headings)
    for cell in matrix.cells.values():
        assert (cell.value is None) == (cell.state != "value")


def _tells(matrix: Matrix, language: str) -> None:
    """The caption tells of nothing by the key that it has inside."""
    told = caption_lines(matrix, language)
    keys = {one.key for one in (*matrix.rows, *matrix.columns) if isinstance(one.label, Message)}
    assert not [line for line in told if keys & set(re.split(r"[:,.] ?", line)) - {"", "0"}]


def _leads_somewhere(study: Study, matrix: Matrix) -> None:
    """Queries behind cells and headings, whatever the names in them, can be asked."""
    asked = [cell.query for cell in matrix.cells.values() if cell.query]
    asked += [one.query for one in (*matrix.rows, *matrix.columns) if one.query]
    for query in asked[:: 1 + len(asked) // 4]:
        study.retrieval.find(query)


def _gets_out(study: Study, kind: str) -> None:
    matrix = study.displays.compute(kind)
    page = study.displays.content(matrix, ".html", "id").decode()
    assert "<script>alert" not in page
    table = study.displays.content(matrix, ".csv", "id").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not [one for one in cells if one.startswith(("=cmd", "@SUM", "=Rina", "=pe<b>"))]
    study.displays.content(matrix, ".md", "en")
    study.displays.content(matrix, ".json", "en")


def test_columns_to_write_in_are_not_told_to_have_no_material(tmp_path: Path) -> None:
    with create_study(tmp_path / "open.jejak", "Terbuka", user="Rina") as study:
        notes = _notes(study, "effects-matrix")
    told = [show(note, "id") for note in notes]
    assert "Tidak ada bahan sama sekali, jadi tanpa data: Bukti." in told


def test_what_is_without_material_is_named_once(tmp_path: Path) -> None:
    with create_study(tmp_path / "bare.jejak", "Tanpa bahan", user="Rina") as study:
        study.cases.add("G")
        study.cases.add("DS")
        notes = _notes(study, "variable-by-variable-matrix")
    assert "No material at all, so no data: Person." in [show(note, "en") for note in notes]


def test_sentences_about_one_thing_or_all_of_them(tmp_path: Path) -> None:
    with create_study(tmp_path / "one.jejak", "Satu", user="Rina") as study:
        study.sources.add_text("S-01", TALK.partition("\n")[0])
        study.cases.add("G")
        told = [show(one, "en") for one in _notes(study, "substructed-variable")]
        assert "Each of the types has a case." in told
        study.codebook.add("A")
        study.coding.apply(study.sources.get("S-01"), 0, 9, ["A"])
        told = [show(one, "en") for one in _notes(study, "code-line")]
        assert "Each part is about 1 character of the text." in told


def _notes(study: Study, kind: str) -> tuple[Message, ...]:
    return study.displays.compute(kind).caption.notes
