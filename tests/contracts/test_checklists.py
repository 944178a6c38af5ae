"""Checklists as their files hold them, and what a study says to them: the same numbers as whoever
counts plainly, and never a name that stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pypdf
import pytest

from jejak.i18n import LANGUAGES, translate
from jejak.model import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Coding,
    Consent,
    Evidence,
    Feedback,
    Finding,
    Memo,
    Search,
    Segment,
    Source,
    User,
)
from jejak.report.checklists.checklist import Checklist, checklists
from jejak.report.checklists.filling import FILLS
from jejak.services.checklists import ENDINGS
from jejak.study import Study
from support.studies import small_study

LISTS = [pytest.param(one, id=one.name) for one in checklists()]
KINDS = ("interview", "focus group", "observation", "posts", "literature")


def test_the_checklists_have_as_many_items_as_they_were_published_with() -> None:
    found = {one.name: [item.number for item in one.items] for one in checklists()}
    assert found["coreq"] == [str(n) for n in range(1, 33)]
    assert found["srqr"] == [f"S{n}" for n in range(1, 22)]
    assert len(set(found["criteria"])) == len(found["criteria"])


@pytest.mark.parametrize("one", LISTS)
def test_all_is_there_in_every_language_and_every_filling_is_known(one: Checklist) -> None:
    told = [one.title, one.about, *(domain.title for domain in one.domains)]
    told += [domain.standard for domain in one.domains if domain.standard]
    for item in one.items:
        told += [item.topic, item.asks]
        assert not item.fill or item.fill in FILLS
    for texts in told:
        assert set(texts) == set(LANGUAGES)
        assert all(text.strip() for text in texts.values())


def test_no_filling_is_left_unused() -> None:
    assert set(FILLS) == {i.fill for one in checklists() for i in one.items} - {""}


# --- numbers ---


def _grown(study: Study, seed: int) -> None:
    """Whatever may be in a study, by chance."""
    chance = Random(seed)
    names = [f"Orang {n}" for n in range(chance.randrange(1, 5))]
    for name in names:
        case = study.cases.add(name)
        if chance.random() < 0.6:
            study.cases.set_attributes(case, {"peran": chance.choice(("penjual", "pembeli"))})
        if chance.random() < 0.6:
            study.cases.record_consent(case, "wawancara", "2020-06-13", "lisan")
    for source in study.store.all(Source):
        study.sources.update(
            source, kind=chance.choice(KINDS),
            collected=chance.choice((None, "2020-05-01", "2020-06")),
            collector=chance.choice((None, "Rina", "Bayu")), method=chance.choice((None, "lisan")),
        )  # fmt: skip
        study.cases.tie_source(study.cases.get(chance.choice(names)), source)
        if chance.random() < 0.5:
            values = {
                "guide": chance.choice(("", "v2")),
                "duration": "40 menit",
                "setting": "Rumah",
            }
            study.forms.fill("source", source.guid, "interview", values)
    for n in range(chance.randrange(3)):
        study.memos.add(f"Memo {n}", "Saya …", chance.choice(("reflexive", "method")))
    for n in range(chance.randrange(1, 5)):
        _finding(study, f"Temuan {n}.", names, chance)


def _finding(study: Study, statement: str, names: list[str], chance: Random) -> None:
    finding = study.findings.add(
        statement, codes=["Anonim"], scope=chance.choice(("", f'case in ("{names[0]}")')),
        rival=chance.choice(("", "Yang lain.")),
    )  # fmt: skip
    for source in study.store.all(Source):
        if chance.random() < 0.5:
            start, end = study.coding.locate(source, "namanya palsu")
            stance = chance.choice(("supports", "contradicts", "qualifies"))
            study.findings.add_evidence(
                finding, source=source, start=start, end=end, stance=stance
            )  # fmt: skip
    if chance.random() < 0.5:
        study.verification.add(finding, "search", query="code:Murah", inspected=3, found=1)
    for name in names:
        if chance.random() < 0.4:
            answer = chance.choice(("agree", "partly", "disagree", "no reply"))
            study.verification.add(finding, "feedback", case=name, answer=answer)
    if chance.random() < 0.3:
        study.findings.update(finding, status="rejected")


def _plain(study: Study) -> dict[str, dict[str, Any]]:
    """The same numbers, counted one by one."""
    every = study.store.all
    persons = [one.guid for one in every(Case) if one.kind == "person"]
    attributed = {one.owner for one in every(AttributeValue)}
    consents = {one.case for one in every(Consent)}
    contacts = [one for one in every(Source) if one.kind in ("interview", "focus group")]
    sheets = {
        one.guid: dict(study.forms.read("source", one.guid, "interview").values) for one in contacts
    }
    held = [one for one in every(Finding) if one.status != "rejected"]
    evidence = [one for one in every(Evidence) if one.finding in {f.guid for f in held}]
    feedback = every(Feedback)
    searches = [one for one in every(Search) if one.finding in {f.guid for f in held}]
    codes = [one for one in every(Code) if one.codable]
    used = {one.code for one in every(Coding)}
    return {
        "sample_size": {"persons": len(persons)},
        "sample": {"described": len(attributed), "persons": len(persons)},
        "ethics": {"consented": len(consents & set(persons))},
        "interviewers": {
            "contacts": len(contacts), "known": sum(one.collector is not None for one in contacts),
        },
        "guides": {
            "contacts": len(contacts), "written": sum(bool(s.get("guide")) for s in sheets.values()),
        },
        "durations": {"known": sum(bool(s.get("duration")) for s in sheets.values())},
        "reflexivity": {"memos": sum(one.kind == "reflexive" for one in every(Memo))},
        "coders": {"coders": len({one.user for one in every(Coding)})},
        "tree": {"codes": len(codes), "used": sum(one.guid in used for one in codes)},
        "derivation": {"inductive": sum(one.kind == "inductive" for one in codes)},
        "analysis": {"codings": len(every(Coding))},
        "feedback": {
            "shown": len(feedback), "persons_shown": len({one.case for one in feedback}),
            "agree": sum(one.answer == "agree" for one in feedback),
            "replies": sum(one.answer != "no reply" for one in feedback),
        },
        "quotations": {
            "findings": len(held), "quotations": len(evidence),
            "quoted": len({one.finding for one in evidence}),
        },
        "negative_cases": {
            "searches": len(searches), "searched": len({one.finding for one in searches}),
        },
        "rivals": {"thought": sum(bool(one.rival) for one in held)},
        "scopes": {"scoped": sum(bool(one.scope) for one in held)},
        "paths": {
            "pieces": len(evidence), "standing": len(evidence),
            "whole": len({one.finding for one in evidence}),
        },
        "collection": {
            "sources": len(every(Source)),
            "known": sum(bool(one.method and one.collected) for one in every(Source)),
        },
        "minor_themes": {
            "minor": sum(one.status == "rejected" for one in every(Finding)),
            "against": sum(one.stance != "supports" for one in every(Evidence)),
        },
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_every_number_is_that_of_whoever_counts_plainly(tmp_path: Path, seed: int) -> None:
    with small_study(tmp_path) as study:
        for name in ("S-02", "S-03"):
            (tmp_path / f"{name}.txt").write_text("A: Takut, tapi namanya palsu.\n", "utf-8")
            study.sources.add([tmp_path / f"{name}.txt"])
        study.attributes.add("peran", "list", options=["penjual", "pembeli"])
        _grown(study, seed)
        told = {
            item.asked.fill: item.computed.facts
            for one in checklists()
            for item in study.checklists.read(one.name).filled.items
        }
        for fill, numbers in _plain(study).items():
            assert {name: told[fill][name] for name in numbers} == numbers, fill


def test_what_is_lost_is_no_path_to_the_data(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        finding = study.findings.add("Takut.", codes=["Anonim"])
        source = study.sources.get("S-01")
        start, end = study.coding.locate(source, "Takut")
        study.findings.add_evidence(finding, source=source, start=start, end=end)
        assert _facts(study, "paths")["whole"] == 1
        study.corrections.make(source, [(start, end, "")])
        assert study.store.all(Segment)
        assert _facts(study, "paths") == {"findings": 1, "whole": 0, "standing": 0, "pieces": 1}
        assert _facts(study, "processing", "srqr")["corrected"] == 1


def _facts(study: Study, fill: str, name: str = "criteria") -> dict[str, Any]:
    items = study.checklists.read(name).filled.items
    return next(dict(one.computed.facts) for one in items if one.asked.fill == fill)


# --- what must not leave ---

REAL = "Budi Santoso"
STAYS = "hipertensi"


@pytest.fixture
def private(tmp_path: Path) -> Iterator[Study]:
    """A study in which a real name and what stays stand wherever people can write."""
    with small_study(tmp_path) as study:
        study.attributes.add("diagnosa", "text")
        case = study.cases.add("G")
        study.cases.set_attributes(case, {"diagnosa": STAYS})
        study.cases.tie_speaker(case, REAL)
        study.cases.record_consent(case, "wawancara", "2020-06-13", f"surat dari {REAL}")
        source = study.sources.get("S-01")
        study.sources.update(source, kind="interview", collector=REAL)
        study.cases.tie_source(case, source)
        for name in ("interview", "contact"):
            field = "setting" if name == "interview" else "contact"
            study.forms.fill("source", source.guid, name, {field: f"Di rumah {REAL}."})
        study.memos.add(f"Tentang {REAL}", f"{REAL} …", "reflexive")
        finding = study.findings.add(f"{REAL} takut.", scope=f"case.diagnosa = {STAYS}")
        start, end = study.coding.locate(source, "Takut")
        study.findings.add_evidence(finding, source=source, start=start, end=end)
        study.verification.add(
            finding, "appraisal", component="coherence", concern="minor", why=f"{REAL} ragu."
        )
        study.verification.add(finding, "appraisal", component="overall", why=f"Karena {REAL}.")
        study.checklists.answer("coreq", "10", text=f"Kenalan {REAL}.", place=f"Bab {REAL}")
        study.checklists.answer("criteria", "C4", text=f"Dengan {REAL}.")
        hidden = [one.guid for one in study.store.all(Attribute) if one.name == "diagnosa"]
        study.about.set_privacy(coders="initials", hidden=hidden)
        yield study


def _text(content: bytes, ending: str, folder: Path) -> str:
    file = folder / f"out{ending}"
    file.write_bytes(content)
    if ending == ".pdf":
        return " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    if ending in {".docx", ".xlsx"}:
        with ZipFile(file) as whole:
            parts = [whole.read(n).decode("utf-8", "replace") for n in whole.namelist()]
        return re.sub(r"<[^>]*>", "", " ".join(parts))
    return content.decode()


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_real_name_and_nothing_that_stays_is_in_a_checklist(
    private: Study, tmp_path: Path, ending: str
) -> None:
    for name in ("coreq", "criteria"):
        told = " ".join(
            _text(private.checklists.file(name, ending, "id"), ending, tmp_path).split()
        )
        assert "Budi" not in told
        assert "Santoso" not in told
        assert STAYS not in told
        assert "diagnosa" not in told
        assert private.user.name not in told
        if name == "coreq":
            assert "Kenalan G." in told


def test_no_real_name_is_in_the_parts_of_the_report(private: Study) -> None:
    html = private.reports.html("id", ["criteria", "coreq", "srqr", "confidence", "references"])
    for secret in ("Budi", "Santoso", STAYS, "diagnosa", "Rina"):
        assert secret not in html
    assert "Karena G." in html
    assert "G ragu." in html


def test_a_coder_who_is_known_by_initials_is_so_in_sentences(private: Study) -> None:
    standing = private.checklists.read("coreq")
    sentence = next(i.computed.sentence for i in standing.filled.items if i.asked.number == "24")
    assert "Rina" in translate(sentence, "en")
    told = standing.leaves(translate(sentence, "en"))
    assert "Rina" not in told
    initials = private.store.all(User)[0].initials
    assert initials in told


def test_the_rows_of_a_table_are_those_of_the_list(private: Study) -> None:
    rows = json.loads(private.checklists.file("srqr", ".json", "en"))
    assert [row["No."] for row in rows] == [f"S{n}" for n in range(1, 22)]
    assert {row["State"] for row in rows} <= {
        "on record", "partly on record", "not on record", "does not apply",
    }  # fmt: skip
