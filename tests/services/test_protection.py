"""A participant withdraws: nothing of theirs is left, nothing of anybody else's is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model import (
    Case,
    Coding,
    Consent,
    Display,
    Evidence,
    Finding,
    Link,
    Memo,
    Segment,
    Set,
    Source,
)
from jejak.services.sources import ImportOptions
from jejak.store import Store
from jejak.store.moments import replayed
from jejak.store.naming import Naming
from jejak.study import Study, create_study, open_study
from support.remains import remains
from support.studies import everything

GROUP = """P: Siapa mulai?
Gita: Zamrudku kusimpan di laci kamar belakang.
Dewa: Pelangi menurut saya biasa saja.
Gita: Kwarsa.
Dewa: Itu kata Gita, bukan saya.
"""
OWN = "Wawancara: nilakandi adalah batu yang paling saya sukai sejak kecil.\n"
OTHER = "P: Halo\nDewa: Biduri bulan milik kakek.\n"
# Words that stand nowhere but in what Gita said, is called or is known for.
HERS = ["zamrudku", "kwarsa", "nilakandi", "gita", "penambang", "formulir-gita"]
WELL_KEPT = ["Pelangi", "Biduri", "kakek"]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    folder = tmp_path / "raw"
    folder.mkdir()
    for name, text in (("fgd", GROUP), ("gita-own", OWN), ("dewa", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    study = create_study(tmp_path / "batu.jejak", "Batu", user="Rina")
    study.sources.add([folder / "fgd.txt", folder / "dewa.txt"])
    study.sources.add([folder / "gita-own.txt"], ImportOptions(case="Gita"))
    gita, dewa = study.cases.get("Gita"), study.cases.add("Dewa", description="Teman Dewi")
    for case in (gita, dewa):
        study.cases.tie_speaker(case, case.name)
        study.cases.tie_source(case, study.sources.get("fgd"))
    study.cases.tie_source(dewa, study.sources.get("dewa"))
    study.cases.set_attributes(gita, {"kerja": "penambang"})
    study.cases.set_attributes(dewa, {"kerja": "guru"})
    study.cases.record_consent(gita, "kutipan", "2020-01-01", "formulir-gita")
    study.codebook.add("Batu")
    return study


def code(study: Study, source: str, quote: str) -> None:
    found = study.sources.get(source)
    study.coding.apply(found, *study.coding.locate(found, quote), ["Batu"])


def quotes(study: Study) -> set[str]:
    return {segment.text for segment in study.retrieval.find("code:Batu").segments}


def path_of(study: Study) -> Path:
    assert study.store.path
    return study.store.path


def test_nothing_of_hers_is_left_and_nothing_of_his_is_lost(study: Study) -> None:
    code(study, "gita-own", "nilakandi")
    code(study, "fgd", "Zamrudku kusimpan")
    code(study, "fgd", "Pelangi menurut saya")
    code(study, "dewa", "Biduri bulan")
    code(study, "fgd", "Gita: Kwarsa.\nDewa: Itu kata")
    assert study.retrieval.words("nilakandi").lines
    report = study.protection.withdraw(study.cases.get("Gita"))
    assert report.removed == ("gita-own",)
    assert report.turns == {"fgd": 2}
    assert report.mark == "Mundur-1"
    assert report.scrubbed
    assert report.blanked > 5
    assert quotes(study) == {"Pelangi menurut saya", "Biduri bulan", "[…]\nDewa: Itu kata"}
    text = study.sources.text(study.sources.get("fgd"))
    assert text == GROUP.replace(GROUP.split("\n")[1], "[…]").replace("Gita: Kwarsa.", "[…]")
    assert study.retrieval.words("Pelangi").lines
    assert not study.retrieval.words("zamrudku").lines
    # Others may speak of her: their words are theirs.
    left = set(remains(path_of(study), [*HERS, "nilakandi"]))
    assert {line for line in left if "gita" not in line} == set()
    assert study.store.verify() == []


def test_a_second_participant_withdraws_after_a_first_took_passages_away(study: Study) -> None:
    code(study, "gita-own", "nilakandi")
    code(study, "dewa", "Biduri bulan")
    study.protection.withdraw(study.cases.get("Gita"))
    report = study.protection.withdraw(study.cases.get("Dewa"))
    assert report.mark == "Mundur-2"
    assert quotes(study) == set()
    assert study.store.verify() == []


def test_of_the_case_a_date_is_left_and_no_name(study: Study) -> None:
    study.protection.withdraw(study.cases.get("Gita"))
    card = next(card for card in study.cases.cards() if card.case.name == "Mundur-1")
    assert (card.case.description, card.attributes, card.speakers, card.sources) == ("", {}, (), ())
    assert [bool(consent.withdrawn) for consent in card.consent] == [True]
    assert card.consent[0].form == ""
    dewa = next(card for card in study.cases.cards() if card.case.name == "Dewa")
    assert dewa.attributes == {"kerja": "guru"}
    assert {name for _, name in dewa.sources} == {"fgd", "dewa"}
    with pytest.raises(NotFound):
        study.protection.find("Gita")


def test_neither_it_nor_what_held_the_words_can_be_undone(study: Study) -> None:
    code(study, "dewa", "Biduri bulan")
    kept = study.store.head
    study.protection.withdraw(study.cases.get("Gita"))
    withdrawal = study.store.head
    with pytest.raises(Conflict, match="withdrawal cannot be taken back"):
        study.trail.undo()
    with pytest.raises(Conflict, match="held of words was taken out"):
        study.store.undo(study.user.guid, 3)
    with pytest.raises(NotFound, match="before a participant withdrew"):
        study.store.at(withdrawal - 1)
    assert study.store.at(withdrawal).count(Case) == 2
    study.store.undo(study.user.guid, kept)
    assert study.store.count(Coding) == 0
    code(study, "dewa", "Biduri")
    study.trail.undo()
    study.trail.redo()
    with study.store.read() as rows:
        assert everything(Store(replayed(rows.conn), None, "x")) == everything(study.store)
    entry = study.store.entry(withdrawal)
    assert str(entry.verb) == "Withdraw a participant"
    assert study.trail.touched(withdrawal)
    assert study.store.verify() == []


def test_a_rehearsal_tells_all_and_changes_nothing(study: Study) -> None:
    code(study, "gita-own", "nilakandi")
    before, head = everything(study.store), study.store.head
    told = study.protection.withdraw(study.cases.get("Gita"), dry_run=True)
    assert (everything(study.store), study.store.head) == (before, head)
    assert study.retrieval.words("nilakandi").lines
    assert study.store.verify() == []
    done = study.protection.withdraw(study.cases.get("Gita"))
    assert (told.gone, told.turns, told.blanked, told.removed) == (
        done.gone, done.turns, done.blanked, done.removed,
    )  # fmt: skip
    assert told.gone["coding"] == 1


def test_quotations_in_what_analysts_wrote_are_taken_out(study: Study) -> None:
    study.memos.add("Kenangan", "Ia berkata: “Zamrudku kusimpan di laci kamar belakang.” Menarik.")
    study.memos.add("Lain", "Tidak ada kutipan.", about=[("case", study.cases.get("Gita").guid)])
    memo = study.memos.all()[0]
    study.memos.update(memo, body=memo.body + " Sekali lagi.")
    report = study.protection.withdraw(study.cases.get("Gita"))
    assert report.rewritten == (("memo", "Kenangan"),)
    assert report.to_read == ("Lain",)
    assert study.memos.get(memo.guid).body == "Ia berkata: “[…].” Menarik. Sekali lagi."
    assert remains(path_of(study), ["Zamrudku", "laci kamar"]) == []


def test_sources_that_were_removed_or_corrected_before_are_found_too(study: Study) -> None:
    study.sources.add_text("draf", "P: x\nBaris: nilakandi adalah batu yang paling saya sukai")
    study.sources.remove([study.sources.get("draf")])
    source = study.sources.get("fgd")
    study.sources.correct(source, *study.coding.locate(source, "Zamrudku"), "Safirku")
    study.protection.withdraw(study.cases.get("Gita"))
    assert remains(path_of(study), ["Zamrudku", "Safirku", "nilakandi", "Baris"]) == []
    assert study.store.verify() == []


def test_sources_may_stay_without_the_words(study: Study) -> None:
    code(study, "gita-own", "nilakandi")
    report = study.protection.withdraw(study.cases.get("Gita"), keep_sources=True)
    assert report.removed == ()
    assert report.turns == {"fgd": 2, "gita-own": 1}
    assert study.sources.text(study.sources.get("gita-own")) == "[…]"
    assert study.store.count(Coding) == 0
    assert remains(path_of(study), ["nilakandi", "Zamrudku"]) == []


def test_where_nobody_said_whose_words_are_whose_it_says_so(study: Study) -> None:
    study.sources.add_text("catatan", "Keduanya bicara tentang intan.")
    for name in ("Gita", "Dewa"):
        study.cases.tie_source(study.cases.get(name), study.sources.get("catatan"))
    study.sources.add_text("pos", "Dia bilang nilakandi adalah batu yang paling saya sukai.")
    report = study.protection.withdraw(study.cases.get("Gita"))
    assert report.unclear == ("catatan",)
    assert report.quoted_in == ("pos",)
    assert study.sources.text(study.sources.get("catatan")) == "Keduanya bicara tentang intan."


def test_a_stretch_tied_by_hand_goes_and_copies_go(study: Study, tmp_path: Path) -> None:
    study.sources.add_text("salinan", OWN)
    study.sources.add_text("lapangan", "Catatan. Ia menjawab topas merah. Selesai.")
    source = study.sources.get("lapangan")
    code(study, "lapangan", "topas merah")
    segment = next(s for s in study.store.all(Segment) if s.source == source.guid)
    case = study.cases.get("Gita")
    with study.change("Tie") as change:
        change.add(
            Link(role="member", owner_kind="case", owner=case.guid,
                 target_kind="segment", target=segment.guid)
        )  # fmt: skip
    report = study.protection.withdraw(case)
    assert set(report.removed) == {"gita-own", "salinan"}
    source = study.sources.get("lapangan")
    assert study.sources.text(source) == "Catatan. Ia menjawab […]. Selesai."
    assert source.original is None
    assert remains(path_of(study), ["topas", "nilakandi"]) == []
    assert study.store.count(Evidence) == 0
    study.close()
    copy = tmp_path / "copy.jejak"
    shutil.copy(path_of(study), copy)
    with open_study(copy) as again:
        assert again.store.verify() == []
        assert again.store.count(Source) == 3
        assert again.store.count(Consent) == 1


def test_it_is_a_change_of_its_own(study: Study) -> None:
    before = everything(study.store)
    with pytest.raises(InvalidInput), study.change("More"):
        study.protection.withdraw(study.cases.get("Gita"))
    assert everything(study.store) == before


def test_names_go_from_queries_mentions_and_titles(study: Study) -> None:
    gita, own = study.cases.get("Gita"), study.sources.get("gita-own")
    study.cases.add("Sari Gita")
    code(study, "gita-own", "nilakandi")
    passage = study.store.all(Segment)[0]
    study.memos.add(
        "Rujukan",
        f"[Gita](jejak:case/{gita.guid}), [gita-own](jejak:source/{own.guid}), "
        f"[nilakandi](jejak:segment/{passage.guid})",
    )
    study.forms.fill("case", gita.guid, "case", {"known": "isi"})
    query = 'case = "gita" or case in (GITA, "Sari Gita") or text:"gita"'
    study.sets.add("Milik", "source", query=query)
    study.displays.save("Tabel", "code-frequencies", {"filter": query})
    study.findings.add("Batu itu penting.", scope='case in (GITA, "Sari Gita")')
    report = study.protection.withdraw(gita)
    asked = 'case = "Mundur-1" or case in (Mundur-1, "Sari Gita") or text:"Mundur-1"'
    assert [one.query for one in study.store.all(Set)] == [asked]
    assert [one.settings["filter"] for one in study.store.all(Display)] == [asked]
    assert [one.scope for one in study.store.all(Finding)] == ['case in (Mundur-1, "Sari Gita")']
    body = next(one.body for one in study.store.all(Memo) if one.title == "Rujukan")
    assert body == (
        f"[Mundur-1](jejak:case/{gita.guid}), [\\[…\\]](jejak:source/{own.guid}), "
        f"[\\[…\\]](jejak:segment/{passage.guid})"
    )
    titles = {one.title for one in study.store.all(Memo)}
    assert any(title.endswith(": Mundur-1") for title in titles)
    assert {("memo", "Rujukan"), ("set", "Milik"), ("display", "Tabel")} <= set(report.rewritten)
    assert remains(path_of(study), ["nilakandi", "gita-own"]) == []
    whole = study.store.all(Set)
    assert study.sets.members(whole[0]) == ()


def test_what_asks_for_other_things_by_the_same_name_stays(study: Study) -> None:
    study.codebook.add("Gita")
    study.cases.add("40")
    study.protection.withdraw(study.cases.get("40"))
    asked = 'code:Gita and weight > 40 and case.kerja != "Gita" and near(40)'
    naming = Naming({"Gita", "40"}, "X", "[…]", set(), set())
    assert naming.without("set", "query", asked) == asked
    assert naming.without("set", "query", r'source = "a \"b\"" or block.speaker = Gita') == (
        r'source = "a \"b\"" or block.speaker = X'
    )


def test_what_names_them_in_words_is_told(study: Study) -> None:
    gita = study.cases.get("Gita")
    quote = "nilakandi adalah batu yang paling saya sukai"
    study.material.mark("Gita", "interview", "planned", f"Gita sakit: {quote}")
    saved = study.displays.save("Tabel", "code-frequencies")
    study.displays.write_cell(saved, "k", gita.guid, f"Kata Gita: {quote}")
    study.references.add({"type": "book", "title": quote, "author": [{"family": "Sari"}]})
    study.sets.add("Gita dan Dewa", "case")
    seen = study.protection.withdraw(gita, dry_run=True)
    report = study.protection.withdraw(gita)
    assert (seen.naming, seen.rewritten, seen.to_read) == (
        report.naming, report.rewritten, report.to_read,
    )  # fmt: skip
    assert set(report.naming) == {
        ("cell", "coverage"), ("cell", "Tabel"), ("set", "Gita dan Dewa"),
    }  # fmt: skip
    assert {("cell", "Tabel"), ("cell", "coverage")} <= set(report.rewritten)
    assert remains(path_of(study), ["nilakandi"]) == []


def test_a_remark_on_the_case_is_for_a_person_to_read(study: Study) -> None:
    gita = study.cases.get("Gita")
    study.remarks.add("case", gita.guid, "Ibu dari dua anak di desa sebelah.")
    report = study.protection.withdraw(gita)
    assert ("remark", "Ibu dari dua anak di desa sebelah.") in report.naming
