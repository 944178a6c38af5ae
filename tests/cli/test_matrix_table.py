from __future__ import annotations

import io

from rich.console import Console

from jejak.cli.matrix_table import tables
from jejak.testing import example_corpus
from support.displays import computed


def lines(matrix, width: int) -> list[list[str]]:
    found = []
    for table in tables(matrix, "en", width):
        out = io.StringIO()
        Console(file=out, width=1000).print(table)
        found.append([line.strip() for line in out.getvalue().splitlines() if line.strip()])
    return found


def test_columns_that_do_not_fit_stand_below() -> None:
    matrix = computed(example_corpus(), "code-frequencies", by="source")
    wide, narrow = lines(matrix, 200), lines(matrix, 60)
    assert (len(wide), len(narrow)) == (1, 2)
    assert any(line.startswith("One") for line in narrow[0])
    assert any(line.startswith("One") for line in narrow[1])


def test_states_are_signs() -> None:
    table = lines(computed(example_corpus(), "code-cooccurrence"), 200)[0]
    assert next(line for line in table if line.startswith("One")).split()[1] == "–"


def test_a_table_without_columns_is_a_table() -> None:
    matrix = computed(example_corpus(0), "code-cooccurrence", codes=[])
    assert len(lines(matrix, 80)) == 1
