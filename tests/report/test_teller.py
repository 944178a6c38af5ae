from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jejak.report.teller import Teller


@pytest.mark.parametrize(
    ("given", "indonesian", "english"),
    [
        ("2020-05-01", "1 Mei 2020", "May 1, 2020"),
        ("2020-05", "Mei 2020", "May 2020"),
        ("2020", "2020", "2020"),
        ("2020-13", "2020-13", "2020-13"),
        ("musim hujan", "musim hujan", "musim hujan"),
        (None, "", ""),
    ],
)
def test_dates_of_any_precision(given: str | None, indonesian: str, english: str) -> None:
    assert Teller("id").when(given) == indonesian
    assert Teller("en").when(given) == english


def test_kept_values_have_words_and_others_stay() -> None:
    tell = Teller("id")
    assert tell.word("interview") == "wawancara"
    assert tell.title("interview") == "Wawancara"
    assert tell.word("id") == "Indonesia"
    assert tell.word("su") == "su"
    assert tell.value(1234) == "1.234"
    assert tell.day(datetime(2020, 5, 1, 10, tzinfo=UTC)) == "1 Mei 2020"
    assert tell.day(None) == ""
    assert tell.cell(None) == ()


def test_every_value_of_the_model_has_a_word() -> None:
    from jejak.model import case, code, coding, finding, memo, source
    from jejak.model.verdict import OUTCOMES
    from jejak.report.words import WORDS

    kept = (
        *source.SOURCE_KINDS, *case.CASE_KINDS, *code.CODE_KINDS, *code.CYCLES, *memo.MEMO_KINDS,
        *finding.FINDING_KINDS, *finding.FINDING_STATUSES, *finding.STANCES, *coding.ORIGINS,
        *OUTCOMES,
    )  # fmt: skip
    assert [value for value in kept if value not in WORDS] == []
