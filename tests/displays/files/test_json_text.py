from __future__ import annotations

import json
from pathlib import Path

import pytest

from jejak.displays.files import shape_bytes, write_shape
from jejak.errors import InvalidInput, StoreFailure
from jejak.testing import example_corpus
from support.displays import computed

MATRIX = computed(example_corpus(30), "code-frequencies")


def test_everything_is_in_it() -> None:
    found = json.loads(shape_bytes(MATRIX, ".json", "id"))
    assert found["caption"]["title"] == "Frekuensi kode: Kasus"
    assert found["rows"][1] | {"colour": None} == {
        "key": "c1", "label": "One", "depth": 1, "colour": None, "group": None, "path": "Folder/One",
        "above": [], "query": "code:Folder/One", "subtotal": False,
    }  # fmt: skip
    assert found["cells"][0]["query"] == "code:Folder and case = A"
    assert found["blank"] == {"value": 0, "state": "value"}
    assert found["chart"]["layer"]


def test_the_ending_decides_and_what_cannot_be_is_refused(tmp_path: Path) -> None:
    assert write_shape(MATRIX, tmp_path / "a.JSON", "en").read_bytes().startswith(b"{")
    with pytest.raises(InvalidInput) as caught:
        write_shape(MATRIX, tmp_path / "a.doc", "en")
    assert ".xlsx" in caught.value.hint
    with pytest.raises(StoreFailure):
        write_shape(MATRIX, tmp_path / "none" / "a.csv", "en")
