from __future__ import annotations

from jejak.analysis.quoting.anchoring import Spot, around, spot


def test_of_the_same_words_those_with_the_same_around_them_are_meant() -> None:
    before = ["Kata G: “takut sekali”. Kata DS: “takut sekali” juga."]
    at = before[0].rindex("takut sekali")
    near = Spot(1, at, at + 12)
    prefix, suffix = around(before[0], near.start, near.end)
    after = ["Paragraf baru.", f"Begini. {before[0]}"]
    found = spot(after, "takut sekali", prefix, suffix, near)
    assert found is not None
    assert found.paragraph == 2
    assert after[1][: found.start].endswith("Kata DS: “")


def test_words_that_are_nowhere_have_no_place() -> None:
    assert spot(["satu dua"], "tiga", "", "", Spot(1, 0, 4)) is None
    assert spot(["satu dua"], "", "", "", Spot(1, 0, 0)) is None
