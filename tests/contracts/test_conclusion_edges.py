"""Conclusions and reports of studies at the edge: one voice, no question, nothing but literature, words that
are gone, said twice, very long, or written from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.model import Finding
from jejak.study import Study, create_study
from support.contents import words_in
from support.found_out import code, talked_study, weigh

ARABIC = "مرحبا، عندي حسابان على الإنترنت"


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with talked_study(tmp_path) as study:
        yield study


def one_source(folder: Path, text: str) -> Study:
    study = create_study(folder / "one.jejak", "Satu", questions=["Mengapa?"], user="Rina")
    (folder / "W-01.txt").write_text(text, encoding="utf-8")
    study.sources.add([folder / "W-01.txt"])
    return study


def outcomes(study: Study, finding: Finding) -> dict[str, str]:
    return {one.verdict.tactic: one.verdict.outcome for one in study.findings.examine(finding)}


def told(study: Study, *parts: str, language: str = "en") -> str:
    return study.reports.content(".md", language, list(parts) or None).decode()


def test_of_one_participant_nothing_is_said_to_be_representative(tmp_path: Path) -> None:
    with one_source(tmp_path, "A: Murah sekali.\nP: Begitu?\nA: Ya.\nP: Oh.\n") as study:
        study.cases.tie_speaker(study.cases.add("A"), "A")
        finding = study.findings.add("Murah.", question=study.questions[0].guid)
        weigh(study, finding, "W-01", "Murah sekali")
        found = outcomes(study, finding)
        assert found["representativeness"] == "not applicable"
        assert found["triangulation"] == "fails"
        assert study.findings.card(finding).lacking["supported"]
        assert "It speaks of A alone." in told(study, "findings")
        assert "a view that nobody voiced may still be held by up to 95%" in told(study, "limits")


def test_evidence_is_what_its_words_are_after_a_correction_and_a_withdrawal(study: Study) -> None:
    finding = study.findings.add("It is cheap.", codes=["Harga"])
    weigh(study, finding, "W-01", "Murah sekali rasanya")
    weigh(study, finding, "W-02", "Murah, seharga kopi")
    source = study.sources.get("W-01")
    study.sources.correct(source, *study.coding.locate(source, "sekali"), "betul")
    assert "**Murah betul rasanya**. Tidak ada yang tahu" in told(study, "findings")
    study.protection.withdraw(study.cases.get("B"))
    report = told(study)
    assert "seharga kopi" not in report
    assert "Murah betul rasanya" in report
    assert [one.evidence.stance for one in study.findings.evidence(finding)] == ["supports"]


def test_a_finding_without_a_question_stands_apart_and_not_under_one(study: Study) -> None:
    asked = study.findings.add("Asked.", question=study.questions[0].guid)
    loose = study.findings.add("Loose.")
    report = told(study, "questions", "findings")
    assert f"{asked.label}" in report
    assert "Loose." in report
    assert study.findings.card(loose).question is None


def test_a_scope_that_holds_nobody_is_said_and_supports_nothing(study: Study) -> None:
    finding = study.findings.add("Nobody.", codes=["Harga"], scope="case = A and case = B")
    weigh(study, finding, "W-01", "Murah sekali")
    assert outcomes(study, finding)["representativeness"] in {"fails", "not applicable"}
    assert study.findings.candidates(finding).total == 0
    assert "Nobody." in told(study)


def test_the_same_words_twice_are_two_passages_and_one_voice(tmp_path: Path) -> None:
    text = "A: Murah.\nP: Oh?\nA: Murah.\nP: Ya?\n"
    with one_source(tmp_path, text) as study:
        study.cases.tie_speaker(study.cases.add("A"), "A")
        finding = study.findings.add("Murah.")
        source = study.sources.get("W-01")
        for at in (text.index("Murah"), text.rindex("Murah")):
            study.findings.add_evidence(finding, source=source, start=at, end=at + 5)
        checks = {one.verdict.tactic: one.verdict for one in study.findings.examine(finding)}
        assert checks["participants"].facts["participants"] == 1
        report = told(study, "findings")
        for at in (text.index("Murah"), text.rindex("Murah")):
            assert f"W-01, characters {at}–{at + 5}" in report


def test_literature_alone_is_no_second_kind_of_source(study: Study) -> None:
    finding = study.findings.add("As is written.")
    for key in ("sari2019", "tanjung2018"):
        work = study.references.add({"title": key, "author": [{"family": key}]}, key)
        study.findings.add_evidence(finding, target_kind="reference", target=work.guid)
    found = outcomes(study, finding)
    assert found["participants"] == "fails"
    assert {found["triangulation"], found["source-kinds"]} == {"not applicable"}
    assert study.findings.card(finding).lacking["supported"]
    report = told(study)
    assert "As is written." in report
    assert "(Sari2019" in report or "(sari2019" in report
    assert "no longer" not in report


def test_coders_who_contradict_each_other_are_both_told(study: Study) -> None:
    finding = study.findings.add("It is cheap.", codes=["Harga"])
    piece = weigh(study, finding, "W-01", "Murah sekali")
    bayu = next(one for one in study.users if one.name == "Bayu")
    code(study, "W-01", "Murah sekali", "Anonim", user=bayu.guid)
    weigh(study, finding, "W-01", "Murah sekali rasanya", stance="contradicts")
    stances = {one.evidence.stance for one in study.findings.evidence(finding)}
    assert stances == {"supports", "contradicts"}
    checks = {one.verdict.tactic: one.verdict for one in study.findings.examine(finding)}
    assert checks["weight-of-evidence"].facts["contradicts"] == 1
    assert piece in {one.evidence.guid for one in study.findings.evidence(finding)}
    report = told(study, "findings")
    assert "1 for and 1 against: a balance of 0 by number" in report
    assert "1 speaks against it (A), 1 for it as well." in report


def test_words_from_right_to_left_stand_so_in_a_report_from_left_to_right(tmp_path: Path) -> None:
    with one_source(tmp_path, f"{ARABIC}. Begitu.") as study:
        finding = study.findings.add("Dua akun.")
        weigh(study, finding, "W-01", ARABIC)
        page = study.reports.html("id", ["findings"])
        at = page.index(ARABIC)
        assert page[:at].endswith('<q dir="auto">')
        word = words_in("r.docx", study.reports.content(".docx", "id", ["findings"]))
        at = word.index(ARABIC)
        assert "<w:bidi/>" in word[word.rindex("<w:p>", 0, at) : at]
        assert study.reports.content(".pdf", "id", ["findings"]).startswith(b"%PDF")


def test_a_quotation_of_three_thousand_words_is_whole_in_every_report(tmp_path: Path) -> None:
    words = " ".join(f"kata{number}" for number in range(3000))
    with one_source(tmp_path, f"{words}. Selesai.") as study:
        finding = study.findings.add("Panjang.")
        weigh(study, finding, "W-01", words)
        for ending in (".html", ".docx", ".pdf"):
            report = words_in(f"r{ending}", study.reports.content(ending, "id", ["findings"]))
            for number in (0, 1499, 2999):
                assert f"kata{number}" in report, (ending, number)


def test_a_style_of_literature_that_is_nowhere_is_told_in_the_report(study: Study) -> None:
    study.references.add({"title": "Tali", "author": [{"family": "Sari"}], "type": "book"}, "sari")
    finding = study.findings.add("Lihat [@sari].")
    study.references.cite(study.references.get("sari"), "finding", finding.guid)
    for ending in (".html", ".docx", ".md"):
        content = study.reports.content(ending, "en", None, "no-such-style")
        report = words_in(f"r{ending}", content)
        assert "no-such-style" in report
        assert "Tali" in report
