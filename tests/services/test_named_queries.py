"""Patterns, questions, findings, sets and events as rows of a matrix: each counts what its query finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.model import Question, Relation, say
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path):
    with small_study(tmp_path) as work:
        yield work


def rows_of(study, facet: str) -> dict[str, tuple[float | None, str, str]]:
    matrix = study.displays.compute("matrix", {"rows": [facet], "columns": ["study"]})
    return {
        str(heading.label): (matrix.at(row, 0).value, matrix.at(row, 0).state, heading.query)
        for row, heading in enumerate(matrix.rows)
    }


def test_a_pattern_code_counts_what_is_below_it_and_what_is_part_of_it(study) -> None:
    pattern = study.codebook.add("Perisai", kind="pattern")
    member, whole = study.codebook.get("Anonim"), study.codebook.get("Murah")
    with study.store.write(say("Tie codes"), study.user.guid) as change:
        for kind, origin, target in (
            ("is part of", member.guid, pattern.guid),
            ("subsumes", pattern.guid, whole.guid),
        ):
            change.add(
                Relation(
                    type=kind, origin_kind="code", origin=origin, target_kind="code", target=target
                )
            )
    value, state, query = rows_of(study, "pattern")["Perisai"]
    assert (value, state) == (2, "value")
    assert study.retrieval.find(query).total == 2


def test_a_question_counts_its_findings_codes_and_evidence_and_is_open_without_any(study) -> None:
    (asked,) = study.store.all(Question)
    assert rows_of(study, "question")["Mengapa?"][:2] == (None, "open")
    study.findings.add("Murah itu penting.", question=asked.guid, codes=["Murah"])
    value, state, query = rows_of(study, "question")["Mengapa?"]
    assert (value, state) == (1, "value")
    assert "finding:F1" in query


def test_findings_and_sets_stand_side_by_side_with_codes(study) -> None:
    finding = study.findings.add("Ada yang takut.")
    source = study.sources.get("S-01")
    start, end = study.coding.locate(source, "namanya palsu")
    study.findings.add_evidence(finding, source=source, start=start, end=end)
    study.sets.add("Yang murah", "segment", query="code:Murah")
    assert rows_of(study, "finding")["F1"][:2] == (1, "value")
    assert rows_of(study, "set")["Yang murah"][:2] == (1, "value")
    matrix = study.displays.compute("matrix", {"rows": ["code"], "columns": ["finding"]})
    at = {str(row.label): matrix.at(n, 0).value for n, row in enumerate(matrix.rows)}
    assert (at["Anonim"], at["Murah"]) == (1, 0)


def test_an_event_counts_what_shows_it_in_the_order_of_dates_and_is_open_without_any(study) -> None:
    assert rows_of(study, "event") == {}
    coding = study.retrieval.find("code:Anonim").segments[0].codings[0]
    study.events.add("Diblokir", date="2020-06")
    study.events.add("Akun baru", date="2020-05", shown=[coding])
    rows = rows_of(study, "event")
    assert list(rows) == ["Akun baru", "Diblokir"]
    assert rows["Diblokir"][:2] == (None, "open")
    value, state, query = rows["Akun baru"]
    assert state == "value"
    assert value == study.retrieval.find(f"code:* and {query}").total > 0
