"""Words in cells survive whatever is done to what they stand beside."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.model import DisplayCell
from support.examples import examples
from support.studies import small_study

KINDS = ("case", "source", "study", "coder")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("rename"), st.text("abcdef", min_size=1, max_size=4)),
        st.tuples(st.just("columns"), st.sampled_from(KINDS)),
        st.tuples(st.just("case"), st.text("ghijk", min_size=2, max_size=5)),
        st.tuples(st.just("undo"), st.just("")),
    ),
    max_size=8,
)


@settings(max_examples=examples(12), deadline=None)
@given(steps=STEPS, text=st.text(min_size=1, max_size=40).filter(lambda text: text.strip() != ""))
def test_words_stay_with_their_cell(steps: list[tuple[str, str]], text: str) -> None:
    with tempfile.TemporaryDirectory() as folder, small_study(Path(folder)) as study:
        saved = study.displays.save("Kerangka", "code-frequencies", {"by": "source"})
        place = study.codebook.get("Anonim").guid, study.sources.get("S-01").guid
        study.displays.write_cell(saved, *place, text)
        begun = study.store.head
        depth = 0
        for name, value in steps:
            if name == "undo" and depth == 0:
                continue  # what was written is not to be undone itself
            if name == "undo":
                study.trail.undo()
                depth -= 1
            else:
                before = study.store.head
                _do(study, name, value)
                depth += study.store.head > before
            display = study.displays.saved()[0]
            cards = study.displays.cells(display)
            assert [(one.cell.row, one.cell.column) for one in cards] == [place]
            assert cards[0].cell.text == text.strip()
            matrix = study.displays.shown(display)
            assert len(matrix.texts) + len(matrix.strays) == 1
            for row, column in matrix.texts:
                assert (matrix.rows[row].key, matrix.columns[column].key) == place
        assert study.store.count(DisplayCell) == 1
        assert study.store.head >= begun


def _do(study, name: str, value: str) -> None:
    if name == "rename":
        code = next(one for one in study.codebook.all() if one.parent and one.name != "Murah")
        study.codebook.update(code, name=f"N{value}")
    elif name == "columns":
        study.displays.update(study.displays.saved()[0], settings={"by": value})
    elif value not in [case.name for case in study.cases.all()]:
        study.cases.add(value)
