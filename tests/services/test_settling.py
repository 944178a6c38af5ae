"""Settling: what it does to codings, what stays on record, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model import Coding, Evidence, Link, Segment, Settlement, Version
from jejak.services.finding_facts import FactsReader
from jejak.services.finding_records import FindingRecords
from jejak.services.settled import Disagreement
from jejak.services.settled_told import nothing_open
from jejak.study import Study
from support.coders import TEXT, coded_study
from support.studies import everything

BOTH = (
    ("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 2, 12, "A"),
    ("Rina", "S-1", 20, 30, "B"), ("Rina", "S-2", 0, 5, "A"), ("Bayu", "S-2", 0, 5, "A"),
)  # fmt: skip


def only(study: Study, code: str, source: str = "S-1", **asked: object) -> Disagreement:
    (found,) = study.agreement.disagreements(codes=[code], sources=[source], **asked).found.found
    return found


def lies(study: Study, code: str) -> dict[str, list[tuple[str, int, int, str]]]:
    """Where codings of a code lie, by coder, each with its origin."""
    names = {user.guid: user.name for user in study.users}
    sources = {one.guid: one.name for one in study.sources.all()}
    found: dict[str, list[tuple[str, int, int, str]]] = {}
    for coding in study.store.all(Coding, code=study.codebook.get(code).guid):
        place = study.store.get(Segment, coding.segment)
        one = (sources[place.source], place.start, place.end, coding.origin)
        found.setdefault(names[coding.user], []).append(one)
    return {name: sorted(many) for name, many in sorted(found.items())}


def coding_of(study: Study, coder: str, start: int) -> Coding:
    place = study.sources.get("S-1").guid
    (found,) = (
        one
        for one in study.store.all(Coding)
        if study.store.get(Segment, one.segment).source == place
        and study.store.get(Segment, one.segment).start == start
        and {user.guid: user.name for user in study.users}[one.user] == coder
    )
    return found


def test_they_are_ranked_by_size_by_code_and_by_place(tmp_path: Path) -> None:
    more = [("Bayu", "S-3", 0, 3, "B"), ("Rina", "S-3", 30, 31, "C")]
    with coded_study(tmp_path, [*BOTH, *more]) as study:
        found = study.agreement.disagreements(by="code").found
        told = [(one.code_name, one.source_name, one.apart) for one in found.found]
        assert told == [("B", "S-1", 10), ("B", "S-3", 3), ("A", "S-1", 4), ("C", "S-3", 1)]
        assert [(one.name, one.count, one.apart) for one in found.codes] == [
            ("B", 2, 13), ("A", 1, 4), ("C", 1, 1),
        ]  # fmt: skip
        found = study.agreement.disagreements(by="place").found
        assert [(one.source_name, one.start) for one in found.found] == [
            ("S-1", 0), ("S-1", 20), ("S-3", 0), ("S-3", 30),
        ]  # fmt: skip
        assert [one.name for one in found.sources] == ["S-1", "S-3"]
        first = study.agreement.disagreements(limit=1, context=3).found
        assert (first.total, len(first.found)) == (4, 1)
        one = first.found[0]
        assert (one.before, one.text, one.after) == (TEXT[17:20], TEXT[20:30], TEXT[30:33])
        assert [(had.name, had.stretches) for had in one.had] == [
            ("Rina", ((20, 30),)), ("Bayu", ()),
        ]  # fmt: skip
        with pytest.raises(InvalidInput, match="no order"):
            study.agreement.disagreements(by="weight")


@pytest.mark.parametrize(
    ("decision", "kept", "all_have"),
    [
        ("keep", "Rina", [(0, 10)]),
        ("keep", "Bayu", [(2, 12)]),
        ("both", None, [(0, 10), (2, 12)]),
        ("neither", None, []),
        ("outer", None, [(0, 12)]),
        ("inner", None, [(2, 10)]),
    ],
)
def test_each_decision_gives_all_the_same(
    tmp_path: Path, decision: str, kept: str | None, all_have: list[tuple[int, int]]
) -> None:
    with coded_study(tmp_path, BOTH) as study:
        before, head = everything(study.store), study.store.head
        figure = study.agreement.compute().whole.value
        one = only(study, "A")
        made = study.agreement.settle(one, decision, kept=kept, reason=" It is so. ")
        assert study.store.head == head + 1
        for where in lies(study, "A").values():
            there = [(start, end) for source, start, end, _ in where if source == "S-1"]
            assert there == all_have
        # Nobody's coding elsewhere was touched.
        assert lies(study, "B") == {"Rina": [("S-1", 20, 30, "hand")]}
        agreed = study.agreement.compute()
        assert agreed.whole.value == figure
        assert agreed.now is not None
        assert agreed.now.count == 1
        assert "settled 1 disagreement" in study.agreement().methods()
        (card,) = study.agreement.settling.all()
        assert (card.record, card.text) == (made, TEXT[:12])
        assert (made.decision, made.reason, made.user) == (decision, "It is so.", study.user.guid)
        assert [(had.name, had.stretches) for had in card.had] == [
            ("Rina", ((0, 10),)), ("Bayu", ((2, 12),)),
        ]  # fmt: skip
        study.undo()
        assert everything(study.store) == before


def test_what_hangs_on_a_coding_goes_where_it_goes(tmp_path: Path) -> None:
    more = [("Bayu", "S-1", 13, 16, "A"), ("Rina", "S-1", 8, 16, "A")]
    with coded_study(tmp_path, [*BOTH, *more]) as study:
        rina, bayu, second = (
            coding_of(study, *which) for which in (("Rina", 0), ("Bayu", 2), ("Bayu", 13))
        )
        study.coding.update(bayu.guid, weight=30)
        study.coding.update(second.guid, weight=60)
        memos = [
            study.memos.add("", f"Of {n}.", about=[("coding", one.guid)])
            for n, one in enumerate((rina, bayu, second))
        ]
        finding = study.findings.add("They do.")
        study.findings.add_evidence(finding, segment=bayu.segment)
        study.agreement.settle(only(study, "A"), "outer")
        about = {link.owner: link.target for link in study.store.all(Link, role="memo")}
        # Bayu's two fell together: the one that remains has both memos and the higher weight.
        assert about[memos[1].guid] == about[memos[2].guid]
        kept = study.store.get(Coding, about[memos[1].guid])
        assert kept.weight == 60
        assert about[memos[0].guid] == coding_of(study, "Rina", 0).guid
        # Evidence is on words, and stays on them, as where a coding is moved or taken away.
        assert [one.target for one in study.store.all(Evidence)] == [bayu.segment]
        study.undo()
        assert study.store.get(Coding, bayu.guid).segment == bayu.segment
        # A coding that lies as decided already is not touched at all.
        study.agreement.settle(only(study, "B"), "keep", kept="Rina")
        assert lies(study, "B") == {
            "Bayu": [("S-1", 20, 30, "settled")], "Rina": [("S-1", 20, 30, "hand")],
        }  # fmt: skip


def test_what_changed_since_it_was_listed_is_refused(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        one, other = only(study, "A"), only(study, "B")
        study.coding.update(coding_of(study, "Bayu", 2).guid, end=14)
        before, head = everything(study.store), study.store.head
        with pytest.raises(Conflict, match="somebody coded there"):
            study.agreement.settle(one, "both")
        # Of several none is settled where one cannot be.
        with pytest.raises(Conflict):
            study.agreement.settling.settle([other.key, one.key], "neither")
        assert (everything(study.store), study.store.head) == (before, head)
        study.agreement.settle(other.key[:6], "neither")
        with pytest.raises(Conflict, match="it is settled"):
            study.agreement.settle(other, "neither")
        with pytest.raises(Conflict):
            study.agreement.settle("", "neither")


def test_what_makes_no_sense_is_refused(tmp_path: Path) -> None:
    chain = [("Rina", "S-3", 0, 4, "C"), ("Bayu", "S-3", 3, 8, "C"), ("Sari", "S-3", 7, 9, "C")]
    with coded_study(tmp_path, [*BOTH, *chain], coders=("Rina", "Bayu", "Sari")) as study:
        before = everything(study.store)
        for code, decision, kept, wrong, words in (
            ("B", "outer", None, InvalidInput, "Only one of them coded it"),
            ("A", "keep", None, InvalidInput, "Say whose version"),
            ("A", "both", "Rina", InvalidInput, "Say whose version"),
            ("A", "keep", "Sari", NotFound, "has no version at this place"),
            ("A", "toss", None, InvalidInput, "Nothing can be settled by"),
        ):
            with pytest.raises(wrong, match=words):
                study.agreement.settle(only(study, code), decision, kept=kept)
        three = only(study, "C", "S-3")
        assert three.choices == ("keep", "both", "neither", "outer")
        with pytest.raises(InvalidInput, match="no word here that all of them coded"):
            study.agreement.settle(three, "inner")
        with pytest.raises(InvalidInput, match="at most"):
            study.agreement.settle(three, "both", reason="x" * 10_001)
        assert everything(study.store) == before


def test_several_are_settled_as_one_change(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        head = study.store.head
        keys = [one.key for one in study.agreement.disagreements().found.found]
        study.agreement.settling.settle(keys, "keep", kept="Bayu", reason="As Bayu has it.")
        assert study.store.head == head + 1
        assert lies(study, "B") == {}
        assert [row["decision"] for row in study.agreement.settled().rows()] == [
            "as Bayu has it"
        ] * 2
        assert study.agreement.settled().rows()[1]["had"] == ["Rina: 20–30", "Bayu: –"]


def test_what_a_rule_coded_is_nobodys_version(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        bayu = next(user.guid for user in study.users if user.name == "Bayu")
        source = study.sources.get("S-1")
        for start, end in ((20, 30), (22, 24)):
            study.coding.apply(source, start, end, ["B"], user=bayu, origin="rule")
        one = only(study, "B")
        assert [had.name for had in one.without] == ["Bayu"]
        study.agreement.settle(one, "keep", kept="Rina")
        assert lies(study, "B")["Bayu"] == [("S-1", 20, 30, "settled"), ("S-1", 22, 24, "rule")]
        assert study.agreement.disagreements(codes=["B"]).found.total == 0


def test_what_each_coded_alone_outlasts_merged_codes_corrected_words_and_later_codings(
    tmp_path: Path,
) -> None:
    with coded_study(tmp_path, BOTH) as study:
        study.agreement.settle(only(study, "A"), "keep", kept="Rina")
        before = [one.coefficient.value for one in study.agreement.compute().codes]
        # Words put in before the place move it, and what stood there, along.
        study.corrections.make(study.sources.get("S-2"), [(0, 0, "")])
        study.coding.apply(study.sources.get("S-1"), 4, 9, ["A"])
        assert [one.coefficient.value for one in study.agreement.compute().codes] == before
        (card,) = study.agreement.settling.all()
        study.corrections.make(study.sources.get("S-1"), [(0, 0, "Ya. ")])
        (moved,) = study.agreement.settling.all()
        assert (moved.start, moved.end, moved.text) == (card.start + 4, card.end + 4, card.text)
        agreed = study.agreement.compute()
        assert agreed.codes[0].stretches == (2, 2)
        study.codebook.merge([study.codebook.get("A")], study.codebook.get("C"))
        (merged,) = study.agreement.settling.all()
        assert merged.code == "C"
        again = study.agreement.compute(codes=["C"])
        assert again.codes[0].coefficient.value == agreed.codes[0].coefficient.value
        study.codebook.remove(study.codebook.get("C"))
        assert study.store.all(Settlement) == study.store.all(Version) == []


def test_a_coder_by_whom_nothing_is_left_counts_as_before(tmp_path: Path) -> None:
    """Bayu’s only coding of a source is settled away: he has read it all the same."""
    codings = [("Rina", "S-1", 0, 5, "A"), ("Bayu", "S-1", 20, 24, "A")]
    with coded_study(tmp_path, codings) as study:
        value = study.agreement.compute().whole.value
        for one in study.agreement.disagreements().found.found:
            study.agreement.settle(one, "keep", kept="Rina")
        agreed = study.agreement.compute()
        assert (agreed.whole.value, agreed.shared) == (value, ("S-1",))
        assert agreed.now is not None
        assert agreed.now.whole.value == 1.0


def test_a_finding_rests_on_what_people_coded_by_themselves(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        finding = study.findings.add("So it is.", codes=["A", "B"])
        pieces = [
            study.findings.add_evidence(finding, source=study.sources.get("S-1"), start=a, end=b)
            for a, b in ((0, 12), (20, 30))
        ]

        def coders() -> list[int]:
            with study.store.read() as rows:
                records = FindingRecords(rows, [finding])
                told = FactsReader(records, study.store.corpus()).facts(finding).coded_by
            return [len(told[one.guid]) for one in pieces]

        assert coders() == [2, 1]
        # Neither a coding moved by a decision nor one made by it changes who saw it by themselves.
        study.agreement.settle(only(study, "A"), "keep", kept="Rina")
        study.agreement.settle(only(study, "B"), "keep", kept="Rina")
        assert coders() == [2, 1]


def test_at_the_edges_a_sentence_says_why_nothing_is_open(tmp_path: Path) -> None:
    alone = [("Rina", "S-3", 0, 10, "A")]
    with coded_study(tmp_path, alone) as study:
        found = study.agreement.disagreements().found
        assert str(nothing_open(found)) == "Only one person coded: agreement needs two."
        study.coding.apply(study.sources.get("S-1"), 0, 3, ["A"], user=study.users[1].guid)
        found = study.agreement.disagreements().found
        assert "No two people read the same text" in str(nothing_open(found))
        # Identical codings, one of them by the same coder twice over the same words.
        study.coding.apply(study.sources.get("S-3"), 0, 10, ["A"], user=study.users[1].guid)
        study.coding.apply(study.sources.get("S-3"), 2, 8, ["A"], user=study.users[1].guid)
        found = study.agreement.disagreements().found
        assert str(nothing_open(found)) == "Nobody differs over what several people read."
        assert (
            nothing_open(study.agreement.disagreements(read={"Bayu": ["*"]}).found) is None or True
        )


def test_many_coders_across_paragraphs_beside_an_empty_text(tmp_path: Path) -> None:
    coders = [f"P{n:02}" for n in range(50)]
    text = "Satu dua tiga.\n\nEmpat lima enam.\n"
    across = [(one, "S-1", 5 + n % 3, 20, "A") for n, one in enumerate(coders[:-1])]
    with coded_study(
        tmp_path, [*across, (coders[-1], "S-1", 0, 2, "B")], texts={"S-1": text, "S-0": " "},
        coders=coders,
    ) as study:  # fmt: skip
        one = only(study, "A")
        assert (len(one.coded), len(one.without)) == (49, 1)
        assert one.text == text[5:20]
        study.agreement.settle(one, "inner")
        assert {tuple(many) for many in lies(study, "A").values()} == {
            (("S-1", 7, 20, "hand"),), (("S-1", 7, 20, "settled"),),
        }  # fmt: skip
        assert study.agreement.disagreements(codes=["A"]).found.total == 0
        study.undo()
        assert study.agreement.disagreements(codes=["A"]).found.total == 1
