from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import call
from support.studies import small_study


@pytest.mark.parametrize(
    ("command", "shown"), [("sources", "S-01"), ("codes", "Triple-A/Anonim"), ("cases", "Ge")]
)
def test_lists_are_shown_written_and_given(tmp_path: Path, command: str, shown: str) -> None:
    with small_study(tmp_path) as made:
        case = made.cases.add("Ge")
        made.cases.tie_source(case, made.sources.get("S-01"))
        made.cases.add_attribute("lahir", "date")
        made.cases.set_attributes(case, {"lahir": "1990-05-01"})
    study = tmp_path / "small.jejak"
    assert shown in call(command, study).out
    rows = call(command, study, "--json").json
    assert {"guid", "name"} <= set(rows[0])
    assert not [value for row in rows for value in row.values() if isinstance(value, dict)]
    path = tmp_path / "list.csv"
    assert call(command, study, "-o", path).code == 0
    assert shown in path.read_text("utf-8-sig")
    assert call(command, study, "-o", tmp_path / "list.odt").code == 2
