from __future__ import annotations

from pathlib import Path

import pytest

from jejak.cli.places import places
from jejak.errors import NotFound
from support.studies import small_study


def test_a_place_is_a_stretch_of_a_source_or_what_a_query_finds(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        (source, start, end) = next(places(study, "S-01:3-9"))
        assert (source.name, start, end) == ("S-01", 3, 9)
        assert [(begin, stop) for _, begin, stop in places(study, "code:Murah")] == [(22, 44)]
        with pytest.raises(NotFound):
            list(places(study, "code:Anonim and code:Murah"))
