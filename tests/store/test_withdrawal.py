"""What a withdrawal does to texts, passages, files and the log, seen from the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict
from jejak.model import Coding, Keepsake, Segment, say
from jejak.store.quoting import Quotes
from jejak.store.schema import tables
from jejak.study import Study
from support.studies import TALK, small_study


def count(study: Study, table: str) -> int:
    with study.store.read() as rows:
        return len(rows.conn.execute(getattr(tables, table).select()).all())


def test_texts_and_files_that_nobody_uses_any_more_go(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.sources.add_text("same", TALK)
        case = study.cases.add("Ge")
        study.cases.tie_source(case, study.sources.get("S-01"))
        study.cases.tie_source(study.cases.add("De"), study.sources.get("same"))
        assert (count(study, "text"), count(study, "original")) == (1, 1)
        study.protection.withdraw(case)
        assert (count(study, "text"), count(study, "passage"), count(study, "original")) == (
            1,
            1,
            0,
        )
        assert study.sources.text(study.sources.get("same")) == TALK
        assert study.retrieval.words("akun").lines
        assert study.store.verify() == []


def test_blanked_changes_keep_their_place_in_the_chain_and_what_others_did(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        digests = [entry.digest for entry in study.trail.entries(newest_first=False)]
        case = study.cases.add("Ge")
        study.cases.tie_speaker(case, "G")
        study.protection.withdraw(case)
        entries = study.trail.entries(newest_first=False)
        assert [entry.digest for entry in entries][: len(digests)] == digests
        with study.store.read() as rows:
            blanked = rows.conn.execute(tables.change.select().where(tables.change.c.blanked)).all()
        assert [row.seq for row in blanked][-1] == study.store.head
        assert all(row.salt == b"" for row in blanked[:-1])
        made = next(e for e in entries if e.verb.text == "Make the code “{code}”")
        assert study.trail.touched(made.seq)[0].after["name"] == "Triple-A"  # type: ignore[index]


def test_what_lay_in_a_corrected_text_does_not_come_back_at_its_old_place(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        coding = study.retrieval.find("code:Anonim").segments[0].codings[0]
        study.coding.remove([coding])
        removal = study.store.head
        study.sources.correct(study.sources.get("S-01"), 0, 3, "")
        with pytest.raises(Conflict, match="corrected later"):
            study.store.undo(study.user.guid, removal)
        study.trail.undo()
        study.store.undo(study.user.guid, removal)
        assert study.retrieval.find("code:Anonim").segments[0].text == "namanya palsu"
        assert len(study.store.all(Segment, lost=None)) == 2


@pytest.mark.parametrize("removed", [False, True])
def test_what_other_programs_said_of_somebodys_words_goes_with_them(
    tmp_path: Path, removed: bool
) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ge")
        study.cases.tie_source(case, study.sources.get("S-01"))
        segment = study.store.all(Segment)[0]
        kept = [
            Keepsake(owner_kind=kind, owner=owner, format="qdpx", content={"name": "namanya"})
            for kind, owner in (("segment", segment.guid), ("case", case.guid))
        ]
        with study.store.write(say("Keep"), study.user.guid) as change:
            change.add(*kept)
        if removed:
            with study.store.write(say("Drop"), study.user.guid) as change:
                change.remove(*kept)
        study.protection.withdraw(case)
        assert study.store.all(Keepsake) == []
        assert not any(
            one.after
            for entry in study.trail.entries()
            for one in study.trail.touched(entry.seq)
            if one.kind == Keepsake.KIND
        )


def test_a_segment_that_nothing_uses_goes_with_what_is_kept_beside_it(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        coding = study.retrieval.find("code:Anonim").segments[0].codings[0]
        owner = study.store.get(Coding, coding).segment
        with study.store.write(say("Keep"), study.user.guid) as change:
            change.add(Keepsake(owner_kind="segment", owner=owner, format="qdpx"))
        study.coding.remove([coding])
        assert study.store.all(Keepsake) == []
        assert owner not in {one.guid for one in study.store.all(Segment)}
        study.trail.undo()
        assert [one.owner for one in study.store.all(Keepsake)] == [owner]


def test_a_quotation_is_words_in_a_row() -> None:
    quotes = Quotes(["Satu dua tiga empat lima enam.", "Tiga kata saja"], ["G", "S-01"])
    assert quotes.without("Ia: satu, DUA tiga — empat lima enam tujuh") == "Ia: […] tujuh"
    assert quotes.without("satu dua tiga empat") == "satu dua tiga empat"
    assert quotes.without(["tiga kata saja", {"a": 3}]) == ["[…]", {"a": 3}]
    assert quotes.without("g dan S-01, Gita", names=True) == "[…] dan […], Gita"
    assert quotes.without("g dan S-01") == "g dan S-01"
