"""Columns: attributes are found by what people call them."""

from __future__ import annotations

from pathlib import Path

from support.studies import small_study


def test_an_attribute_is_found_however_its_name_is_composed(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("P-1", attributes={"cafe\u0301": "ya"})
        found = study.store.corpus().attribute(" Caf\u00e9")
        assert found is not None
        assert found.value == ("ya",)
        assert study.store.corpus().attribute("cafe") is None
