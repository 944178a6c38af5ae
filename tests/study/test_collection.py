from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from support.studies import small_study


def test_collections_are_read_like_mappings(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        for things, name in (
            (study.sources, "S-01"),
            (study.codes, "Triple-A/Anonim"),
        ):
            assert name in things
            assert name.upper() in things
            assert things[name] == things[things[name].guid]
            assert len({things[name], things[name.lower()]}) == 1
            assert "nothing" not in things
            assert 1 not in things
            assert name in dict(things.items())
            assert list(things) == things.values()
            assert len(things) == len(things.keys())
            assert name in repr(things)
            with pytest.raises(NotFound):
                things["nothing"]
            with pytest.raises(InvalidInput):
                things[1]  # type: ignore[index]


def test_an_empty_collection_is_there(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert len(study.memos) == 0
        assert study.memos
        assert study.memos.frame().columns[:2] == ["guid", "title"]
