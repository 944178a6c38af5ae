from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.services.saturated import Rule
from jejak.services.saturation_told import saturation_methods, saturation_remarks
from support.coders import TEXT, coded_study

# Six sources; new codes by source: 2, 1, 0, 1, 0, 0.
HELD = {"S-1": "AB", "S-2": "BC", "S-3": "AC", "S-4": "D", "S-5": "AD", "S-6": "A"}


def study_of(folder: Path, held: dict[str, str]):
    codings = [
        ("Rina", source, 2 * n, 2 * n + 1, code)
        for source, codes in held.items()
        for n, code in enumerate(codes)
    ]
    texts = {source: f"{source} {TEXT}" for source in [*held, "S-9"]}
    return coded_study(folder, codings, texts=texts, coders=["Rina"], codes="ABCDE")


def test_new_codes_in_the_order_the_material_came(tmp_path: Path) -> None:
    with study_of(tmp_path, HELD) as study:
        found = study.saturation.compute(Rule(base=2, run=2))
    assert [(one.name, one.new, one.seen) for one in found.steps] == [
        ("S-1", ("A", "B"), 2), ("S-2", ("C",), 3), ("S-3", (), 3), ("S-4", ("D",), 4),
        ("S-5", (), 4), ("S-6", (), 4),
    ]  # fmt: skip
    assert (found.stopping.label, found.codes, found.uncoded, found.undated) == ("4+2", 4, 1, 6)
    assert found.once == ()
    told = " ".join(map(str, saturation_remarks(found)))
    assert "Saturation was reached at 4+2" in told
    assert "can miss, at 95%" in told
    assert "6 sources without a date" in " ".join(str(one) for one in saturation_methods(found))


def test_dates_put_the_sources_in_order_and_cases_follow(tmp_path: Path) -> None:
    with study_of(tmp_path, HELD) as study:
        study.sources.update(study.sources.get("S-4"), collected="2020-01-02")
        case = study.cases.add("K-1")
        for name in ("S-3", "S-4"):
            study.cases.tie_source(case, study.sources.get(name))
        first = study.saturation.compute().steps[0]
        assert (first.name, first.new) == ("S-4", ("D",))
        assert study.saturation.compute(Rule(order="added")).steps[0].name == "S-1"
        by_case = study.saturation.compute(Rule(by="case"))
        assert [(one.name, one.new) for one in by_case.steps] == [("K-1", ("A", "C", "D"))]
        with pytest.raises(InvalidInput):
            study.saturation.compute(Rule(by="page"))


def test_the_meaning_of_a_code_may_grow_when_no_new_codes_come(tmp_path: Path) -> None:
    held = {"S-1": "AB", "S-2": "A", "S-3": "AC", "S-4": "A", "S-5": "AD"}
    with study_of(tmp_path, held) as study:
        for name in "BCD":
            study.codebook.move(study.codebook.get(name), study.codebook.get("A").guid)
        found = study.saturation.compute()
        ((name, one),) = found.meanings
        assert (name, one.dimensions, one.saturated) == ("A", (1, 3, 5), None)
        assert "still grows" in " ".join(map(str, saturation_remarks(found)))
        assert "C" in found.once[1]
        (whole,) = study.saturation.compute(codes=["A"]).steps[:1]
        assert whole.new == ("A",)


def test_nothing_coded_is_said(tmp_path: Path) -> None:
    with coded_study(tmp_path, []) as study:
        found = study.saturation.compute()
        assert found.steps == ()
        assert "need 6 sources; there are 0" in " ".join(map(str, saturation_remarks(found)))
        file = study.saturation.write(found, tmp_path / "saturation.csv")
    assert file.read_text("utf-8-sig").startswith("source,codes,new,seen,expected")
