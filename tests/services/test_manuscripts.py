"""A manuscript is tied to the study, keeps its ties, and tells where it quotes otherwise."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.formats.wordfile.reading import read_word_file
from jejak.model import Annotation, Link, Segment
from jejak.services.manuscript_cards import PassageCard
from jejak.study import Study, import_study, open_study
from support.manuscripts import members, words_of, written
from support.remains import remains
from support.studies import everything, small_study

FIRST = written(
    [
        "Orang bilang “tapi namanya palsu” saja.",
        "Kedua: “Bikin akun anyar lagi, gampang.” Lalu “ini tidak pernah dikatakan siapa pun”.",
    ],
    blocks=["Saya juga pakai […] palsu. (DS, 2020)"],
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """The small study with a finding and its evidence."""
    with small_study(tmp_path) as made:
        finding = made.findings.add("Orang memakai nama palsu.", codes=["Anonim"])
        source = made.sources.get("S-01")
        start, end = made.coding.locate(source, "namanya palsu")
        made.findings.add_evidence(finding, source=source, start=start, end=end)
        yield made


def cards(study: Study, name: str = "bab4") -> list[PassageCard]:
    return study.manuscripts.passages(study.manuscripts.get(name))


def stands(study: Study) -> list[tuple[str, str]]:
    return [(card.standing, card.annotation.passage) for card in cards(study)]


def test_quotations_are_found_compared_and_proposed(study: Study) -> None:
    before = everything(study.store)
    brought = study.manuscripts.take("bab4", FIRST)
    assert (brought.new, brought.proposed, brought.unfound) == (True, 3, 1)
    assert stands(study) == [
        ("proposed", "tapi namanya palsu"),
        ("misquoted", "Bikin akun anyar lagi, gampang."),
        ("unfound", "ini tidak pernah dikatakan siapa pun"),
        ("proposed", "Saya juga pakai […] palsu."),
    ]
    first, second, _, fourth = cards(study)
    assert [tied.finding.label for tied in first.findings] == ["F1"]
    assert first.findings[0].stances == ("supports",)
    assert second.compared is not None
    assert [(one.kind, one.text) for one in second.compared.stretches if one.kind != "same"] == [
        ("missing", "baru"), ("added", "anyar"), ("missing", " 😀"),
    ]  # fmt: skip
    assert fourth.excerpt == "Saya juga pakai akun palsu."
    study.undo()
    assert everything(study.store) == before
    study.redo()
    assert len(cards(study)) == 4


def test_the_history_replays_to_the_same_state(study: Study) -> None:
    study.manuscripts.take("bab4", FIRST)
    study.manuscripts.accept([card.annotation.guid for card in cards(study)])
    study.manuscripts.take("bab4", written(["Orang bilang “tapi namanya palsu” lagi."]))
    study.manuscripts.remove(study.manuscripts.get("bab4"))
    then = study.at(study.store.head - 1)
    assert [card.standing for card in cards(then)] == ["tied", "adrift", "adrift"]
    assert study.store.all(Annotation) == []
    assert {one.guid for one in study.store.all(Segment)} == {
        one.guid for one in study.store.at(study.store.head - 5).all(Segment)
    }


def test_a_new_version_keeps_its_ties(study: Study) -> None:
    study.manuscripts.take("bab4", FIRST)
    named = cards(study)[0].annotation
    study.manuscripts.accept([card.annotation.guid for card in cards(study)])
    study.manuscripts.update(named.guid, note="Tanpa ditanya.")
    later = written(
        ["Baru di depan.", "Orang bilang “tapi namanya palsu” saja.",
         "Kedua: “Bikin akun baru lagi 😀, gampang.” Selesai."],
    )  # fmt: skip
    brought = study.manuscripts.take("BAB4", later)
    assert (brought.new, brought.kept, brought.reworded, brought.adrift) == (False, 1, 1, 1)
    assert stands(study) == [
        ("tied", "tapi namanya palsu"),
        ("tied", "Bikin akun baru lagi 😀, gampang."),
        ("adrift", "Saya juga pakai […] palsu."),
    ]
    kept = cards(study)[0]
    assert (kept.annotation.guid, kept.annotation.note) == (named.guid, "Tanpa ditanya.")
    assert kept.spot is not None
    assert kept.spot.paragraph == 2
    back = study.manuscripts.take("bab4", FIRST)
    assert (back.kept + back.reworded, back.adrift) == (3, 0)


def test_words_that_change_in_their_source_make_a_quotation_wrong(study: Study) -> None:
    study.manuscripts.take("bab4", FIRST)
    source = study.sources.get("S-01")
    start, end = study.coding.locate(source, "namanya palsu")
    study.corrections.make(source, [(start, end, "namanya samaran")])
    assert stands(study)[0] == ("misquoted", "tapi namanya palsu")
    ((manuscript, wrong),) = study.manuscripts.misquoted()
    assert manuscript.name == "bab4"
    assert [card.number for card in wrong] == [1, 2]


def test_a_passage_is_tied_by_hand_and_untied(study: Study) -> None:
    made = study.manuscripts.take("bab4", FIRST).manuscript
    at = study.manuscripts.find_words(made, "Orang bilang")
    source = study.sources.get("S-01")
    words = (source.guid, *study.coding.locate(source, "Takut, tapi"))
    one = study.manuscripts.add(
        made, at.paragraph, at.start, at.end, findings=["f1"], words=words, note="Semua."
    )
    card = next(card for card in cards(study) if card.annotation.guid == one.guid)
    assert (card.standing, card.excerpt, card.compared) == ("tied", "Takut, tapi", None)
    study.manuscripts.update(one.guid, findings=[], words=None, state="set aside")
    assert study.store.all(Link, role="annotates", owner=one.guid) == []
    assert study.store.first(Segment, start=words[1], end=words[2]) is None
    assert study.manuscripts.take_away([one.guid]) == 1
    study.undo()
    assert study.store.first(Annotation, guid=one.guid) is not None


def test_what_makes_no_sense_is_refused(study: Study) -> None:
    made = study.manuscripts.take("bab4", FIRST).manuscript
    guid = cards(study)[0].annotation.guid
    with pytest.raises(NotFound):
        study.manuscripts.get("bab5")
    with pytest.raises(NotFound):
        study.manuscripts.update(guid, findings=["F9"])
    with pytest.raises(NotFound):
        study.manuscripts.find_words(made, "tidak ada")
    for values in ({"state": "perhaps"}, {"colour": "red"}):
        with pytest.raises(InvalidInput):
            study.manuscripts.update(guid, **values)
    for place in ((0, 0, 3), (9, 0, 3), (1, 3, 3), (1, 0, 9999)):
        with pytest.raises(InvalidInput):
            study.manuscripts.add(made, *place)
    for form, data in (("notes", FIRST), ("comments", written(["Lain."]))):
        with pytest.raises(InvalidInput):
            study.manuscripts.annotated(made, data, form)
    with pytest.raises(InvalidInput):
        study.manuscripts.content(made, ".pdf")


def test_notes_go_out_in_the_same_file(study: Study) -> None:
    made = study.manuscripts.take("bab4", FIRST).manuscript
    study.manuscripts.accept([card.annotation.guid for card in cards(study)])
    study.manuscripts.update(
        cards(study)[0].annotation.guid, note="Tanpa ditanya.", translation="but the name is false",
        translator="Rina",
    )  # fmt: skip
    out = study.manuscripts.annotated(made, FIRST, "comments", "en")
    assert words_of(out) == words_of(FIRST)
    told = [
        [line.text for line in one.paragraphs] for one in docx.Document(io.BytesIO(out)).comments
    ]
    assert told[0] == [
        "Tanpa ditanya.",
        "Source: “tapi namanya palsu” (S-01, characters 90–108)",
        "Translation by Rina: “but the name is false”",
        "Finding F1: Orang memakai nama palsu.",
    ]
    assert len(told) == 3
    notes = study.manuscripts.annotated(made, FIRST, "footnotes", "id")
    assert members(notes)["word/footnotes.xml"].decode().count("Sumber: “") == 3
    assert read_word_file(notes).paragraphs[:3] == made.paragraphs
    rows = list(
        csv.DictReader(io.StringIO(study.manuscripts.content(made, ".csv").decode("utf-8-sig")))
    )
    assert [row["differences"] for row in rows] == ["0", "11", "0"]
    linked = json.loads(study.manuscripts.content(made, ".jsonld"))
    item = linked["first"]["items"][0]
    assert linked["total"] == 3
    assert item["target"]["selector"]["exact"] == "tapi namanya palsu"
    assert item["target"]["selector"]["prefix"] == "Orang bilang “"
    purposes = [body["purpose"] for body in item["body"]]
    assert purposes == ["commenting", "identifying", "describing", "linking"]
    overview = study.manuscripts.content(made, ".md", "en").decode()
    assert "3 passages are tied to the study: 3 quotations, 1 with an analytic note" in overview


def test_no_real_name_leaves_with_what_is_tied(study: Study, tmp_path: Path) -> None:
    file = tmp_path / "S-02.txt"
    file.write_text("Ya, Budi Hartono yang bikin akun palsu itu.\n")
    study.cases.tie_speaker(study.cases.add("De"), "Budi Hartono")
    study.add(file, case="De")
    data = written(["Kata orang: “Ya, Budi Hartono yang bikin akun palsu itu.”"])
    brought = study.manuscripts.take("bab5", data)
    assert brought.naming == (1,)
    (card,) = cards(study, "bab5")
    study.manuscripts.update(
        card.annotation.guid, state="tied", note="Budi Hartono.", translation="Yes, Budi Hartono",
        translator="Budi Hartono",
    )  # fmt: skip
    for ending in (".jsonld", ".csv", ".md"):
        assert "Hartono" not in study.manuscripts.content(brought.manuscript, ending).decode(), (
            ending
        )
    for form, part in (("comments", "word/comments.xml"), ("footnotes", "word/footnotes.xml")):
        out = members(study.manuscripts.annotated(brought.manuscript, data, form))
        assert "Hartono" not in out[part].decode()
        assert "De" in out[part].decode()


def test_words_of_who_withdraws_are_in_no_annotation_nor_its_history(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        file = tmp_path / "S-02.txt"
        file.write_text("Rahasia sekali rupanya rumah kami di ujung gang itu.\n")
        case = study.cases.add("De")
        study.add(file, case="De")
        other = written(["“Bikin akun baru lagi 😀, gampang.” dan “Rahasia sekali rupanya”."])
        study.manuscripts.take("bab4", other)
        study.manuscripts.accept([card.annotation.guid for card in cards(study)])
        assert len(cards(study)) == 2
        study.protection.withdraw(case)
        assert stands(study) == [("tied", "Bikin akun baru lagi 😀, gampang.")]
        path = study.store.path
    with open_study(path) as again:
        told = again.manuscripts.get("bab4").paragraphs
        assert "Rahasia" not in told[0]
        assert "Bikin akun baru lagi" in told[0]
    assert remains(path, ["Rahasia sekali"]) == []


def test_the_file_is_kept_undone_and_done_again(study: Study) -> None:
    made = study.manuscripts.take("bab4", FIRST).manuscript
    assert study.manuscripts.original(made) == FIRST
    other = written(["Lain."])
    later = study.manuscripts.take("bab4", other).manuscript
    assert study.manuscripts.original(later) == other
    study.undo()
    assert study.manuscripts.original(study.manuscripts.get("bab4")) == FIRST
    assert study.store.verify() == []


def test_no_manuscript_file_is_in_a_copy_for_others_and_a_whole_copy_has_it(
    study: Study, tmp_path: Path
) -> None:
    made = study.manuscripts.take("bab4", FIRST).manuscript
    study.remarks.copy(tmp_path / "audit.jejak")
    with open_study(tmp_path / "audit.jejak") as copy:
        (there,) = copy.manuscripts.all()
        assert not copy.manuscripts.keeps(there)
        with pytest.raises(NotFound, match="not kept"):
            copy.manuscripts.original(there)
    for name, kept in (("whole", True), ("whole.qdpx", True), ("names", False)):
        study.exchange.write(tmp_path / name, redact=not kept)
        with import_study(tmp_path / name, tmp_path / f"{name}.jejak")[0] as other:
            assert [other.manuscripts.keeps(one) for one in other.manuscripts.all()] == [kept]
    assert study.manuscripts.keeps(made)


def test_a_withdrawal_takes_every_manuscript_file(tmp_path: Path) -> None:
    second = written(["Lain."])
    with small_study(tmp_path) as study:
        (tmp_path / "S-02.txt").write_text("Rumah kami di ujung gang itu.\n")
        case = study.cases.add("De")
        study.add(tmp_path / "S-02.txt", case="De")
        first = study.manuscripts.take("bab4", FIRST).manuscript
        study.manuscripts.take("bab4", second)
        study.protection.withdraw(case)
        made = study.manuscripts.get("bab4")
        assert not study.manuscripts.keeps(made)
        assert not study.manuscripts.keeps(first)
        assert study.store.verify() == []
        assert not study.manuscripts.take("bab4", second).new
        assert study.manuscripts.keeps(made)


def bundled(study: Study) -> dict[str, str]:
    made = study.manuscripts.get("bab4")
    return {
        name: body.decode()
        for name, body in members(study.manuscripts.content(made, ".zip", "en")).items()
    }


def test_a_bundle_shares_what_consent_lets_be_shared_and_says_why_not(study: Study) -> None:
    study.manuscripts.take("bab4", FIRST)
    study.manuscripts.accept([card.annotation.guid for card in cards(study)])
    source = study.sources.get("S-01")

    def told() -> tuple[dict[str, str], dict[str, str]]:
        files = bundled(study)
        (line,) = csv.DictReader(io.StringIO(files["sources.csv"].lstrip("\ufeff")))
        assert (f"sources/{source.name}.txt" in files) == (line["shared"] == "yes")
        assert line["why not"] in files["overview.md"]
        return files, line

    assert told()[1]["why not"].startswith("Nobody is on record")
    people = [study.cases.add(name) for name in ("Ra", "Lu")]
    for case, speaker in zip(people, ("G", "DS"), strict=True):
        study.cases.tie_speaker(case, speaker)
    assert told()[1]["why not"] == "There is no consent in force of Lu and Ra."
    given = [study.consents.add(case, "Wawancara") for case in people]
    assert told()[1]["why not"] == "Lu and Ra did not agree to transcripts being shared."
    study.consents.update(given[0], terms={"share_transcript": True})
    assert told()[1]["why not"] == "Lu did not agree to transcripts being shared."
    study.consents.update(given[1], terms={"share_transcript": True})
    files, line = told()
    assert line["shared"] == "yes"
    assert "namanya palsu" in files[line["file"]]
    assert "namanya palsu" in files["annotations.csv"]
    study.consents.update(given[0], withdrawn="2026-01-02")
    assert told()[1]["why not"] == "There is no consent in force of Ra."
    study.consents.update(given[1], terms={"share_transcript": True, "quote": False})
    rows = list(csv.DictReader(io.StringIO(bundled(study)["annotations.csv"].lstrip("\ufeff"))))
    assert {row["excerpt"] for row in rows} == {""}
    assert all("S-01" in row["citation"] for row in rows)
