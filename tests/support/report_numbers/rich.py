"""A small study with a little of everything that a report counts."""

from __future__ import annotations

from pathlib import Path

from jejak.model import Coding, User
from jejak.study import Study
from support.found_out import code, talked_study, tie, weigh

__all__ = ["rich_study"]

DAYS = {"W-01": "2020-05-01", "W-02": "2020-05-20", "W-03": "2020-08-01", "W-04": "2031-01-01"}


def rich_study(folder: Path) -> Study:
    """Three people who talk, what nobody said, two coders and a machine, six findings."""
    study = talked_study(folder)
    _material(study)
    _codes(study)
    _findings(study)
    _records(study)
    _writing(study)
    study.undo()
    return study


def _material(study: Study) -> None:
    note = "Satu akun, nama lain.\n\nSaya tahu nama itu.\n\nMurah kata orang.\n"
    study.sources.add_text("W-04", note)
    study.sources.add_text("sari-2019", "Nama palsu itu murah, tulis 7 orang.\n")
    for name, day in DAYS.items():
        study.sources.update(
            study.sources.get(name), kind="interview", collected=day, method="lisan"
        )
    study.sources.update(study.sources.get("W-04"), kind="observation", collector="Bayu")
    study.sources.update(study.sources.get("W-01"), collector="Rina")
    study.sources.update(study.sources.get("sari-2019"), kind="literature", collected="2020-02")
    study.cases.add_attribute("role", "list", options=("seller", "buyer"))
    study.cases.add_attribute("age", "number")
    study.cases.add_attribute("risk", "rating", options=("low", "middle", "high"))
    for name, role, age, risk in (("A", "buyer", "20", "low"), ("B", "buyer", "41", "high"),
                                  ("C", "seller", "33", "middle")):  # fmt: skip
        values = {"role": role, "age": age, "risk": risk}
        study.cases.set_attributes(study.cases.get(name), values)
    study.cases.add("Pasar", kind="place")
    study.cases.record_consent(study.cases.get("A"), "wawancara", "2020-04-30", "lisan")
    study.cases.record_consent(study.cases.get("B"), "wawancara", "2020-05-19", "lembar 2")
    tie(study, "A", "B")
    there = study.sources.get("W-01")
    study.forms.fill("source", there.guid, "interview", {"guide": "v2", "duration": "40 menit"})
    study.events.add("Razia", date="2020-05-10", actors=["A"])
    with study.change("A machine") as change:
        change.add(User(name="Mesin", machine=True))


def _codes(study: Study) -> None:
    book = study.codebook
    book.add("Takut", kind="a priori", short="Rasa takut pada 1 hal.")
    book.add("Buang")
    book.remove(book.get("Buang"))
    book.update(book.get("Harga"), definition="Yang dibayar.")
    book.add("Coba", parent="Harga")
    book.update(book.get("Coba"), name="Uji")
    book.add("Belum dipakai")
    code(study, "W-04", "Satu akun", "Uji")
    code(study, "W-04", "tahu nama itu", "Anonim")
    code(study, "W-03", "Saya tidak tahu", "Takut")
    code(study, "sari-2019", "Nama palsu itu murah", "Anonim")
    machine = next(one for one in study.users if one.machine)
    code(study, "W-02", "Murah, seharga kopi", "Murah", user=machine.guid, origin="rule")
    code(study, "W-03", "Ya, begitu", "Takut")
    study.coding.remove([study.store.all(Coding)[-1].guid])


def _findings(study: Study) -> None:
    asked = study.questions[0].guid
    one = study.findings.add(
        "Most of them begin anew.", codes=["Harga"], question=asked, kind="pattern",
        rival="They were told to by 2 others.", confidence="moderate",
    )  # fmt: skip
    two = study.findings.add("Semua takut.", codes=["Anonim", "Takut"], scope="not case = C")
    three = study.findings.add("It is cheap.", codes=["Murah"], scope="case.role = buyer")
    study.findings.add("Nobody knows.", question=asked)
    gone = study.findings.add("It is dear.", codes=["Harga"])
    study.findings.set_rival(one, three.guid)
    for source, words, more in (
        ("W-01", "Murah sekali", {"weight": 4, "why": "Di hari ke-3."}),
        ("W-02", "seharga kopi", {"weight": 2}),
        ("W-04", "Murah kata orang", {"weight": 5}),
        ("sari-2019", "Nama palsu itu murah", {"weight": 1}),
        ("W-02", "nama saya ketahuan", {"weight": 3, "stance": "contradicts"}),
        ("W-03", "tidak tahu soal itu", {"weight": 3, "stance": "qualifies"}),
    ):
        weigh(study, one, source, words, **more)
    for source, words in (("W-01", "Tidak ada yang tahu"), ("W-04", "tahu nama itu")):
        weigh(study, two, source, words)
    weigh(study, two, "W-02", "nama saya", stance="contradicts")
    for source in ("W-01", "W-02"):
        weigh(study, three, source, "Murah", weight=3, user=study.users[1].guid)
    weigh(study, gone, "W-01", "Murah sekali", stance="contradicts")
    lost = weigh(study, three, "W-03", "Ya", stance="qualifies")
    assert lost
    source = study.sources.get("W-03")
    study.sources.correct(source, *study.coding.locate(source, "Ya, begitu"), "")
    study.findings.update(gone, status="rejected")
    study.findings.update(three, status="proposition")


def _records(study: Study) -> None:
    one, two, three = (study.findings.get(label) for label in ("F1", "F2", "F3"))
    add = study.verification.add
    add(one, "search", query="code:Anonim", inspected=11, found=1)
    add(one, "search", query="code:Takut", inspected=4, found=0)
    add(three, "search", query="code:Takut", inspected=6, found=0)
    for case, answer, did in (
        ("A", "agree", ""),
        ("B", "disagree", "Asked again."),
        ("C", "no reply", ""),
    ):
        add(one, "feedback", case=case, answer=answer, action=did)
    add(two, "feedback", who="an expert", answer="partly")
    add(one, "rule", condition="code:Harga", consequence="code:Anonim", unit="case", third=None)
    add(
        one,
        "rule",
        condition="code:Anonim",
        consequence="code:Takut",
        unit="source",
        prediction="Soon.",
    )
    add(three, "rule", condition="code:Murah", consequence="code:Anonim", unit="case", third="role")
    add(one, "standing", case="B", unusual="extreme", verdict="fails", why="Older than 40.")
    add(one, "contest", rival="F3", state="weakened")
    add(one, "quantity", phrase="Most", query="code:Harga", base="", low=0.5, high=1.0)
    add(two, "quantity", phrase="Semua", query="code:Takut", base="", low=1.0, high=1.0)
    add(one, "surprise", expectation="Fear of 1.", sought="More talks.", result="None.")
    add(one, "surprise", expectation="Money.")
    for component, concern in (("coherence", "minor"), ("adequacy", "serious"), ("overall", "")):
        add(one, "appraisal", component=component, concern=concern, why="Of 2 people only.")
    add(three, "plausible", why="It sounds right.")
    for card in study.findings.evidence(one)[:3]:
        if card.segment:
            said = {
                "volunteered": card.segment.start % 2 == 0,
                "in company": True,
                "first-hand": True,
            }
            study.verification.set_quality(card.segment.segment, said)
    study.findings.judge(one, "participants", "weak", "Both of them are 1 household.")
    study.findings.judge(two, "coders", "fails", "Seen.")
    weigh(study, two, "W-04", "Satu akun", stance="qualifies", weight=2)


def _writing(study: Study) -> None:
    one = study.findings.get("F1")
    for kind, about in (("reflexive", one), ("jotting", one), ("method", None), ("jotting", None)):
        study.memos.add(f"Memo {kind}", "Saya …", kind, [("finding", about.guid)] if about else [])
    work = study.references.add(
        {"title": "Tali 3 simpul", "author": [{"family": "Sari"}], "issued": {"date-parts": [[2019]]},
         "volume": "12", "page": "5-19", "type": "article-journal", "container-title": "Jurnal"},
        "sari2019",
    )  # fmt: skip
    study.references.cite(work, "finding", one.guid)
    study.findings.add_evidence(study.findings.get("F4"), target_kind="reference", target=work.guid)
    study.displays.save("Per sumber", "code-frequencies", {"by": "source"})
    shown = study.displays.get("Per sumber")
    study.findings.show(one, shown)
    study.findings.show(study.findings.get("F3"), shown)
    cell = _largest(study)
    study.findings.cite_cell(study.findings.get("F3"), shown, *cell, weight=2)
    code(study, "W-01", "Murah sekali rasanya", "Harga")
    study.about.update(description="Tentang 3 orang di pasar pada tahun 2020.")
    for language in ("en", "id"):
        study.prose.add("Kami menulis 17 kata di sini.", "limits", language=language)
    study.checklists.answer("coreq", "3", text="Ada 2 pewawancara.", place="BAB 3")
    segment = next(c.segment.segment for c in study.findings.evidence(one) if c.segment)
    study.translations.write(segment, "en", "Very cheap, for 1.", "Bayu")
    study.codebook.add("Terakhir")


def _largest(study: Study) -> tuple[str, str]:
    shown = study.displays.get("Per sumber")
    matrix = study.displays.compute(shown.kind, shown.settings)
    place = max(matrix.cells, key=lambda place: matrix.cells[place].value or 0)
    return matrix.rows[place[0]].key, matrix.columns[place[1]].key
