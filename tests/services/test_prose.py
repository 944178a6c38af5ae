from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.study import Study
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """The small study with a case of a real name and a finding."""
    with small_study(tmp_path) as made:
        made.cases.add("Ge")
        made.findings.add(
            "Orang memakai nama palsu.", codes=["Anonim"], question=made.questions[0].guid
        )
        yield made


def page(study: Study, template: str = "article", language: str = "en", **more: object) -> str:
    return study.reports.content(".md", language, template=template, **more).decode()  # type: ignore[arg-type]


def test_words_stay_at_their_place_with_their_works_and_links(study: Study) -> None:
    study.references.add(
        {"title": "Tali", "author": [{"family": "Sari"}], "issued": {"date-parts": [[2019]]}},
        "sari",
    )
    code, finding = study.codebook.get("Anonim"), study.findings.get("F1")
    text = (
        f"Lihat [@sari] dan [anonim](jejak:code/{code.guid}), [F1](jejak:finding/{finding.guid}), "
        "[hilang](jejak:code/00000000-0000-0000-0000-000000000000).\n\n## Artinya\n\nBanyak."
    )
    study.prose.add(text, "discussion", template="article", language="en")
    study.prose.add("Pengantar temuan.", "f1", "before", template="article", language="en")
    study.codebook.update(code, name="Samaran")
    study.findings.update(finding, label="H1")
    told = page(study)
    assert "(Sari, 2019)" in told
    assert "Samaran" in told
    assert "hilang" in told
    assert told.index("Pengantar temuan.") > told.index("Orang memakai nama palsu.")
    assert told.rindex("Artinya") > told.index("Lihat")
    assert "which theory they speak to" not in told
    assert "Lihat" not in page(study, language="id")
    assert "Lihat" not in page(study, "study")


def test_words_stand_instead_of_what_is_composed(study: Study) -> None:
    study.prose.add("Ringkasan saya.", "abstract", "instead", template="article", language="en")
    told = page(study)
    assert "Ringkasan saya." in told
    assert "Background and purpose" not in told


def test_what_loses_its_place_is_kept_listed_and_can_be_moved(study: Study) -> None:
    finding = study.findings.get("F1")
    piece = study.prose.add("Tentang F1.", "F1", template="article", language="en")
    assert [(one.title, one.is_there) for one in study.prose.pieces("article", "en")] == [
        ("F1 Orang memakai nama palsu.", True)
    ]
    study.findings.remove(finding)
    lost = study.prose.pieces("article", "en")
    assert [one.is_there for one in lost] == [False]
    assert "Tentang F1." not in page(study)
    study.prose.update(piece, place="limits", side="before")
    assert "Tentang F1." in page(study)
    study.trail.undo(2)
    assert [one.is_there for one in study.prose.pieces("article", "en")] == [True]
    study.prose.remove([piece.guid])
    assert study.prose.pieces("article", "en") == []
    study.trail.undo()
    assert [one.prose.text for one in study.prose.pieces("article", "en")] == ["Tentang F1."]


def test_real_names_do_not_leave_in_prose(study: Study) -> None:
    study.cases.tie_speaker(study.cases.get("Ge"), "Gunawan")
    study.prose.add("# Tentang Gunawan\n\nKata Gunawan: *gunawannya*.", "limits", language="en")
    for ending in (".md", ".html", ".tex"):
        told = study.reports.content(ending, "en").decode().casefold()
        assert "gunawan" not in told
        assert "kata ge" in told


def test_nothing_is_written_where_there_is_no_place(study: Study) -> None:
    for values in (
        ("", "limits"), ("x", "horoscope"), ("x", "limits", "beside"),
    ):  # fmt: skip
        with pytest.raises(InvalidInput):
            study.prose.add(*values)
    with pytest.raises(InvalidInput):
        study.prose.add("x", "limits", template="poem")
    assert study.prose.all() == []


def test_every_section_of_a_report_is_a_place(study: Study) -> None:
    places = {one.name: one for one in study.prose.places("thesis-chapter", "id")}
    guid = study.findings.get("F1").guid
    assert places[f"finding-{guid}"].title == "F1 Orang memakai nama palsu."
    assert {"chapter-results", "narrative", "trail", "limits-study"} <= set(places)
