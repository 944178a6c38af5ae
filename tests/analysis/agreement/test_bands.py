from __future__ import annotations

import pytest

from jejak.analysis.agreement import COEFFICIENTS
from jejak.analysis.agreement.bands import BANDS, band_of


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        ("alpha", 0.8, "at least 0.800"),
        ("cu-alpha", 0.7, "tentative"),
        ("alpha", 0.667, "tentative"),
        ("u-alpha", -0.2, "does not rely"),
        ("cohen-kappa", 0.61, "substantial"),
        ("fleiss-kappa", -0.1, "poor"),
    ],
)
def test_a_band_names_who_said_it(measure: str, value: float, words: str) -> None:
    band = band_of(measure, value)
    assert band
    assert words in str(band.text)
    assert band.source.split()[0] in str(band.text)


def test_what_nobody_gave_bands_for_has_none() -> None:
    assert band_of("span-f1", 0.9) is None
    assert {name for band in BANDS for name in band.measures} <= set(COEFFICIENTS.names())
