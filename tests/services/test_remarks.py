from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.errors import InvalidInput, NotFound
from jejak.model import Remark, Segment, Source
from jejak.services.hiding import Hiding
from jejak.services.leaving import Leaving
from jejak.study import Study, create_study, open_study
from support.studies import named_study


def _remarked(folder: Path, study: Study, texts: str = "whole") -> bytes:
    """What an auditor sends back who remarked on a finding and on a passage of their own choice."""
    study.remarks.copy(folder / "copy.jejak", texts)
    with open_study(folder / "copy.jejak", user="Dr. Tari") as copy:
        (finding,) = copy.findings.all()
        copy.remarks.add("finding", finding.guid, "Siapa saja?")
        source = copy.sources.get("T")
        copy.remarks.add_at(source, *copy.coding.locate(source, "W-2 menjual"), "Dari mana?")
        return copy.remarks.sent()


def test_remarks_come_back_to_where_they_were_made_once(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        finding = study.findings.add("Budi Santoso membeli.")
        sent = _remarked(tmp_path, study)
        done = study.remarks.bring_back(sent)
        assert (done.added, done.changed, done.known, done.homeless) == (2, 0, 0, 0)
        first, second = study.remarks.cards()
        assert (first.remark.target, first.who, first.changed) == (finding.guid, "Dr. Tari", False)
        assert second.about is not None
        assert (second.about.label, second.changed) == ("Sari Dewi menjual", False)
        again = study.remarks.bring_back(sent)
        assert (again.added, again.known, len(study.remarks.cards())) == (0, 2, 2)
        study.undo()
        assert study.remarks.cards() == []
        assert study.store.all(Segment, lost=None, start=second.about.start) == []


def test_a_remark_whose_object_changed_since_says_so(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        finding = study.findings.add("Budi Santoso membeli.")
        sent = _remarked(tmp_path, study)
        study.findings.update(finding, statement="Budi Santoso tidak membeli.")
        source = study.sources.get("T")
        # What stands before the passage moves it; the passage itself stays.
        study.corrections.make(source, [(0, 11, "Pewawancara yang lain")])
        assert study.remarks.bring_back(sent).homeless == 0
        first, second = study.remarks.cards()
        assert (first.changed, second.changed) == (True, False)
        assert second.about is not None
        assert second.about.label == "Sari Dewi menjual"
        source = study.sources.get("T")
        start, end = study.coding.locate(source, "menjual")
        study.corrections.make(source, [(start, end, "menjaga")])
        assert study.remarks.cards()[1].changed


def test_what_is_gone_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        finding = study.findings.add("Budi Santoso membeli.")
        sent = _remarked(tmp_path, study)
        study.findings.remove(finding)
        study.sources.remove([study.sources.get("T")])
        done = study.remarks.bring_back(sent)
        assert (done.added, done.homeless) == (2, 2)
        assert [one.remark.target_kind for one in study.remarks.cards()] == ["study", "study"]
        assert [one.remark.passage for one in study.remarks.cards()] == [
            "M-1 membeli.", "W-2 menjual",
        ]  # fmt: skip


def test_passages_find_their_place_after_somebody_withdrew(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        study.findings.add("Budi Santoso membeli.")
        other = study.cases.add("X-9")
        study.cases.tie_speaker(other, "Orang Lain")
        sent = _remarked(tmp_path, study)
        study.protection.withdraw(other)
        assert study.remarks.bring_back(sent).homeless == 0
        about = study.remarks.cards()[1].about
        assert about is not None
        assert about.label == "Sari Dewi menjual"


def test_remarks_are_answered_settled_and_taken_away(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        source = study.sources.get("T")
        remark = study.remarks.add_at(source, 0, 11, "Siapa ini?", who="Dr.  Tari")
        study.remarks.update(remark.guid, answer="Rina.", settled=True)
        (card,) = study.remarks.cards(source.guid)
        assert (card.remark.answer, card.remark.settled, card.who) == ("Rina.", True, "Dr. Tari")
        assert study.remarks.remove(remark.guid) == {"remark": 1, "segment": 1}
        with pytest.raises(InvalidInput):
            study.remarks.add("source", source.guid, " ")
        with pytest.raises(InvalidInput):
            study.remarks.add("user", study.user.guid, "Hm")
        with pytest.raises(InvalidInput):
            study.remarks.update(remark.guid, who="x")
        with pytest.raises(NotFound):
            study.remarks.add("finding", remark.guid, "Hm")


def test_a_file_that_holds_no_remarks_on_this_study_is_refused(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        study.findings.add("Budi Santoso membeli.")
        sent = json.loads(_remarked(tmp_path, study))
        with pytest.raises(InvalidInput):
            study.remarks.sent()
        broken = [
            b"", b"[]", b"{}", b"\xff", json.dumps({**sent, "form": "x"}).encode(),
            json.dumps({**sent, "of": study.user.guid}).encode(),
            json.dumps({**sent, "remarks": [{**sent["remarks"][0], "guid": "x"}]}).encode(),
            json.dumps({**sent, "remarks": [{**sent["remarks"][0], "text": " "}]}).encode(),
            json.dumps({**sent, "remarks": [{**sent["remarks"][0], "created": "x"}]}).encode(),
        ]  # fmt: skip
        for content in broken:
            with pytest.raises(InvalidInput):
                study.remarks.bring_back(content)
        # A place outside the text is none.
        passage = {**sent["remarks"][1], "start": 10**6, "end": 10**6 + 5}
        study.remarks.bring_back(json.dumps({**sent, "remarks": [passage]}).encode())
        assert study.remarks.cards()[0].remark.target_kind == "source"


WORDS = st.lists(
    st.sampled_from(["Budi Santoso", "budi", "Sari", "kata", "😀", "é", "حب", "\n"]),
    min_size=4, max_size=14,
)  # fmt: skip


@settings(max_examples=8)
@given(WORDS, st.sampled_from(["whole", "evidence"]), st.data())
def test_any_passage_of_a_copy_comes_back_to_the_words_it_stood_for(
    words: list[str], texts: str, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = "Rapat: " + " ".join(words) + " selesai."
        (folder / "T.txt").write_text(text, encoding="utf-8")
        with create_study(folder / "s.jejak", "S", user="Rina") as study:
            study.sources.add([folder / "T.txt"])
            study.cases.tie_speaker(study.cases.add("Mitra-1"), "Budi Santoso")
            study.cases.tie_speaker(study.cases.add("W"), "Sari Dewi")
            source = study.sources.get("T")
            finding = study.findings.add("Ya.")
            study.findings.add_evidence(finding, source=source, start=2, end=source.length // 2)
            study.remarks.copy(folder / "copy.jejak", texts)
            with open_study(folder / "copy.jejak") as copy:
                (shown,) = copy.store.all(Source)
                spot = st.integers(0, shown.length)
                low, high = sorted(
                    data.draw(st.lists(spot, min_size=2, max_size=2, unique=True), label="where")
                )
                seen = copy.store.text(shown.text, low, high)
                copy.remarks.add_at(shown, low, high, "Hm")
                sent = copy.remarks.sent()
            assert study.remarks.bring_back(sent).homeless == 0
            (remark,) = study.store.all(Remark)
            segment = study.store.get(Segment, remark.target)
            with study.store.view() as rows:
                told = Hiding(rows, Leaving(rows)).told(
                    rows.text(source.text, segment.start, segment.end)
                )
            # It holds what was marked, and all of a name that was marked in part.
            if "·" not in seen:
                assert seen in told
                assert all(part in ("Mitra-1", "W") or part in seen for part in told.split())
