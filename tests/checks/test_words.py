from __future__ import annotations

from jejak.checks.words import counted_kinds, in_a_row, limits, percent
from jejak.i18n import translate
from jejak.model.verdict import Thresholds


def test_kinds_are_counted_the_most_first() -> None:
    kinds = counted_kinds({"posts": 1, "interview": 3, "graffiti": 1})
    assert [str(kind) for kind in kinds] == ["interviews (3)", "graffiti (1)", "posts (1)"]
    assert translate(kinds[0], "id") == "wawancara (3)"


def test_a_row_is_short() -> None:
    assert in_a_row("abcdef") == list("abcdef")
    assert [str(one) for one in in_a_row("abcdefgh")] == [*"abcde", "3 others"]


def test_limits_say_whose_they_are() -> None:
    assert percent(1 / 3) == 33
    told = translate(limits(Thresholds(participants=4)), "en")
    assert "Jejak’s own" in told
    assert "at least 4 independent participants" in told
