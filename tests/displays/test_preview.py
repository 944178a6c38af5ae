from __future__ import annotations

import shlex

from jejak.displays.command import command
from jejak.displays.preview import SIDE, preview
from jejak.displays.suggest import suggested
from jejak.model.message import say
from jejak.model.shape import NO_DATA, UNFIT, Caption, Cell, Heading, Matrix
from jejak.testing import example_corpus


def matrix(cells: dict, rows: int = 2, columns: int = 2, **more: object) -> Matrix:
    headings = [Heading(str(number), str(number)) for number in range(max(rows, columns))]
    return Matrix(
        kind="any",
        rows=tuple(headings[:rows]),
        columns=tuple(headings[:columns]),
        cells=cells,
        caption=Caption(say("Title"), say("Unit")),
        row_title=say("Code"),
        column_title=say("Case"),
        **more,  # type: ignore[arg-type]
    )


def test_states_are_told_apart_from_nothing_at_the_size_of_a_stamp() -> None:
    small = preview(matrix({(0, 0): Cell(100), (0, 1): Cell(1), (1, 0): NO_DATA}), "en")
    assert small.shades == ((5, 1), (-1, 0))
    assert preview(matrix({(1, 1): UNFIT}, blank=NO_DATA), "en").shades == ((-1, -1), (-1, -2))
    assert small.spec is None


def test_only_the_first_rows_and_columns_are_shown_and_nothing_is_no_error() -> None:
    small = preview(matrix({(20, 20): Cell(1)}, 30, 30), "en")
    assert [len(row) for row in small.shades] == [SIDE] * SIDE == [SIDE] * len(small.depths)
    assert preview(matrix({}, 0, 0), "en").shades == ()


def test_what_is_drawn_otherwise_keeps_its_chart_without_the_title() -> None:
    spec = preview(matrix({(0, 0): Cell(3)}, 2, 1), "en").spec
    assert spec is not None
    assert "title" not in spec
    assert "layer" in spec


def test_a_command_is_read_by_a_shell_as_it_was_meant() -> None:
    settings = {"codes": ["Biaya lain", "O'Neil"], "below": False, "filter": "case = S", "top": 3}
    line = command("code-frequencies", settings, "my study.jejak", "out.svg")
    assert shlex.split(line)[2:] == [
        "my study.jejak", "code-frequencies", "--set", "codes=Biaya lain", "--set",
        "codes=O'Neil", "--set", "below=no", "--filter", "case = S", "--set", "top=3",
        "-o", "out.svg",
    ]  # fmt: skip


def test_few_people_are_offered_displays_that_read_them_one_by_one() -> None:
    assert suggested(example_corpus())[0] == "conceptually-clustered-matrix"
