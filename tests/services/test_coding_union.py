"""Codes that fall together: what is kept of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.model import Coding, Link, Relation
from jejak.services.coding_union import Union
from jejak.study import Study
from support.studies import everything, small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as found:
        yield found


def coded(study: Study, quote: str, code: str, weight: int | None = None) -> Coding:
    source = study.sources.get("S-01")
    span = study.coding.locate(source, quote)
    return study.coding.apply(source, *span, [code], weight=weight)[0].coding


def test_of_two_codings_one_remains_with_the_higher_weight_and_all_memos(study: Study) -> None:
    kept = study.store.all(Coding, code=study.codebook.get("Anonim").guid)[0]
    twin = coded(study, "namanya palsu", "Murah", 90)
    on_kept = study.memos.add("satu", "satu", "jotting", [("coding", kept.guid)])
    on_twin = study.memos.add("dua", "dua", "jotting", [("coding", twin.guid)])
    on_both = study.memos.add(
        "tiga", "t", "jotting", [("coding", kept.guid), ("coding", twin.guid)]
    )
    before, book = everything(study.store), study.codebook
    union = book.merging([book.get("Murah")], book.get("Anonim"))
    assert union == Union(moved=1, together=1, weights=1)
    assert everything(study.store) == before
    assert book.merge([book.get("Murah")], book.get("Anonim")) == 1
    left = study.store.all(Coding)
    assert {(one.guid, one.weight) for one in left if one.guid == kept.guid} == {(kept.guid, 90)}
    assert len(left) == 2
    for memo in (on_kept, on_twin, on_both):
        assert study.memos.links(memo) == [("coding", kept.guid)]
    study.undo()
    assert everything(study.store) == before


@pytest.mark.parametrize(
    ("kept", "other", "weight"), [(None, 40, 40), (40, None, 40), (80, 40, 80), (None, None, None)]
)
def test_no_weight_is_lost_to_a_lower_or_none(
    study: Study, kept: int | None, other: int | None, weight: int | None
) -> None:
    book = study.codebook
    one, two = book.add("Satu"), book.add("Dua")
    coded(study, "gampang", "Satu", kept)
    coded(study, "gampang", "Dua", other)
    assert book.merging([two], one).weights == (kept == 80)
    book.merge([two], one)
    assert [coding.weight for coding in study.store.all(Coding, code=one.guid)] == [weight]


def test_three_codes_on_one_passage_become_one_coding(study: Study) -> None:
    book = study.codebook
    codes = [book.add(name) for name in ("Satu", "Dua", "Tiga")]
    for code, weight in zip(codes, (10, 30, 20), strict=True):
        coded(study, "gampang", code.name, weight)
    assert book.merging(codes[1:], codes[0]) == Union(0, 2, 2)
    book.merge(codes[1:], codes[0])
    assert [one.weight for one in study.store.all(Coding, code=codes[0].guid)] == [30]


def test_codings_of_two_people_stay_two(study: Study) -> None:
    book = study.codebook
    from jejak.model import User

    other = User(name="Budi", initials="B")
    with study.change("Budi comes") as change:
        change.add(other)
    source = study.sources.get("S-01")
    span = study.coding.locate(source, "namanya palsu")
    study.coding.apply(source, *span, ["Murah"], user=other.guid)
    book.merge([book.get("Murah")], book.get("Anonim"))
    assert len(study.store.all(Coding, code=book.get("Anonim").guid)) == 3


def test_what_is_tied_to_a_code_is_tied_to_the_other(study: Study) -> None:
    book = study.codebook
    cheap, anonym = book.get("Murah"), book.get("Anonim")
    memo = study.memos.add("tentang", "isi", "theoretical", [("code", cheap.guid)])
    group = study.sets.make("Biaya", "code", [cheap.guid])
    both = study.sets.make("Keduanya", "code", [cheap.guid, anonym.guid])
    source = study.sources.get("S-01")
    study.code_examples.add(cheap, source, 0, 5)
    third = book.add("Tiga")
    with study.change("Tie") as change:
        for target in (third, anonym):
            change.add(
                Relation(
                    type="leads to", origin_kind="code", origin=cheap.guid,
                    target_kind="code", target=target.guid,
                )
            )  # fmt: skip
    before = everything(study.store)
    book.merge([cheap], anonym)
    assert study.memos.links(memo) == [("code", anonym.guid)]
    assert (group.members, both.members) == ((anonym.guid,), (anonym.guid,))
    assert [one.end for one in study.code_examples.all(anonym)] == [5]
    # What tied one to the other would tie it to itself.
    assert [(r.origin, r.target) for r in study.store.all(Relation)] == [(anonym.guid, third.guid)]
    assert all(link.owner != link.target for link in study.store.all(Link))
    study.undo()
    assert everything(study.store) == before


def test_texts_fill_gaps_or_are_all_kept(study: Study) -> None:
    book = study.codebook
    for join, short, definition in (
        (False, "satu", "kedua"), (True, "satu dua", "kedua"),
    ):  # fmt: skip
        one = book.add("Satu", short="satu")
        two = book.add("Dua", short="dua", definition="kedua", when_to_use="jika")
        book.merge([two], one, join_texts=join)
        merged = book.get("Satu")
        assert (merged.short, merged.definition, merged.when_to_use) == (short, definition, "jika")
        book.remove(merged)


def test_codes_below_go_along_under_a_free_name(study: Study) -> None:
    book = study.codebook
    one, two = book.add("Satu"), book.add("Dua")
    for above in ("Satu", "Dua"):
        book.add("anak", parent=above)
    book.merge([two], one)
    paths = book.paths().values()
    assert [path for path in paths if path.startswith("Satu/")] == ["Satu/anak", "Satu/anak (2)"]


def test_codings_find_another_code_when_theirs_goes(study: Study) -> None:
    book, before = study.codebook, everything(study.store)
    heir = book.add("Ahli waris")
    gone = book.remove(book.get("Triple-A"), codings_to=heir)
    assert gone == {"code": 3}
    assert {one.code for one in study.store.all(Coding)} == {heir.guid}
    assert len(study.store.all(Coding)) == 2
    study.undo(2)
    assert everything(study.store) == before
    folder, anonym = book.get("Triple-A"), book.get("Anonim")
    with pytest.raises(InvalidInput, match="folder"):
        book.remove(anonym, codings_to=folder)
    with pytest.raises(InvalidInput, match="goes too"):
        book.remove(folder, codings_to=anonym)
    assert everything(study.store) == before
    assert book.remove(anonym, book.get("Murah"))["coding"] == 2
