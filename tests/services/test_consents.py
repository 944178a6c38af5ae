from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from support.studies import small_study


def test_a_consent_is_recorded_changed_and_removed(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        gita = study.cases.add("Gita")
        study.cases.add("Forum", "channel")
        assert [case.name for case in study.consents.missing()] == ["Gita"]
        made = study.consents.add(gita, "wawancara", "2020-06", terms={"quote": True})
        assert study.consents.missing() == []
        now = study.consents.update(made, scope="wawancara, kutipan", withdrawn="2021-01-02")
        assert (now.scope, now.terms, now.withdrawn) == (
            "wawancara, kutipan", {"quote": True}, "2021-01-02",
        )  # fmt: skip
        assert [case.name for case in study.consents.missing()] == ["Gita"]
        study.consents.remove(now)
        assert study.consents.all(gita) == study.consents.all() == []


@pytest.mark.parametrize(
    "values",
    [{"scope": " "}, {"date": "kemarin"}, {"withdrawn": "x"}, {"terms": {"a": []}}, {"case": "x"}],
)
def test_what_makes_no_sense_of_a_consent_is_refused(tmp_path: Path, values: dict) -> None:
    with small_study(tmp_path) as study:
        consent = study.consents.add(study.cases.add("Gita"), "wawancara")
        with pytest.raises(InvalidInput):
            study.consents.update(consent, **values)
        assert study.consents.all() == [consent]
