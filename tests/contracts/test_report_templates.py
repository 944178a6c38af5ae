"""Whatever the template, no name that is known to be real leaves with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.report import TEMPLATES
from support.studies import small_study


@pytest.mark.parametrize("template", TEMPLATES.names())
def test_no_real_name_leaves_by_a_template(template: str, tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ge", attributes={"peran": "rekan Gunawan"})
        study.cases.tie_speaker(case, "G")
        study.cases.tie_speaker(case, "Gunawan")
        study.about.update(description="Tentang Gunawan.")
        finding = study.findings.add(
            "Gunawan memakai nama palsu.", codes=["Anonim"], rival="Gunawan bercanda."
        )
        source = study.sources.get("S-01")
        span = study.coding.locate(source, "namanya palsu")
        study.findings.add_evidence(
            finding, source=source, start=span[0], end=span[1], why="Gunawan mengaku."
        )
        for language in ("id", "en"):
            study.prose.add("Kata Gunawan.", "limits", template=template, language=language)
            told = study.reports.html(language, template=template)
            assert "gunawan" not in told.casefold()
            assert "Kata Ge." in told
