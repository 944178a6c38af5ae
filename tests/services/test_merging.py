"""Copies of a study brought together: what comes, what clashes, what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotAllowed, NotFound, StoreFailure
from jejak.model import Case, Code, Coding, Memo, Segment, Source
from jejak.model.merging import MergePlan
from jejak.services.auditor_copy import make_copy
from jejak.store import Store
from jejak.study import Study, create_study, open_study
from support.apart import copies, dangling
from support.studies import everything

Pair = tuple[Study, Study]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with copies(tmp_path) as found:
        yield found


def path_of(study: Study) -> Path:
    assert study.store.path is not None
    return study.store.path


def plan(pair: Pair, **choices: str) -> MergePlan:
    return pair[0].merging.plan(path_of(pair[1]), **choices)  # type: ignore[arg-type]


def whole(study: Study) -> None:
    assert study.store.verify() == []
    assert dangling(study.store) == []


def test_codes_made_on_both_sides_under_one_name_are_one(pair: Pair) -> None:
    ours, theirs = pair
    here = ours.codebook.add("Takut", parent="Triple-A")
    theirs.codebook.add("takut", parent="Triple-A")
    theirs.codebook.add("Marah", parent="takut")
    theirs.sources["S-01"].select("gampang").code("takut")
    ours.merge(path_of(theirs))
    assert ours.codes.keys().count("Triple-A/Takut") == 1
    assert "Triple-A/Takut/Marah" in ours.codes.keys()  # noqa: SIM118  (a list of paths)
    assert ours.store.count(Coding, code=here.guid) == 1
    # Work that went on with the other's code is still that of this one.
    ours.codebook.update(here, name="Cemas")
    theirs.sources["S-01"].select("Takut, tapi").code("takut")
    assert ours.merge(path_of(theirs)).plan.clashes == ()
    assert ours.store.count(Coding, code=here.guid) == 2
    whole(ours)


def test_the_same_words_coded_alike_by_one_person_are_coded_once(pair: Pair) -> None:
    ours, theirs = pair
    with open_study(path_of(theirs), user="Rina") as again:
        again.sources["S-01"].select("ketahuan").code("Lain", weight=60)
    ours.sources["S-01"].select("ketahuan").code("Lain")
    lain = ours.codes["Lain"].guid
    (clash,) = plan(pair).clashes
    assert (clash.kind, clash.field, clash.ours, clash.theirs) == ("coding", "weight", None, 60)
    assert ours.merge(path_of(theirs), prefer="theirs").seq is not None
    (coding,) = ours.store.all(Coding, code=lain)
    assert coding.weight == 60


def test_a_name_changed_on_both_sides_is_chosen(pair: Pair) -> None:
    ours, theirs = pair
    ours.codes["Lain"].update(name="Lainnya")
    theirs.codes["Lain"].update(name="Sisa")
    (clash,) = plan(pair).clashes
    assert (clash.what, clash.field, clash.ours, clash.theirs, clash.base) == (
        "field", "name", "Lainnya", "Sisa", "Lain",
    )  # fmt: skip
    assert (clash.ours_by, clash.theirs_by) == ("Rina", "Bayu")
    before = everything(ours.store)
    with pytest.raises(Conflict, match="1 things"):
        ours.merge(path_of(theirs))
    assert everything(ours.store) == before
    ours.merge(path_of(theirs), choices={clash.key: "theirs"})
    assert "Sisa" in ours.codes.keys()  # noqa: SIM118
    assert plan(pair).empty


def test_codes_moved_below_each_other_stay_a_tree(pair: Pair) -> None:
    ours, theirs = pair
    for study, code, above in ((ours, "Lain", "Murah"), (theirs, "Murah", "Lain")):
        study.codes[code].move(above)
    (clash,) = plan(pair).clashes
    assert clash.what == "loop"
    for prefer, path in (("ours", "Triple-A/Murah/Lain"), ("theirs", "Lain/Murah")):
        ours.merge(path_of(theirs), prefer=prefer)
        assert path in ours.codes.keys()  # noqa: SIM118
        whole(ours)
        ours.undo()


@pytest.mark.parametrize(("prefer", "stays"), [("ours", False), ("theirs", True)])
def test_a_code_removed_here_and_used_there(pair: Pair, prefer: str, stays: bool) -> None:
    ours, theirs = pair
    guid = ours.codes["Anonim"].guid
    ours.codes["Anonim"].remove()
    theirs.sources["S-01"].select("gampang").code("Anonim")
    (clash,) = plan(pair).clashes
    assert (clash.what, clash.name, clash.used) == ("removed here", "Triple-A/Anonim", 1)
    report = ours.merge(path_of(theirs), prefer=prefer)
    assert ours.store.count(Coding, code=guid) == (2 if stays else 0)
    assert report.plan.left_out == ({} if stays else {"coding": 1})
    whole(ours)


@pytest.mark.parametrize(("prefer", "stays"), [("ours", True), ("theirs", False)])
def test_a_code_removed_there_and_used_here(pair: Pair, prefer: str, stays: bool) -> None:
    ours, theirs = pair
    guid = ours.codes["Anonim"].guid
    theirs.codes["Anonim"].remove()
    ours.sources["S-01"].select("gampang").code("Anonim")
    (clash,) = plan(pair).clashes
    assert (clash.what, clash.used) == ("removed there", 1)
    ours.merge(path_of(theirs), prefer=prefer)
    assert ours.store.count(Coding, code=guid) == (2 if stays else 0)
    whole(ours)


def test_codings_move_with_a_text_that_the_other_corrected(pair: Pair) -> None:
    ours, theirs = pair
    theirs.corrections.make(theirs.sources["S-01"].record, [(0, 2, "Pewawancara:")])
    ours.sources["S-01"].select("gampang").code("Lain")
    theirs.sources["S-01"].select("ketahuan").code("Lain")
    assert ours.merge(path_of(theirs)).plan.clashes == ()
    text = ours.store.text(ours.sources["S-01"].record.text)
    assert text.startswith("Pewawancara: Pakai")
    assert words_of(ours) == {"gampang", "ketahuan", "Bikin akun baru lagi 😀", "namanya palsu"}
    theirs.merge(path_of(ours))
    assert words_of(theirs) == words_of(ours)


def words_of(study: Study) -> set[str]:
    texts = {one.guid: study.store.text(one.text) for one in study.store.all(Source)}
    spans = [study.store.get(Segment, one.segment) for one in study.store.all(Coding)]
    return {texts[one.source][one.start : one.end] for one in spans}


@pytest.mark.parametrize(("prefer", "says"), [("ours", "SAYA"), ("theirs", "AKU")])
def test_a_text_corrected_on_both_sides_is_chosen_and_codings_stay_on_their_words(
    pair: Pair, prefer: str, says: str
) -> None:
    ours, theirs = pair
    for study, word in ((ours, "SAYA"), (theirs, "AKU")):
        source = study.sources["S-01"].record
        start, end = study.coding.locate(source, "Saya")
        study.corrections.make(source, [(start, end, word)])
        study.sources["S-01"].select("juga" if study is ours else "pakai akun").code("Lain")
    (clash,) = plan(pair).clashes
    assert clash.field == "text"
    # Of what it was before nothing is told, so nothing is said of it.
    assert (clash.known, clash.base) == (False, None)
    assert "SAYA juga" in str(clash.ours)
    assert "AKU juga" in str(clash.theirs)
    ours.merge(path_of(theirs), prefer=prefer)
    assert says in ours.store.text(ours.sources["S-01"].record.text)
    assert {"juga", "pakai akun"} <= words_of(ours)
    whole(ours)


def test_both_of_two_versions_of_a_memo_can_stay(pair: Pair) -> None:
    ours, theirs = pair
    for study, body in ((ours, "di sini"), (theirs, "di sana")):
        study.memos.update(study.store.all(Memo)[0], body=body)
    (clash,) = plan(pair).clashes
    assert clash.choices == ("ours", "theirs", "both")
    ours.merge(path_of(theirs), choices={clash.key: "both"})
    assert ours.store.all(Memo)[0].body == "di sini\n\ndi sana"


def test_queries_ask_for_codes_by_the_names_they_have_then(pair: Pair) -> None:
    ours, theirs = pair
    ours.codes["Lain"].update(name="Sisa")
    theirs.sets.add("Semua sisa", "source", query="code:Lain")
    ours.merge(path_of(theirs))
    assert ours.sets["Semua sisa"].record.query == "code:Sisa"


def test_names_that_both_gave_get_a_number(pair: Pair) -> None:
    ours, theirs = pair
    ours.codes["Lain"].update(name="Takut")
    theirs.codebook.add("Takut")
    report = ours.merge(path_of(theirs))
    assert {"Takut", "Takut (2)"} <= set(ours.codes.keys())
    assert [one.code for one in report.exchange.problems] == ["name-taken"]


def test_studies_without_a_common_history_are_told_apart_by_what_things_are(
    pair: Pair, tmp_path: Path
) -> None:
    ours, _ = pair
    (tmp_path / "S-01.txt").write_text(ours.store.text(ours.sources["S-01"].record.text), "utf-8")
    with create_study(tmp_path / "other.jejak", "Lain", user="rina") as other:
        other.add(tmp_path / "S-01.txt")
        other.codebook.add("Triple-A", codable=False)
        other.codebook.add("Murah", parent="Triple-A")
        other.codebook.add("Baru")
        source = other.sources.get("S-01")
        other.coding.apply(
            source, *other.coding.locate(source, "Bikin akun baru lagi 😀"), ["Murah", "Baru"]
        )
    before = everything(ours.store)
    report = ours.merge(tmp_path / "other.jejak")
    assert report.plan.common == 0
    assert report.plan.added["coding"] == 1
    assert "source" not in report.plan.added
    assert "user" not in report.plan.added
    assert ours.info.title == "Kecil"
    assert ours.merging.plan(tmp_path / "other.jejak").empty
    whole(ours)
    ours.undo()
    assert everything(ours.store) == before


def test_who_withdrew_here_does_not_come_back(pair: Pair) -> None:
    ours, theirs = pair
    for study in pair:
        study.cases.tie_source(study.cases.get("G"), study.sources.get("dua"))
    theirs.sources["dua"].select("Akun palsu lagi").code("Lain")
    theirs.memos.add("Tentang", "Katanya: “Akun palsu lagi, murah sekali.”")
    theirs.sources.add_text("tiga", "Kata lain.")
    theirs.cases.tie_source(theirs.cases.get("G"), theirs.sources.get("tiga"))
    ours.protection.withdraw(ours.store.all(Case)[0])
    report = ours.merge(path_of(theirs))
    assert {one.name for one in ours.store.all(Source)} == {"S-01"}
    assert [one.code for one in report.plan.problems] == ["withdrawn-here"]
    assert "murah sekali" not in str(everything(ours.store))
    assert b"murah sekali" not in path_of(ours).read_bytes()
    whole(ours)


def test_who_withdrew_there_is_told_and_stays_until_they_withdraw_here(pair: Pair) -> None:
    ours, theirs = pair
    for study in pair:
        study.cases.tie_source(study.cases.get("G"), study.sources.get("dua"))
    theirs.protection.withdraw(theirs.store.all(Case)[0])
    theirs.sources["S-01"].select("gampang").code("Lain")
    report = ours.merge(path_of(theirs))
    assert [one.code for one in report.plan.problems] == ["withdrawn-there"]
    assert "G" in ours.cases.keys()  # noqa: SIM118
    assert "gampang" in words_of(ours)
    ours.protection.withdraw(ours.cases.get("G"))
    assert plan(pair).problems == ()


def test_a_merge_is_refused_while_one_codes_without_seeing_the_others(pair: Pair) -> None:
    ours, theirs = pair
    theirs.sources["S-01"].select("gampang").code("Lain")
    with ours.change("Bayu joins") as change:
        change.add(theirs.user)
    ours.rounds.open("Satu", ours.rounds.plan([ours.user.guid, theirs.user.guid]))
    with pytest.raises(NotAllowed, match="Satu"):
        plan(pair)


def test_what_is_no_other_study_is_refused_and_nothing_changes(pair: Pair, tmp_path: Path) -> None:
    ours, theirs = pair
    before = ours.store.head
    (tmp_path / "words.jejak").write_text("kata")
    newer = shutil.copy(path_of(theirs), tmp_path / "newer.jejak")
    with Store.open(newer) as store, store.write(theirs.store.entry(1).verb, ours.user.guid) as one:
        one.rows.conn.exec_driver_sql("PRAGMA user_version = 999")
    make_copy(theirs.store, theirs.user.guid, tmp_path / "auditor.jejak")
    away = shutil.copy(newer, tmp_path / "away.jejak")
    (tmp_path / "away.jejak.lock").write_text('["elsewhere:1"]')
    for name, error in (
        ("words.jejak", StoreFailure), ("none.jejak", NotFound), ("small.jejak", InvalidInput),
        ("newer.jejak", StoreFailure), ("auditor.jejak", InvalidInput), (str(away), Conflict),
    ):  # fmt: skip
        with pytest.raises(error):
            ours.merge(tmp_path / name)
    for choices in ({"code:1:name": "theirs"}, {"code:1:name": "mine"}):
        with pytest.raises(InvalidInput):
            ours.merge(path_of(theirs), choices=choices)
    with pytest.raises(InvalidInput, match="of its own"), ours.change("Semua"):
        ours.merge(path_of(theirs))
    assert ours.store.head == before


def test_the_other_study_is_not_changed(pair: Pair) -> None:
    ours, theirs = pair
    theirs.sources["S-01"].select("gampang").code("Lain")
    path = path_of(theirs)
    theirs.close()
    before = path.read_bytes()
    ours.merge(path)
    assert path.read_bytes() == before
    assert not path.with_name(path.name + "-wal").exists()


@pytest.mark.parametrize("here", [True, False], ids=["merged here", "merged there"])
def test_what_is_coded_with_a_code_that_the_other_side_made_part_of_another_follows_it(
    pair: Pair, here: bool
) -> None:
    ours, theirs = pair
    one, other = (ours, theirs) if here else (theirs, ours)
    gone, into = one.codes["Anonim"].guid, one.codes["Murah"].guid
    one.codes["Anonim"].merge_into("Murah")
    other.sources["S-01"].select("gampang").code("Anonim")
    # The same words were coded with the code that took it in, and by the same person.
    for code in ("Anonim", "Murah"):
        other.sources["S-01"].select("ketahuan").code(code)
    other.codebook.add("Palsu", parent="Anonim")
    other.sets.add("Semua", "source", query="code:Anonim")
    assert plan(pair).clashes == ()
    ours.merge(path_of(theirs))
    assert ours.store.count(Coding, code=gone) == 0
    codings = ours.store.all(Coding, code=into)
    assert len(codings) == len({(one.segment, one.user) for one in codings}) == 4
    assert ours.codes["Palsu"].record.parent == into
    (kept,) = ours.sets.all()
    assert kept.query == "code:Murah"
    assert plan(pair).empty
    whole(ours)


def test_a_code_renamed_here_and_made_part_of_another_there_is_chosen(pair: Pair) -> None:
    ours, theirs = pair
    gone, into = theirs.codes["Anonim"].guid, theirs.codes["Murah"].guid
    theirs.codes["Anonim"].merge_into("Murah")
    ours.codes["Anonim"].update(name="Tanpa nama")
    ours.sources["S-01"].select("gampang").code("Tanpa nama")
    (clash,) = plan(pair).clashes
    assert clash.what == "removed there"
    ours.merge(path_of(theirs), prefer="ours")
    assert [ours.store.count(Coding, code=one) for one in (gone, into)] == [1, 2]
    whole(ours)
    ours.undo()
    ours.merge(path_of(theirs), prefer="theirs")
    # Nothing that was coded here is lost with the code.
    assert [ours.store.count(Coding, code=one) for one in (gone, into)] == [0, 3]
    whole(ours)


def test_what_was_imported_again_stays_with_the_code_it_became_part_of(
    pair: Pair, tmp_path: Path
) -> None:
    ours, theirs = pair
    theirs.exchange.write(tmp_path / "a.qdpx", redact=True)
    gone, into = ours.codes["Anonim"].guid, ours.codes["Murah"].guid
    ours.codes["Anonim"].merge_into("Murah")
    ours.exchange.read(tmp_path / "a.qdpx")
    assert gone not in {one.guid for one in ours.store.all(Code)}
    assert ours.store.count(Coding, code=into) == 2


def test_corrections_in_different_places_of_a_text_both_stand(pair: Pair) -> None:
    ours, theirs = pair
    for study, old, new in ((ours, "Pakai", "Memakai"), (theirs, "ketahuan", "diketahui 😀")):
        source = study.sources["S-01"].record
        start, end = study.coding.locate(source, old)
        study.corrections.make(source, [(start, end, new)])
    ours.sources["S-01"].select("gampang").code("Lain")
    theirs.sources["S-01"].select("diketahui 😀").code("Lain")
    before = words_of(ours) | words_of(theirs)
    told = plan(pair)
    assert told.clashes == ()
    assert [one.code for one in told.problems] == ["texts-joined"]
    ours.merge(path_of(theirs))
    text = ours.store.text(ours.sources["S-01"].record.text)
    assert "Memakai" in text
    assert "diketahui 😀" in text
    assert words_of(ours) == before
    assert plan(pair).empty
    theirs.merge(path_of(ours))
    assert theirs.store.text(theirs.sources["S-01"].record.text) == text
    assert words_of(theirs) == before
    whole(ours)
    whole(theirs)
    ours.undo()
    assert "ketahuan" in ours.store.text(ours.sources["S-01"].record.text)
