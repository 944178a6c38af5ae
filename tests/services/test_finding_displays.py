"""A display that a finding cites is seen as it was then, and as it is now."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import NotFound
from jejak.model import Display
from jejak.study import Study
from support.studies import small_study


def count(study: Study, display: Display) -> float | None:
    matrix = study.displays.shown(study.store.get(Display, display.guid))
    row = [str(heading.label) for heading in matrix.rows].index("Anonim")
    return matrix.at(row, 0).value


def test_a_cited_display_keeps_the_change_it_was_cited_at(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        finding = study.findings.add("Anonim itu biasa.")
        display = study.displays.save("Kode", "matrix", {"columns": ["study"]})
        codebook = study.trail.entries()[0].seq
        cited = study.findings.show(finding, display)
        assert (cited.display.guid, cited.seq) == (display.guid, codebook + 1)
        assert 0 < cited.codebook < cited.seq
        source = study.sources.get("S-01")
        study.coding.apply(source, *study.coding.locate(source, "akun palsu"), ["Anonim"])
        study.displays.update(display, settings={"columns": ["coder"]})
        study.codebook.add("Baru")
        (then,) = study.findings.shown(finding)
        assert (then.seq, then.codebook) == (cited.seq, cited.codebook)
        with study.at(then.seq) as earlier:
            assert count(earlier, display) == 1
        assert count(study, display) == 2
        anew = study.findings.show(finding, display)
        assert anew.seq > then.seq
        assert anew.codebook > then.codebook
        assert len(study.findings.shown(finding)) == 1


def test_a_citation_is_undone_taken_back_and_goes_with_its_display(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        finding = study.findings.add("Anonim itu biasa.", codes=["Anonim"])
        one, other = (study.displays.save(name, "code-frequencies") for name in ("A", "B"))
        study.findings.show(finding, one)
        study.findings.show(finding, other)
        assert [each.display.name for each in study.findings.shown(finding)] == ["A", "B"]
        study.findings.update(finding, codes=["Murah"])  # the codes it is about are other links
        study.findings.unshow(finding, one)
        assert [each.display.name for each in study.findings.shown(finding)] == ["B"]
        study.trail.undo()
        assert [each.display.name for each in study.findings.shown(finding)] == ["A", "B"]
        study.displays.remove(other)
        assert [each.display.name for each in study.findings.shown(finding)] == ["A"]
        study.findings.unshow(finding, one)
        with pytest.raises(NotFound) as caught:
            study.findings.unshow(finding, one)
        assert caught.value.code == "not-cited"
        assert study.store.verify() == []
