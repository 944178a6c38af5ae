from __future__ import annotations

import re
from typing import Any

from jejak.documents.document import plain
from jejak.model import Case, Evidence, Finding, Question
from jejak.report.composing import compose
from jejak.report.facts import CaseFacts, EvidenceFacts, FindingStory, Passage
from support.report_facts import facts, source

ASKED = Question(text="Mengapa?", position=1)


def piece(
    stance: str, case: str | None, kind: str = "interview", text: str = "kata"
) -> EvidenceFacts:
    one = Evidence(finding="f", target_kind="segment", target="s", stance=stance, user="u")
    return EvidenceFacts(one.stance, Passage("S-01", kind, 0, 4, text, case=case), one, "Rina")


def story(label: str, status: str, *evidence: EvidenceFacts, **values: Any) -> FindingStory:
    finding = Finding(
        label=label, statement=f"Pernyataan {label}.", status=status, user="u",
        question=values.pop("question", None),
    )  # fmt: skip
    return FindingStory(finding, None, (), (), "Rina", evidence, (), **values)


def words(part: str, **values: Any) -> str:
    document = compose(facts(**values), "en", [part], "article")
    return re.sub(r"\s+", " ", _flat((document.opening, document.sections)))


def _flat(part: Any) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, tuple):
        return " ".join(_flat(one) for one in part)
    fields = getattr(type(part), "__dataclass_fields__", {})
    if set(fields) >= {"text", "strong"}:
        return plain((part,))
    return " ".join(_flat(getattr(part, name)) for name in fields)


FIRM = story("F1", "verified", piece("supports", "Ge"), piece("supports", "De", "posts"),
             piece("qualifies", "De"), question=ASKED.guid)  # fmt: skip
THIN = story("F2", "hunch", piece("supports", "Ge"), question=ASKED.guid)
GONE = story("F3", "rejected", piece("contradicts", "Ge"))


def test_what_a_finding_rests_on_is_counted() -> None:
    told = words("narrative", questions=(ASKED,), findings=(FIRM, THIN, GONE))
    assert (
        "It stands as “verified” and rests on 2 pieces of evidence from Ge and De (interview and "
        "posts). 1 piece qualifies it; none speaks against it."
    ) in told
    assert told.index("Pernyataan F1.") < told.index("Pernyataan F2.")
    assert "What did not hold" in told
    assert "Nothing that speaks against it or qualifies it is on record." in told


def test_only_what_is_firm_is_concluded() -> None:
    other = Question(text="Kapan?", position=2)
    told = words("conclusions", questions=(ASKED, other), findings=(FIRM, THIN, GONE))
    assert re.search(r"Mengapa\? Pernyataan F1 \( F1 .*, verified\)\.", told)
    assert "1 more finding is a hunch or a proposition so far." in told
    assert "Pernyataan F2" not in told
    assert re.search(r"Kapan\? No finding answers it firmly enough", told)


def test_the_abstract_is_told_in_both_languages_and_asks_for_what_it_cannot_know() -> None:
    case = CaseFacts(Case(name="Ge"), {}, ("S-01",), (), 1)
    told = words(
        "abstract",
        questions=(ASKED,),
        findings=(FIRM, THIN),
        cases=(case,),
        sources=(source("S-01"),),
    )
    assert "[Background and purpose" in told
    assert "[Latar belakang dan tujuan" in told
    assert "asks 1 question. 1 person took part" in told
    assert "Dari 2 temuan, 1 bertahan" in told
    assert told.count("Pernyataan F1.") == 2


def test_further_data_are_asked_for_where_there_are_gaps() -> None:
    cases = (
        CaseFacts(Case(name="Ge"), {"peran": "penjual"}, ("S-01",), (), 1),
        CaseFacts(Case(name="De"), {"peran": "pembeli"}, ("S-02",), (), 0),
        CaseFacts(Case(name="Ti"), {"peran": "pembeli"}, (), (), 0),
    )
    sources = (source("S-01", kind="interview"), source("S-02", kind="posts"))
    told = words(
        "further", questions=(Question(text="Kapan?", position=2),), findings=(THIN,), cases=cases,
        sources=sources,
    )  # fmt: skip
    for sentence in (
        "Nothing answers this question yet; collect or code what speaks to it: Kapan?",
        "There is no material of Ti; hear them.",
        "There is material of De, but no word of theirs is coded",
        "Of persons with “peran: penjual” (1) there is no material of these kinds: posts.",
        "F2 rests on Ge alone", "F2 rests on one kind of source (interview)",
    ):  # fmt: skip
        assert sentence in told
    assert "nothing asks for more data" in words("further")


def test_a_long_quotation_is_shortened_in_the_narration() -> None:
    long = story("F1", "supported", piece("supports", "Ge", text="kata " * 600))
    told = words("narrative", findings=(long,))
    assert told.count("kata") < 200
    assert "[…]" in told


def test_what_is_told_in_short_is_linked_to_where_nothing_tells_it_whole() -> None:
    own = facts(findings=(FIRM,), questions=(ASKED,))
    alone = compose(own, "en", ["narrative"], "article").sections[0]
    both = compose(own, "en", ["narrative", "findings"], "article").sections[0]
    assert alone.blocks[0].blocks[0].anchor == "finding-F1"  # type: ignore[union-attr]
    assert both.blocks[0].blocks[0].anchor == "told-finding-F1"  # type: ignore[union-attr]
