from __future__ import annotations

from pathlib import Path

from jejak.store.case_columns import CASE_FIELDS, cases_as_columns
from support.studies import small_study


def test_the_columns_tell_what_the_cards_tell(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        gita = study.cases.add("Gita", attributes={"usia": "9"})
        dewa = study.cases.add("Dewa", "group", "baru", {"kota": "Senja"})
        study.cases.tie_source(gita, study.sources.get("S-01"))
        for source in (None, study.sources.get("S-01").guid):
            study.cases.tie_speaker(gita, "G", source)
        gone = study.consents.add(gita, "wawancara", withdrawn="2021")
        with study.store.read() as rows:
            columns, values = cases_as_columns(rows)
        assert tuple(columns) == CASE_FIELDS
        cards = study.cases.cards()
        assert columns["name"] == [card.case.name for card in cards]
        assert columns["sources"] == [[guid for guid, _ in card.sources] for card in cards]
        assert columns["speakers"] == [["G"], []]
        assert columns["consent"] == ["withdrawn", "none"]
        names = {one.guid: one.name for one in study.attributes.all()}
        told = {names[guid]: column for guid, column in values.items()}
        assert told == {"usia": ["9", None], "kota": [None, "Senja"]}
        study.consents.add(gita, "lagi")
        study.consents.add(dewa, "juga")
        study.consents.remove(gone)
        with study.store.read() as rows:
            assert cases_as_columns(rows)[0]["consent"] == ["given", "given"]
