from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdf
import pytest

from jejak.documents.document import Fold, Quote, Section
from jejak.errors import InvalidInput, StoreFailure
from jejak.report import ON_REQUEST, PARTS
from jejak.services.reports import ENDINGS
from jejak.study import Study, create_study
from support.report_numbers.account import unexplained
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """The small study with cases, consent and two findings: one with evidence, one without."""
    with small_study(tmp_path) as made:
        for name in ("Ge", "De"):
            made.cases.add(name, attributes={"peran": "penjual"})
        made.cases.tie_speaker(made.cases.get("Ge"), "G")
        made.cases.record_consent(made.cases.get("Ge"), "wawancara", "2020-06-13", "lisan")
        finding = made.findings.add(
            "Orang memakai nama palsu.", codes=["Anonim"], question=made.questions[0].guid,
            scope="case in (Ge, De)",
        )  # fmt: skip
        source = made.sources.get("S-01")
        span = made.coding.locate(source, "namanya palsu")
        made.findings.add_evidence(
            finding, source=source, start=span[0], end=span[1], weight=4, why="Mengaku sendiri."
        )
        made.findings.add("Semua murah.", codes=["Murah"])
        yield made


def each(blocks: Any, kind: type) -> Iterator[Any]:
    for block in blocks:
        if isinstance(block, kind):
            yield block
        if isinstance(block, Section | Fold):
            yield from each(block.blocks, kind)


def text_of(study: Study, *parts: str, language: str = "en") -> str:
    """The words of some parts, without markup."""
    html = study.reports.html(language, parts)
    main = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL).partition("<main>")[2]
    return " ".join(re.sub(r"<[^>]*>", " ", main).replace("&#39;", "'").split())


def test_the_parts_stand_in_the_order_they_were_asked_for(study: Study) -> None:
    document = study.reports.document("en", ["trail", "questions", "trail"])
    assert [section.anchor for section in document.sections] == ["trail", "questions"]
    every = study.reports.document("id")
    usual = [name for name in PARTS.names() if name not in ON_REQUEST]
    assert [section.anchor for section in every.sections] == usual
    assert every.sections[0].title == "Pertanyaan penelitian"


@pytest.mark.parametrize("language", ["en", "id"])
def test_an_empty_study_says_what_is_not_there_yet(tmp_path: Path, language: str) -> None:
    with create_study(tmp_path / "empty.jejak", "Kosong", user="Rina") as empty:
        document = empty.reports.document(language)
        assert all(section.blocks for section in document.sections)
        for ending in (".html", ".docx", ".md"):
            assert empty.reports.write(tmp_path / f"e{ending}", language).stat().st_size > 1000
        if language == "en":
            told = text_of(empty, *PARTS.names())
            for words in (
                "No research question", "No material", "No case", "Nothing has been coded",
                "The codebook is empty", "Nothing is coded that could be displayed", "No finding",
            ):  # fmt: skip
                assert words in told


def test_evidence_unfolds_to_the_turns_around_it(study: Study) -> None:
    document = study.reports.document("en", ["findings"])
    quote = next(each(document.sections, Quote))
    assert quote.text == "namanya palsu"
    assert (quote.speaker, quote.lead, quote.tail) == ("Ge", "Takut, tapi ", ".")
    assert [(turn.speaker, turn.text) for turn in quote.previous] == [
        ("P", "Tidak takut ketahuan?")
    ]
    assert [(turn.speaker, turn.text) for turn in quote.following] == [
        ("DS", "Saya juga pakai akun palsu.")
    ]
    assert quote.told.startswith("Ge, S-01, characters ")
    known = dict(quote.details)
    assert known["Why"][0].text == "Mengaku sendiri."
    assert known["Weight"][0].text == "4 of 6"
    assert known["Coded by"][0].text == "Rina"


def test_a_finding_is_told_with_its_checks_and_what_nobody_weighed(study: Study) -> None:
    told = text_of(study, "findings")
    assert "F1 Orang memakai nama palsu." in told
    assert "1 for, 0 qualifying, 0 against" in told
    assert "No evidence has been given for it yet." in told
    assert "1 segment under its codes is not weighed" in told
    assert told.count("What it showed") == 2


def test_a_judgement_is_shown_and_goes_stale(study: Study) -> None:
    finding = study.findings.get("F1")
    study.findings.judge(finding, "participants", "holds", "Cukup untuk awal.")
    told = text_of(study, "findings", "limits")
    assert "Rina judged on" in told
    assert "Cukup untuk awal." in told
    assert "stale" not in told
    source = study.sources.get("S-01")
    span = study.coding.locate(source, "Saya juga pakai akun palsu")
    study.findings.add_evidence(finding, source=source, start=span[0], end=span[1])
    told = text_of(study, "findings", "limits")
    assert "stale: what it rests on has changed since" in told
    assert "Judged before the study changed under it: F1" in told


def test_the_limits_say_what_is_thin(study: Study) -> None:
    told = text_of(study, "limits", "findings")
    limits = told[told.index("Composed from") :]
    assert "Without any evidence: F2 ." in limits
    assert "Supported by one participant only: F1 (Ge)" in limits
    assert "no evidence comes from: F1 (De)" in limits
    assert "No rival explanation considered: F1 ; F2 ." in limits
    assert "One person coded everything (Rina)" in limits
    assert "No consent is on record for: De." in limits
    assert "With 2 persons" in limits
    assert "up to 78% of people" in limits
    assert "limits are Jejak's own" in limits


def test_a_link_to_a_part_that_is_left_out_is_no_link(study: Study) -> None:
    alone = study.reports.html("en", ["limits"])
    assert 'href="#finding-F1"' not in alone
    assert 'href="#finding-F1"' in study.reports.html("en", ["limits", "findings"])


def test_the_method_is_counted_from_the_history(study: Study) -> None:
    source = study.sources.get("S-01")
    study.coding.apply(source, 0, 5, ["Murah"])
    study.trail.undo()
    study.codebook.update(study.codebook.get("Murah"), name="Terjangkau", short="Murah harganya")
    study.memos.add("Diri", "Saya pernah…", "reflexive")
    told = text_of(study, "method")
    assert "2 codings stand, by 1 coder; made and taken away again: 1." in told
    assert "1 of them is undone" in told
    assert "3 codes made" in told
    assert "1 renaming 1 change of a definition" in told
    assert "1 memo: reflexive" in told
    assert "No reflexive memo" not in told


def test_the_trail_ends_in_the_last_link_of_the_chain(study: Study) -> None:
    told = text_of(study, "trail")
    last = study.trail.entries(limit=1)[0]
    assert last.digest in told
    assert f"Changes {len(study.trail.entries(limit=None))}" in told
    assert "Make the case “…” 2" in told


def everything_in(file: Path) -> str:
    """All that a file of any kind holds, what it says of itself too."""
    if file.suffix == ".pdf":
        read = pypdf.PdfReader(file)
        about = read.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
        marks = str(read.outline) + str(read.metadata)
        return about + marks + "\n".join(page.extract_text() for page in read.pages)
    if file.suffix in {".docx", ".zip"}:
        with ZipFile(file) as parts:
            return "\n".join(parts.read(one).decode("utf-8", "replace") for one in parts.namelist())
    return file.read_text("utf-8")


def test_no_name_that_is_known_to_be_real_leaves(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(
        "P: Siapa?\nBudi Santoso: Saya Budi Santoso.\nSiti Aminah: Saya juga.\nSiti Aminah: Sudah.\n",
        "utf-8",
    )
    with create_study(tmp_path / "names.jejak", "Nama", user="Rina") as study:
        study.sources.add([file])
        case = study.cases.update(study.cases.add("Joko Widodo"), name="B1")
        study.cases.tie_speaker(case, "Budi Santoso")
        source = study.sources.get("talk")
        code = study.codebook.add("Nama diri")
        span = study.coding.locate(source, "Saya Budi Santoso")
        study.coding.apply(source, *span, [code.guid])
        finding = study.findings.add("Budi Santoso memberi nama.", codes=[code.guid])
        study.findings.add_evidence(
            finding, source=source, start=span[0], end=span[1], why="Kata Joko Widodo sendiri."
        )
        gone = study.cases.add("Rahasia Sekali")
        study.cases.remove(gone)
        author = [{"family": "Santoso", "given": "Budi"}, {"literal": "Joko Widodo"}]
        work = study.references.add({"title": "Kisah Budi Santoso", "author": author}, "kisah")
        study.references.cite(work, "finding", finding.guid)
        study.about.update(description="Lihat [@kisah].")
        for language in ("en", "id"):
            told = study.reports.html(language)
            for ending in ENDINGS:
                study.reports.write(tmp_path / f"r{ending}", language)
                told += everything_in(tmp_path / f"r{ending}")
            for name in ("Budi", "Joko", "Siti Aminah:", "<b>Siti", "Rahasia"):
                assert name not in told
            assert "B1 memberi nama" in told
            assert "talk.txt" not in told


def test_evidence_whose_words_are_gone_says_so(study: Study) -> None:
    source = study.sources.get("S-01")
    start, end = study.coding.locate(source, "Takut, tapi namanya palsu.")
    study.sources.correct(source, start, end, "Tidak.")
    told = text_of(study, "findings", "limits")
    assert "Evidence whose words were deleted from their source: F1 (1)" in told
    assert "namanya palsu" in told
    assert "no longer in the source" in told


def test_saved_displays_follow_those_of_every_study(study: Study) -> None:
    study.displays.save("Per sumber", "code-frequencies", {"by": "source"})
    document = study.reports.document("en", ["displays"])
    titles = [section.title for section in document.sections[0].blocks]
    assert len(titles) == 3
    assert titles[-1] == "Per sumber"
    assert "data:image/svg+xml;base64," in study.reports.html("en", ["displays"])


def test_a_description_stands_on_the_first_page(study: Study) -> None:
    study.about.update(description="Semuanya rekaan.")
    html = study.reports.html("en", ["questions"])
    assert html.index("Semuanya rekaan.") < html.index("<nav")


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda r, f: r.write(f / "r.odt"), "unknown-ending"),
        (lambda r, f: r.write(f / "r.html", "fr"), "unknown-language"),
        (lambda r, f: r.write(f / "r.html", "id", ["summary"]), "unknown-part"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_left(
    study: Study, tmp_path: Path, call: Any, code: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        call(study.reports, tmp_path)
    assert refused.value.code == code
    assert not list(tmp_path.glob("r.*"))


def test_a_place_that_cannot_be_written_is_said(study: Study, tmp_path: Path) -> None:
    with pytest.raises(StoreFailure) as failed:
        study.reports.write(tmp_path / "nowhere" / "r.md")
    assert failed.value.code == "cannot-write"


def test_a_saved_display_that_lost_its_code_does_not_stop_the_report(study: Study) -> None:
    study.displays.save("Satu kode", "code-frequencies", {"codes": ["Murah"]})
    study.displays.save("Disaring", "code-frequencies", {"filter": "code:Anonim"})
    study.codebook.remove(study.codebook.get("Murah"))
    told = text_of(study, "displays")
    assert "Satu kode Use it to see" in told
    assert "The code “Murah” was deleted: it is left out." in told
    assert "None of the codes that it was to show" in told
    assert "Only what this query finds: code:Anonim" in told


def test_the_reference_study_is_told_whole(reference_study: Path, tmp_path: Path) -> None:
    from jejak.study import open_study

    (tmp_path / "demo.jejak").write_bytes(reference_study.read_bytes())
    with open_study(tmp_path / "demo.jejak") as study:
        html = study.reports.html("id")
        assert "ini rekaan seluruhnya." in html[: html.index("<nav")]
        assert html.count('class="quote good" id="evidence-') > 100
        told = text_of(study, "limits", "findings", language="id")
        assert unexplained(study, study.reports.html("en", PARTS.names())) == []
    assert "Hanya didukung oleh satu peserta: F6 (DS)" in told
    assert "Dengan 3 orang" in told
    assert "sampai 63% orang" in told


def test_coders_and_attributes_that_are_to_stay_do_not_leave(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("P-1", attributes={"pekerjaan": "dukun", "kota": "Lembayung"})
        study.findings.add("Murah.", codes=["Murah"])
        assert "dukun" in study.reports.html("en")
        assert "Rina" in study.reports.html("en")
        hidden = next(one.guid for one in study.cases.attributes() if one.name == "pekerjaan")
        study.about.set_privacy(coders="none", hidden=[hidden])
        told = study.reports.html("en")
        assert case.name in told
        assert "Lembayung" in told
        assert "dukun" not in told
        assert "Rina" not in told
        assert "#1" in told


def test_of_very_much_evidence_the_strongest_is_quoted_and_the_rest_counted(study: Study) -> None:
    finding, source = study.findings.get("F2"), study.sources.get("S-01")
    places = [(at, at + 2) for at in range(45)]
    for number, (start, end) in enumerate(places):
        study.findings.add_evidence(
            finding, source=source, start=start, end=end, weight=6 if number == 44 else 1
        )
    document = study.reports.document("en", ["findings"])
    (section,) = [one for one in each(document.sections, Section) if one.anchor.endswith("-supports")
                  and "45" in one.title]  # fmt: skip
    quotes = list(each(section.blocks, Quote))
    assert len(quotes) == 40
    assert quotes[0].text == study.sources.text(source)[44:46]
    told = text_of(study, "findings")
    assert "45 for, 0 qualifying, 0 against" in told
    assert "5 more pieces stand in the study." in told
