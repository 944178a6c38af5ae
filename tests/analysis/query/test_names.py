from __future__ import annotations

import pytest

from jejak.analysis.query.names import CodeNames, coder_mask, name_mask
from jejak.errors import NotFound
from jejak.model.corpus import NamedColumns
from support.corpora import CASES, USERS, codes


def found(name: str, *, below: bool = False) -> list[int]:
    return CodeNames(codes()).mask(name, below=below).nonzero()[0].tolist()


def test_a_code_answers_to_name_path_end_of_path_and_guid() -> None:
    assert found("akses") == found("c0") == [0]
    assert found("Biaya") == found("AKSES/biaya") == [1]
    assert found("biaya/murah") == [2]
    assert found("Akses", below=True) == [0, 1, 2]


def test_a_name_with_a_slash_is_a_name_too() -> None:
    tree = codes([("Ya/Tidak", 0), ("dan/atau", 1)])
    names = CodeNames(tree)
    for name, row in (("ya/tidak", 0), ("dan/atau", 1), ("Ya/Tidak/dan/atau", 1)):
        assert names.mask(name, below=False).nonzero()[0].tolist() == [row]


def test_a_whole_path_goes_before_the_end_of_another() -> None:
    tree = codes([("A", 0), ("B", 1), ("B", 0)])
    assert CodeNames(tree).mask("B", below=False).tolist() == [False, False, True]


def test_people_answer_to_name_initials_and_guid() -> None:
    assert [coder_mask(USERS, name).tolist() for name in ("RINA", "g", "u1")] == [
        [True, False],
        [False, True],
        [False, True],
    ]
    nameless = NamedColumns(("u0",), ("Rina",), {})
    assert coder_mask(nameless, "rina").tolist() == [True]
    with pytest.raises(NotFound):
        coder_mask(nameless, "")


def test_each_name_must_be_known() -> None:
    assert name_mask(CASES, ["BUDI"], "case").tolist() == [False, True]
    with pytest.raises(NotFound) as caught:
        name_mask(CASES, ["Budi", "nobody at all"], "case")
    assert (caught.value.code, caught.value.hint) == ("unknown-case", "")
    with pytest.raises(NotFound):
        name_mask(NamedColumns((), (), {}), ["x"], "source")
