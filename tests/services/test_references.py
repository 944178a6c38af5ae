from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from support.studies import everything, small_study

WORK = {
    "type": "book",
    "title": "Leben im Netz",
    "author": [{"family": "Müller"}],
    "issued": {"date-parts": [[2020]]},
    "abstract": "Erste Zeile.\nZweite Zeile.",
    "language": "de-DE",
    "note": "",
}


def test_a_work_is_added_changed_cited_and_removed(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        work = study.references.add(WORK)
        assert (work.key, "note" in work.csl) == ("muller2020", False)
        assert study.references.add(WORK).key == "muller2020a"
        with pytest.raises(Conflict):
            study.references.add(WORK, "MULLER2020")
        now = study.references.update(work, {"title": "Netz", "abstract": None}, "m20")
        assert (now.key, now.csl["title"], "abstract" in now.csl) == ("m20", "Netz", False)
        with pytest.raises(Conflict):
            study.references.update(now, key="muller2020a")
        source = study.sources.get("S-01")
        code = study.codebook.get("Murah")
        study.references.cite(now, "source", source.guid)
        study.references.cite(now, "source", source.guid)
        study.references.cite(now, "code", code.guid)
        card = study.references.cards([now])[0]
        assert [(one.kind, one.label) for one in card.cited_by] == [
            ("source", "S-01"), ("code", "Murah"),
        ]  # fmt: skip
        assert study.references.cited_in(source.guid) == [now]
        study.references.uncite(now, code.guid)
        with pytest.raises(InvalidInput):
            study.references.cite(now, "case", source.guid)
        with pytest.raises(NotFound):
            study.references.cite(now, "memo", source.guid)
        assert study.references.remove([now]) == {"reference": 1, "link": 1}
        study.references.remove(study.references.all() * 1)
        assert study.references.all() == []
        with pytest.raises(InvalidInput):
            study.references.add({"publisher": "x"})


def test_a_work_nested_without_end_is_refused(tmp_path: Path) -> None:
    deep: object = "words"
    for _ in range(900):
        deep = [deep]
    with small_study(tmp_path) as study:
        with pytest.raises(InvalidInput, match="nested too deeply"):
            study.references.add({**WORK, "custom": deep})
        assert study.references.add({**WORK, "custom": {"a": [{"b": ["c"]}]}}).key == "muller2020"


def test_works_that_are_one_are_merged_with_what_cites_them(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        poor = {name: WORK[name] for name in ("title", "author", "issued")}
        keep = study.references.add({**poor, "DOI": "10.1234/a"})
        other = study.references.add(WORK)
        study.references.add({**WORK, "DOI": "10.1234/b"})
        assert study.references.duplicates() == [[keep, other]]
        guid, code = study.sources.get("S-01").guid, study.codebook.get("Murah").guid
        for work, kind, owner in (
            (keep, "source", guid),
            (other, "source", guid),
            (other, "code", code),
        ):
            study.references.cite(work, kind, owner)
        before = everything(study.store)
        merged = study.references.merge(keep, [other, keep])
        assert (merged.key, merged.csl["abstract"], merged.csl["DOI"]) == (
            keep.key, WORK["abstract"], "10.1234/a",
        )  # fmt: skip
        assert len(study.references.cards([merged])[0].cited_by) == 2
        assert study.store.verify() == []
        study.undo()
        assert everything(study.store) == before


def test_an_abstract_becomes_a_source_that_cites_its_work(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        work = study.references.add(WORK)
        source = study.references.make_source(work)
        assert (source.kind, source.name, source.language) == ("literature", "Müller 2020", "de")
        assert study.sources.text(source) == "Leben im Netz\n\nErste Zeile.\nZweite Zeile."
        assert study.references.make_source(work).name != source.name
        assert study.references.cited_in(source.guid) == [work]
        with pytest.raises(InvalidInput):
            study.references.make_source(study.references.add({"title": "x"}))
