from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import NotFound
from support.studies import small_study


def test_a_handle_sees_things_as_they_stand(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources["S-01"]
        source.update(name="S-02", status="coded")
        assert (source.name, source.status) == ("S-02", "coded")
        study.undo()
        assert repr(source) == "<Source “S-01”>"
        source.remove()
        assert repr(source) == f"<Source {source.guid}, removed>"
        with pytest.raises(NotFound):
            _ = source.record
        assert source != study.codes["Anonim"]
