from __future__ import annotations

import pytest

from jejak.analysis.saturation import fewest_with, largest_missed, sources_to_meet
from jejak.errors import InvalidInput


@pytest.mark.parametrize(("share", "sources"), [(0.5, 5), (0.2, 14), (0.1, 29)])
def test_galvin_2015(share: float, sources: int) -> None:
    assert sources_to_meet(share) == sources


@pytest.mark.parametrize(("sources", "share"), [(3, 0.631597), (9, 0.283129)])
def test_what_few_sources_can_miss(sources: int, share: float) -> None:
    assert largest_missed(sources) == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize(("share", "times", "sources"), [(0.1, 2, 29), (0.5, 1, 3)])
def test_fugard_and_potts_2015(share: float, times: int, sources: int) -> None:
    assert fewest_with(share, times, power=0.8) == sources


def test_what_is_no_share_is_refused() -> None:
    for wrong in (0.0, 1.0):
        with pytest.raises(InvalidInput):
            sources_to_meet(wrong)
    with pytest.raises(InvalidInput):
        largest_missed(0)
    with pytest.raises(InvalidInput):
        fewest_with(0.0001)
