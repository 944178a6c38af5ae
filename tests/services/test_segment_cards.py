from __future__ import annotations

from pathlib import Path

from jejak.services.finding_facts import FactsReader
from jejak.services.finding_records import FindingRecords
from jejak.services.segment_cards import SegmentCards
from support.found_out import talked_study, weigh


def test_a_stretch_is_told_with_its_words_and_whose_they_are(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study, study.store.read() as rows:
        corpus = study.store.corpus()
        cards, source = SegmentCards(rows, corpus), corpus.sources.name.index("W-01")
        start, end = study.coding.locate(study.sources.get("W-01"), "Murah sekali")
        coded = cards.segment(source, start, end, 6)
        assert (coded.text, len(coded.before), len(coded.after)) == ("Murah sekali", 6, 6)
        assert (coded.case_name, coded.coders, len(coded.codings)) == ("A", ("Rina", "Bayu"), 2)
        bare = cards.segment(source, start, end + 3, 0)
        assert (bare.codes, bare.segment, bare.case_name, bare.before) == ((), None, "A", "")
        assert cards.segment(source, 0, 3, 0).case is None


def test_words_are_whose_the_checks_take_them_for(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        file = tmp_path / "W-04.txt"
        file.write_text("X: Halo?\nY: Halo juga.\nX: Apa?\nY: Halo lagi.\n", encoding="utf-8")
        study.sources.add([file])
        study.cases.tie_source(study.cases.get("A"), study.sources.get("W-04"))
        finding = study.findings.add("So.")
        for source, quote in (("W-04", "Halo lagi"), ("W-02", "Bagaimana"), ("W-02", "Murah")):
            weigh(study, finding, source, quote)
        with study.store.read() as rows:
            corpus = study.store.corpus()
            cards = SegmentCards(rows, corpus)
            evidence = FactsReader(FindingRecords(rows, [finding]), corpus).facts(finding).evidence
            told = [
                cards.segment(corpus.sources.guid.index(str(row.source)), row.start, row.end, 0)
                for row in evidence
                if row.start is not None and row.end is not None
            ]
        assert [one.case for one in told] == [row.case for row in evidence]
        assert [one.case_name for one in told] == ["A", None, "B"]
