"""Codings: what is refused leaves everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput
from jejak.model import Coding
from support.studies import everything, small_study


@pytest.mark.parametrize("how", ["code", "place"])
def test_nobody_has_the_same_code_twice_on_the_same_words(tmp_path: Path, how: str) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        one, other = study.coding.apply(source, 0, 8, ["Anonim", "Murah"])
        aside = study.coding.apply(source, 3, 8, ["Anonim"])[0]
        before = everything(study.store)
        which, values = (other, {"code": "Anonim"}) if how == "code" else (aside, {"start": 0})
        with pytest.raises(Conflict, match="already"):
            study.coding.update(which.coding.guid, **values)  # type: ignore[arg-type]
        assert everything(study.store) == before
        assert study.coding.update(one.coding.guid, code="Anonim", start=0).coding == one.coding


@pytest.mark.parametrize("weight", [101, -1, 3.7, "x", True])
def test_a_weight_is_a_whole_number_to_a_hundred(tmp_path: Path, weight: object) -> None:
    with small_study(tmp_path) as study:
        coding = study.store.all(Coding)[0]
        with pytest.raises(InvalidInput, match="weight"):
            study.coding.update(coding.guid, weight=weight)  # type: ignore[arg-type]
        with pytest.raises(InvalidInput, match="weight"):
            study.coding.apply(study.sources.get("S-01"), 0, 3, ["Murah"], weight=weight)  # type: ignore[arg-type]


def test_what_is_no_guid_is_said_to_be_none(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, pytest.raises(InvalidInput, match="not a GUID"):
        study.coding.remove(["Anonim"])
