"""How strong steps of reasoning are, and all of them together."""

from __future__ import annotations

import pytest

from jejak.checks.reasoning import StepRow, strength, told, weakest
from jejak.i18n import translate


@pytest.mark.parametrize(
    ("words", "seen", "wanted"),
    [
        (0, "open", "bare"), (0, "seen", "bare"), (0, "not seen", "broken"), (2, "open", "told"),
        (2, "seen", "firm"), (2, "not seen", "broken"),
    ],
)  # fmt: skip
def test_a_step_is_as_firm_as_its_words_and_its_prediction(
    words: int, seen: str, wanted: str
) -> None:
    assert strength(StepRow(1, words, seen)) == wanted


def test_the_first_of_the_weakest_steps_decides() -> None:
    steps = [StepRow(1, 2, "seen"), StepRow(2, 0), StepRow(3, 1), StepRow(4, 0)]
    weak = weakest(steps)
    assert weak is not None
    assert weak.number == 2
    assert "step 2" in str(told(steps))
    assert weakest([]) is None
    for chain in ([], steps):
        assert translate(told(chain), "id") != str(told(chain))
