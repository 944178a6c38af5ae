"""Every kind of display shows something of the demo study by the example that it is documented with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.displays import DISPLAYS
from jejak.errors import InvalidInput
from jejak.i18n import show
from jejak.model import Attribute
from jejak.study import Study, open_study

# Matrices of the method whose numbers are segments.
SKELETONS = (
    "partially-ordered-meta-matrix", "conceptually-clustered-matrix", "framework-matrix",
    "role-ordered-matrix", "role-by-time-matrix", "case-ordered-matrix",
    "two-variable-case-ordered-matrix", "case-ordered-effects-matrix", "antecedents-matrix",
    "time-ordered-meta-matrix", "checklist-matrix", "construct-table", "contrast-table",
    "explanatory-effects-matrix", "effects-matrix", "case-dynamics-matrix",
    "thematic-conceptual-matrix", "predictor-outcome-consequences",
)  # fmt: skip


@pytest.fixture(scope="module")
def demo(reference_study: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    path = tmp_path_factory.mktemp("examples") / "demo.jejak"
    path.write_bytes(reference_study.read_bytes())
    with open_study(path) as study:
        yield study


@pytest.mark.parametrize("name", DISPLAYS.names())
def test_the_example_of_a_kind_shows_something_of_the_demo(demo: Study, name: str) -> None:
    kind = DISPLAYS.get(name)
    matrix = demo.displays.compute(name, kind.example)
    assert matrix.rows
    assert matrix.columns
    assert matrix.cells or matrix.caption.notes


@pytest.mark.parametrize("name", SKELETONS)
def test_every_number_of_a_matrix_of_the_method_leads_to_as_many_segments(
    demo: Study, name: str
) -> None:
    for settings in (DISPLAYS.get(name).example, {}):
        matrix = demo.displays.compute(name, settings)
        counted = [cell for cell in matrix.cells.values() if cell.query]
        assert counted
        for cell in counted[:: 1 + len(counted) // 12]:
            assert demo.retrieval.find(cell.query).total == cell.value, cell


def test_cases_are_named_in_a_summary_and_ordered_by_an_outcome(demo: Study) -> None:
    summary = demo.displays.compute("content-analytic-summary", {"by": "study"})
    for place, cell in summary.cells.items():
        (names,) = summary.said[place]
        assert len(names.args["names"]) == cell.value  # type: ignore[union-attr, arg-type]
    ordered = demo.displays.compute("case-ordered-matrix", {"order": "-case.lama_bulan"})
    assert [show(row.label, "en") for row in ordered.rows] == ["G (24)", "S (18)", "DS (5)"]
    ends = demo.displays.compute("contrast-table", {"order": "case.lama_bulan", "each": 1})
    assert [(show(one.above[0], "en"), show(one.label, "en")) for one in ends.columns] == [
        ("Lowest", "DS (5)"), ("Highest", "G (24)"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["case-ordered-matrix", "contrast-table", "antecedents-matrix", "role-ordered-matrix",
             "content-analytic-summary", "predictor-outcome-consequences"],
)  # fmt: skip
def test_a_hidden_attribute_is_not_told_by_what_cases_are_ordered_by(
    demo: Study, name: str
) -> None:
    matrix = demo.displays.compute(name, DISPLAYS.get(name).example)
    assert demo.displays.leaving(matrix)
    demo.about.set_privacy(hidden=[one.guid for one in demo.store.all(Attribute)])
    try:
        with pytest.raises(InvalidInput, match="stay in the study"):
            demo.displays.leaving(matrix)
    finally:
        demo.store.undo(demo.user.guid)


def test_what_is_to_be_written_is_open_and_stays_with_its_row(demo: Study) -> None:
    matrix = demo.displays.compute("effects-matrix", DISPLAYS.get("effects-matrix").example)
    assert [show(one.label, "id") for one in matrix.columns][:2] == [
        "Bukti",
        "Langsung, dikehendaki",
    ]
    assert {matrix.at(0, column).state for column in range(1, 5)} == {"open"}
    saved = demo.displays.save("Effects", "effects-matrix", {"codes": ["Risiko/Razia"]})
    demo.displays.write_cell(saved, matrix.rows[1].key, matrix.columns[1].key, "Ada.", "draft")
    texts = demo.displays.shown(saved).texts
    assert [(place, one.state) for place, one in texts.items()] == [((0, 1), "draft")]
    demo.store.undo(demo.user.guid)
    demo.store.undo(demo.user.guid)


def test_the_gallery_has_a_section_for_every_kind_and_is_no_file_of_the_tree(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = Path(__file__).resolve().parents[2]
    monkeypatch.syspath_prepend(str(root / "scripts"))
    import docs_gallery

    monkeypatch.setattr(docs_gallery, "pictures", lambda: {"code-frequencies": b"<svg/>"})
    text = "\n".join(docs_gallery.sections())
    assert [name for name in DISPLAYS.names() if f"demo.jejak {name}" not in text] == []
    assert [one.name for one in (root / "docs/gallery").iterdir()] == ["index.md"]
