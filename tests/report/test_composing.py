from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from jejak.documents.document import Fold, Table, plain
from jejak.errors import InvalidInput
from jejak.model import Case, Code, Consent, Question, say
from jejak.model.shape import Caption, Cell, Heading, Matrix
from jejak.report.composing import compose
from jejak.report.facts import (
    CaseFacts,
    CodeFacts,
    CoderFacts,
    DisplayFacts,
    TrailFacts,
    TrailLine,
)
from support.report_facts import MAY, facts, method, source


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from strings(one)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from strings(getattr(part, field.name))


def told(part: str, **values: Any) -> str:
    return "\n".join(strings(compose(facts(**values), "en", [part]).sections))


def every(part: str, kind: type, **values: Any) -> list[Any]:
    found, open_ = [], list(compose(facts(**values), "en", [part]).sections)
    while open_:
        block = open_.pop(0)
        found += [block] if isinstance(block, kind) else []
        open_ += getattr(block, "blocks", ())
    return found


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidInput):
        compose(facts(), "fr")


def test_much_material_is_folded_and_what_is_not_listed_is_counted() -> None:
    few = tuple(source(f"S{n}") for n in range(3))
    assert not every("material", Fold, sources=few)
    many = tuple(source(f"S{n}", collected="2020-05") for n in range(2_010))
    folds = every("material", Fold, sources=many)
    assert len(folds) == 1
    assert "10 more sources are not listed here." in told("material", sources=many)
    assert "collected from May 2020 to May 2020" in told("material", sources=many)


def test_many_attributes_stand_below_each_other() -> None:
    values = {f"a_{n}": str(n) for n in range(8)}
    case = CaseFacts(Case(name="G"), values, ("S-01",), (), 3)
    bare = CaseFacts(Case(name="S"), {}, (), (), 0)
    words = told("participants", cases=(case, bare), attribute_kinds={"a_0": "number"})
    assert "A 4" in words
    assert "a 7" in words
    table = every("participants", Table, cases=(case, bare), attribute_kinds={"a_0": "number"})[0]
    assert [column.number for column in table.columns][2:4] == [True, False]


def test_consent_that_was_withdrawn_is_told_and_is_a_limit() -> None:
    given = Consent(case="c", scope="wawancara", date="2020-06-13")
    gone = dataclasses.replace(given, withdrawn="2020-08-01")
    cases = (
        CaseFacts(Case(name="G"), {}, (), (gone,), 1), CaseFacts(Case(name="S"), {}, (), (given,), 1)
    )  # fmt: skip
    words = told("participants", cases=cases)
    assert "Consent is on record for 1 of 2 persons." in words
    assert "withdrawn on August 1, 2020" in words
    assert "Consent was withdrawn by: G." in told("limits", cases=cases)
    place = (CaseFacts(Case(name="Kota", kind="place"), {}, (), (), 1),)
    assert "No person is among the cases" in told("participants", cases=place)


def test_work_over_days_by_people_and_machines() -> None:
    later = MAY.replace(month=7)
    coders = (
        CoderFacts("Rina", False, {"hand": 2, "rule": 9}, MAY, later),
        CoderFacts("Mesin", True, {"rule": 1}, MAY, MAY),
        CoderFacts("Bayu", False, {}, None, None),
    )
    done = method(ended=later, days=12, changes=30, undone=4, coders=coders, memos={"method": 2})
    words = told("method", method=done)
    assert "began on May 1, 2020" in words
    assert "30 changes on 12 days; 4 of them are undone" in words
    assert "Mesin (machine)" in words
    assert "Bayu" not in words
    assert "No reflexive memo" in words
    table = every("method", Table, method=done)[0]
    assert [plain(cell) for cell in table.rows[-1]][:4] == ["In all", "2", "10", "12"]
    assert "Nothing has been done yet." in told("method", method=method(began=None))


def test_limits_of_the_study_as_a_whole() -> None:
    words = told(
        "limits",
        questions=(Question(text="A?", position=1), Question(text="B?", position=2)),
        sources=tuple(source(f"S{n}", 0, kind="posts") for n in range(25)),
        codes=(CodeFacts(Code(name="Sepi"), 0, 0, 0, 0),),
        method=method(coders=(CoderFacts("Rina", False, {"rule": 9, "hand": 1}, MAY, MAY),)),
    )
    assert "25 sources hold no coding: S0" in words
    assert "5 more" in words
    assert "All material is of one kind: posts." in words
    assert "9 of 10 codings were made by rule" in words
    assert "1 code has never been used: Sepi." in words
    assert "No finding answers these questions: 1 and 2." in words


def line(seq: int, *, undone: bool = False) -> TrailLine:
    return TrailLine(seq, MAY, "Rina", say("Make the code “{code}”", code="Harga"), undone)


def test_a_long_trail_leaves_out_its_middle_and_says_so() -> None:
    trail = TrailFacts(
        total=900, by_verb=((say("Change a coding"), 900),), by_person=(("Rina", 900),),
        first=line(1), last=line(900), digest="ab" * 32,
        lines=(line(1), line(900, undone=True)), left=898,
    )  # fmt: skip
    words = told("trail", trail=trail)
    assert "898 changes between the first and the last listed here are left out." in words
    assert "undone" in words
    assert "Nothing has been changed yet." in told("trail")


def matrix(n: int, *, same: bool = True, **values: Any) -> Matrix:
    rows = tuple(Heading(f"k{row}", f"Kode {row}") for row in range(n))
    columns = rows if same else tuple(Heading(f"c{row}", f"Kasus {row}") for row in range(n))
    cells = {(r, c): Cell(float(r + c)) for r in range(n) for c in range(n) if r != c}
    title, unit = say("Code co-occurrence"), say("number of codings")
    return Matrix(
        "k", rows, columns, cells, Caption(title, unit, "coder:Rina", 9, (say("no data"),)),
        say("Code"), say("Code"), **values,
    )  # fmt: skip


def test_a_wide_matrix_is_told_by_its_largest_cells_each_pair_once() -> None:
    wide = matrix(12, measures={"c": {(0, 1): 0.5}, "count": {(10, 11): 21.0}})
    display = DisplayFacts("", say("Code"), None, wide, measures={"c": say("c coefficient")})
    table = every("displays", Table, displays=(display,))[0]
    assert len(table.rows) == 40
    assert [plain(cell) for cell in table.rows[0]] == ["Kode 10", "Kode 11", "21", ""]
    assert "The 40 largest of 66 cells" in told("displays", displays=(display,))
    assert "Only what this query finds: coder:Rina" in told("displays", displays=(display,))


def test_a_narrow_matrix_is_a_table_with_its_totals() -> None:
    narrow = matrix(3, same=False, row_totals=(3.0, None, 5.0), column_totals=(3.0, 4.0, 5.0))
    table = every("displays", Table, displays=(DisplayFacts("Punya saya", None, None, narrow),))[0]
    assert [plain(cell) for cell in table.rows[0]] == ["Kode 0", "·", "1", "2", "3"]
    assert [plain(cell) for cell in table.rows[1]][-1] == ""
    assert table.closing
    assert plain(table.rows[-1][0]) == "In all"
    long = dataclasses.replace(narrow, rows=tuple(Heading(f"r{n}", f"R{n}") for n in range(40)))
    bare = dataclasses.replace(long, row_totals=(), column_totals=())
    assert every("displays", Fold, displays=(DisplayFacts("", None, None, bare),))


def test_displays_that_are_empty_or_cannot_be_computed_say_so() -> None:
    empty = dataclasses.replace(matrix(2), cells={})
    broken = DisplayFacts("Lama", None, None, None, problem="There is no code “X”.")
    words = told("displays", displays=(DisplayFacts("", None, None, empty), broken))
    assert "There is nothing in it yet." in words
    assert "It cannot be computed as it was saved: There is no code “X”." in words


def test_a_code_without_a_definition_says_so() -> None:
    codes = (
        CodeFacts(Code(name="Map", codable=False), 0, 0, 4, 0),
        CodeFacts(Code(name="Isi", short="s", frame="triple-a", cycle="second"), 1, 4, 4, 2),
    )
    words = told("codebook", codes=codes)
    assert "Map (2 entries)" in words
    assert "It has no definition yet." in words
    assert "second cycle" in words
    assert "Triple-A engine" in words


def test_a_frame_is_called_by_its_title_and_one_of_ones_own_by_its_name() -> None:
    codes = tuple(
        CodeFacts(Code(name=name, frame=frame), 0, 1, 1, 1)
        for name, frame in (("A", "triple-a"), ("B", "Kerangka sendiri"), ("C", "triple-a"))
    )
    assert "Triple-A engine and Kerangka sendiri" in told("coreq", codes=codes)
