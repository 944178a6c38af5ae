from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotAllowed
from jejak.services.saturated import Rule
from jejak.services.saturation_told import saturation_methods, saturation_remarks, thin_spots
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


def test_what_is_thin_and_what_of_the_material_is_coded(tmp_path: Path) -> None:
    with study_of(tmp_path, HELD) as study:
        study.cases.add("G")
        study.sources.update(study.sources.get("S-4"), kind="interview")
        study.sources.update(study.sources.get("S-9"), kind="posts")
        found = study.saturation.compute(Rule(base=2, run=2))
        kinds = {one.kind: one for one in found.covered.kinds}
        assert (kinds["document"].sources, kinds["document"].coded, kinds["document"].codes) == (
            5,
            5,
            4,
        )
        assert (kinds["interview"].coded, kinds["interview"].alone) == (1, 0)
        assert (found.covered.cases, found.covered.silent) == (1, ("G",))
        thin = " ".join(str(one) for one in thin_spots(found))
        assert "1 of 1 cases has no coded words: G." in thin
        assert "One source alone is coded of these kinds: interview." in thin
        assert "Nothing is coded of these kinds: posts." in thin


def test_it_can_be_switched_off_with_a_reason(tmp_path: Path) -> None:
    with study_of(tmp_path, HELD) as study:
        study.saturation.switch_off("We work reflexively.")
        with pytest.raises(NotAllowed, match="We work reflexively"):
            study.saturation.compute()
        study.undo()
        assert study.saturation.off is None
        study.saturation.switch_off("No.")
        study.saturation.switch_on()
        assert study.saturation.compute().codes == 4
        with pytest.raises(InvalidInput):
            study.saturation.switch_off("  ")
