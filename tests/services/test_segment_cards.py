from __future__ import annotations

from pathlib import Path

from jejak.services.segment_cards import SegmentCards
from support.found_out import talked_study


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
