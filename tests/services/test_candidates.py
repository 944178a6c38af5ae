"""What could be evidence and was not weighed, found in four ways, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.model import Case, Finding
from jejak.services.candidates import WAYS, Candidates
from jejak.study import Study
from support.found_out import code, talked_study, weigh


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with talked_study(tmp_path) as study:
        study.findings.add("It is cheap.", codes=["Harga"])
        yield study


def finding(study: Study, label: str = "F1") -> Finding:
    return study.findings.get(label)


def told(found: Candidates) -> list[tuple[str, str]]:
    return [(one.segment.text.strip(), " ".join(str(why) for why in one.why)) for one in found.page]


def test_under_its_codes_each_says_which(study: Study) -> None:
    found = study.findings.candidates(finding(study))
    assert told(found) == [
        ("Murah sekali", "It is coded with Murah."), ("seharga kopi", "It is coded with Harga."),
    ]  # fmt: skip
    weigh(study, finding(study), "W-01", "Murah")
    assert study.findings.candidates(finding(study)).total == 1


def test_a_query_finds_what_no_evidence_touches(study: Study) -> None:
    weigh(study, finding(study), "W-01", "nama saya")
    found = study.findings.candidates(finding(study), "query", query='text:"nama"')
    assert told(found) == [("nama", '“text:"nama"” finds it.')]
    assert found.page[0].segment.source_name == "W-02"
    study.findings.update(finding(study), scope="not case = B")
    assert study.findings.candidates(finding(study), "query", query='text:"nama"').total == 0
    for way, query in (("query", " "), ("query", "code:("), ("chance", "")):
        with pytest.raises(InvalidInput):
            study.findings.candidates(finding(study), way, query=query)


def test_the_other_side_is_who_does_not_support_it_and_what_supports_a_rival(study: Study) -> None:
    weigh(study, finding(study), "W-01", "Murah sekali")
    rival = study.findings.add("It is the name.", codes=["Anonim"])
    study.findings.set_rival(finding(study), rival.guid)
    weigh(study, rival, "W-02", "nama saya ketahuan")
    weigh(study, rival, "W-01", "Murah sekali")  # is evidence here, too
    assert told(study.findings.candidates(finding(study), "polarity")) == [
        ("seharga kopi", "B speaks of it and does not support it."),
        ("nama saya ketahuan", "It supports the rival F2."),
    ]


def test_weights_on_the_other_side_of_the_middle_are_told(study: Study) -> None:
    talk = study.sources.get("W-01")
    start, end = study.coding.locate(talk, "Ya, begitu")
    study.coding.apply(talk, start, end, ["Harga"], weight=20)
    code(study, "W-01", "rasanya", "Harga", weight=80)  # type: ignore[arg-type]
    weigh(study, finding(study), "W-01", "rasanya")
    weigh(study, finding(study), "W-02", "kopi")
    assert told(study.findings.candidates(finding(study), "polarity")) == [
        ("Ya, begitu", "It is coded on the other side of the middle than its supports.")
    ]


def test_what_is_alike_shares_words_and_is_nobody_who_asks(study: Study) -> None:
    assert study.findings.candidates(finding(study), "alike").total == 0
    weigh(study, finding(study), "W-01", "Tidak ada yang tahu nama saya")
    found = study.findings.candidates(finding(study), "alike")
    words = [one.segment.text for one in found.page]
    assert told(found) == [
        (words[0], "It shares with the evidence: nama, ketahuan."),
        ("C: Saya tidak tahu soal itu.", "It shares with the evidence: tahu."),
    ]
    scores = [one.score or 0 for one in found.page]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 0.1
    assert not any(text.startswith("P:") for text in words)
    assert not any("Tidak ada yang tahu" in text for text in words)


def test_a_page_goes_on_where_the_last_ended(study: Study) -> None:
    for way in ("codes", "query", "polarity"):
        whole = study.findings.candidates(finding(study), way, query="code:*").page
        parts = [
            study.findings.candidates(finding(study), way, query="code:*", offset=n, limit=1).page
            for n in range(len(whole) + 1)
        ]
        assert tuple(one for part in parts for one in part) == whole


def test_who_does_not_agree_is_a_candidate_until_something_was_done(study: Study) -> None:
    one = finding(study)
    case = study.store.all(Case)[0]
    for who, answer in (({"case": case.name}, "disagree"), ({"who": "Ketua RT"}, "partly"),
                        ({"who": "Penjual"}, "agree"), ({"who": "Lurah"}, "no reply")):  # fmt: skip
        study.verification.add(one, "feedback", **who, answer=answer, comment="Mahal.")
    for way in WAYS:
        found = study.findings.candidates(one, way, query='text:"nama"')
        assert [(it.who, it.record.answer) for it in found.objections] == [
            (case.name, "disagree"), ("Ketua RT", "partly"),
        ]  # fmt: skip
    first = found.objections[0].record
    study.verification.update("feedback", first.guid, action="Ditanya lagi.")
    assert [it.who for it in study.findings.candidates(one).objections] == ["Ketua RT"]
