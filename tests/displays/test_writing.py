from __future__ import annotations

import pytest

from jejak.displays.writing import label, number_text
from jejak.model import say


@pytest.mark.parametrize(
    ("value", "form", "english", "indonesian"),
    [
        (1234, "count", "1,234", "1.234"),
        (0.333, "decimal", "0.33", "0,33"),
        (0.3, "decimal", "0.30", "0,30"),
        (0.0, "decimal", "0", "0"),
        (-0.257, "signed", "−0.26", "−0,26"),
        (-0.001, "signed", "0.00", "0,00"),
        (1234, "mixed", "1,234", "1.234"),
        (-2.5, "mixed", "−2.50", "−2,50"),
        (2 / 3, "share", "67%", "67%"),
        (0.004, "share", "<1%", "<1%"),
        (0.996, "share", ">99%", ">99%"),
        (0.0456, "chance", "0.046", "0,046"),
        (0.0004, "chance", "<0.001", "<0,001"),
        (0.0, "chance", "<0.001", "<0,001"),
        (1, "presence", "yes", "ya"),
        (0, "presence", "no", "tidak"),
        (None, "count", "no data", "tanpa data"),
    ],
)
def test_numbers_are_written_in_their_manner(value, form, english, indonesian) -> None:
    assert number_text(value, form, "en") == english
    assert number_text(value, form, "id") == indonesian


def test_names_stay_as_they_are() -> None:
    assert label("{braces} | stay", "id") == "{braces} | stay"
    assert label(say("Code"), "id") == "Kode"
    assert label(None, "id") == ""
