"""Every kind of change is one change; undone the study is as it was, redone as it was then, and each
earlier moment can be looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jejak.analysis.agreement.uncertainty import Interval
from jejak.model import (
    Attribute,
    Coding,
    Consent,
    DisplayCell,
    Evidence,
    Finding,
    Link,
    NetworkEdge,
    NetworkNode,
    Question,
    Reference,
    Source,
    User,
)
from jejak.services import agreed
from jejak.services.autocode import Rule
from jejak.services.case_table import CaseRow
from jejak.services.network_sketch import NewArrow, NewBox
from jejak.services.sources import ImportOptions
from jejak.store import Store
from jejak.store.moments import replayed
from jejak.study import Study
from support.carried import carried
from support.studies import everything, small_study

BIB = b"@article{sari2019, title={Akun palsu}, author={Sari, D.}, year={2019}}\n"
RIS = b"TY  - BOOK\nTI  - Pasar akun\nAU  - Kim, J.\nPY  - 2020\nAB  - Tentang akun.\nER  - \n"
Act = Callable[[], object]


def cases_and_attributes(s: Study) -> Iterator[Act]:
    yield lambda: s.cases.add("G", description="x", attributes={"usia": "20"})
    yield lambda: s.cases.add("DS")
    yield lambda: s.attributes.add("usia2", "number", description="d")
    yield lambda: s.attributes.add("peran", "list", options=["penjual", "pembeli"])
    by = {one.name: one.guid for one in s.attributes.all()}
    g, ds = s.cases.get("G").guid, s.cases.get("DS").guid
    yield lambda: s.attributes.set_values(
        "case", [(g, by["usia2"], "30"), (ds, by["usia2"], "41"), (ds, by["peran"], "penjual")]
    )
    usia = s.store.get(Attribute, by["usia2"])
    yield lambda: s.attributes.update(usia, type="text", name="umur")
    yield lambda: s.attributes.set_values("case", [(g, usia.guid, "dua puluh")])
    yield lambda: s.attributes.update(s.store.get(Attribute, usia.guid), type="number", clear=True)
    yield lambda: s.attributes.update(
        s.store.get(Attribute, by["peran"]),
        options=["pedagang", "pembeli"],
        renamed={"penjual": "pedagang"},
    )
    yield lambda: s.attributes.arrange([by["peran"], usia.guid])
    yield lambda: s.case_table.apply(
        [
            CaseRow(name="G", values={"umur": "50", "kota": "Solo"}),
            CaseRow(name="Baru", values={"umur": "1"}),
        ]
    )
    yield lambda: s.consents.add(s.cases.get("G"), "kutipan", "2020", terms={"quote": True})
    yield lambda: s.consents.update(s.store.all(Consent)[0], withdrawn="2021-01-01", terms={})
    yield lambda: s.consents.remove(s.store.all(Consent)[0])
    yield lambda: s.speakers.tie([("G", None, g), ("P", s.sources.get("S-01").guid, ds)])
    yield lambda: s.speakers.tie([("G", None, ds), ("P", s.sources.get("S-01").guid, None)])
    yield lambda: s.speakers.make_cases(["P"])
    yield lambda: s.material.mark("G", "interview", "planned", "nanti")
    yield lambda: s.material.mark("G", "interview", "not wanted", "tidak")
    yield lambda: s.material.mark("G", "interview", None)
    yield lambda: s.attributes.remove(s.store.get(Attribute, by["peran"]))


def material(s: Study) -> Iterator[Act]:
    one = s.sources.get("S-01")
    yield lambda: s.sources.add_files(
        [("dua.txt", b"P: Halo\nG: Hai, apa kabar?\n"), ("tiga.txt", b"Tiga.\n\nEmpat.")],
        ImportOptions(case="Baru 2"),
    )
    yield lambda: s.sources.add_text("empat", "Satu dua tiga 😀 é 漢.")
    every = [source.guid for source in s.sources.all()]
    yield lambda: s.sources.update_many(
        every, kind="interview", language="id", case="G", attributes={"daerah": "Jawa"},
        to_set="Semua",
    )  # fmt: skip
    yield lambda: s.sources.update(one, name="S-001", status="coded")
    yield lambda: s.memos.add("Di sini", "m", about=[("source", one.guid)])
    yield lambda: s.corrections.make(
        s.store.get(Source, one.guid),
        [(0, 1, "Penanya 😀"), (3, 8, ""), (20, 45, "é"), (46, 46, "漢")],
    )
    yield lambda: s.sources.correct(s.store.get(Source, one.guid), 0, 60, "")
    yield lambda: s.references.add({"type": "book", "title": "Teori", "author": [{"family": "Li"}]})
    yield lambda: s.reference_import.add_files([("a.bib", BIB), ("b.ris", RIS)])
    works = s.store.all(Reference)
    yield lambda: s.references.update(works[0], {"title": "Teori baru"})
    yield lambda: s.references.cite(works[0], "source", one.guid)
    yield lambda: s.references.cite(works[1], "source", one.guid)
    yield lambda: s.references.merge(works[0], [works[1]])
    yield lambda: s.references.uncite(works[0], one.guid)
    yield lambda: s.references.make_source(works[2])
    yield lambda: s.references.remove([works[0]])
    yield lambda: s.sources.remove([s.sources.get("empat")])


def codes_and_sets(s: Study) -> Iterator[Act]:
    one = s.sources.get("S-01")
    murah, anonim = s.codebook.get("Murah"), s.codebook.get("Anonim")
    coded = [coding.guid for coding in s.store.all(Coding)]
    yield lambda: s.codebook.split(murah, "Akun", codings=coded[:1])
    yield lambda: s.recoding.add(coded, [anonim.guid, murah.guid])
    yield lambda: s.recoding.weigh(coded, 40)
    yield lambda: s.recoding.give(coded[1:], murah.guid)
    yield lambda: s.coding.apply(one, 0, 30, [murah.guid, anonim.guid], weight=3, memo="komentar")
    yield lambda: s.coding.update(coded[0], end=50, weight=None)
    yield lambda: s.autocoding.apply(Rule(code="Murah", text="akun"))
    yield lambda: s.code_examples.add(murah, one, 3, 12)
    yield lambda: s.codebook.place([murah, anonim], None, 0)
    yield lambda: s.codebook.recolour([murah, anonim], "#123456", below="shades")
    yield lambda: s.codebook.update(murah, short="s", definition="d", examples=("satu",))
    yield lambda: s.sets.add("Kode", "code", members=[murah.guid, anonim.guid])
    yield lambda: s.sets.add("Dari kueri", "source", query="code:Anonim")
    yield lambda: s.sets.add("Kutipan", "segment", members=[s.store.all(Coding)[0].segment])
    group = s.sets.get("Kode")
    yield lambda: s.sets.put(group, [s.codebook.get("Triple-A").guid], [murah.guid])
    yield lambda: s.sets.update(group, name="Kode lain")
    yield lambda: s.sets.update(s.sets.get("Dari kueri"), query="code:Murah")
    yield lambda: s.codebook.merge([anonim], murah, join_texts=True)
    yield lambda: s.sets.remove(group)
    yield lambda: s.sets.remove(s.sets.get("Kutipan"))
    yield lambda: s.coding.remove([s.store.all(Coding)[0].guid])
    yield lambda: s.codebook.remove(murah)


def writing(s: Study) -> Iterator[Act]:
    one = s.sources.get("S-01")
    yield lambda: s.memos.add("M", "- [ ] kerja\n- [x] lain", about=[("source", one.guid)])
    memo = s.memos.all()[0]
    yield lambda: s.memos.tick(memo, 0, "kerja", done=True)
    yield lambda: s.memos.update(s.memos.get(memo.guid), about=[], title="N")
    asked = s.forms.asked("contact")
    yield lambda: s.forms.fill("source", one.guid, "contact", {asked[0].name: "di rumah"})
    yield lambda: s.forms.fill(
        "source", one.guid, "contact", {asked[0].name: "", asked[1].name: "b"}
    )
    yield lambda: s.memos.remove(s.memos.get(memo.guid))
    yield lambda: s.displays.save("T", "code-frequencies", {"filter": "code:Murah"})
    shown = s.displays.get("T")
    yield lambda: s.displays.write_cell(shown, "r", "c", "kata", "draft")
    yield lambda: s.displays.write_cell(shown, "r", "c", "kata lain", "checked")
    yield lambda: s.displays.write_cell(shown, "r", "d", "", "no data")
    cell = s.store.all(DisplayCell)[0]
    yield lambda: s.displays.update(shown, name="U", settings={})
    yield lambda: s.findings.add("Satu", codes=["Murah"], rival="mungkin lain")
    yield lambda: s.findings.add("Dua")
    first, second = s.findings.get("F1"), s.findings.get("F2")
    yield lambda: s.findings.add_evidence(first, source=one, start=0, end=9, why="sebab")
    yield lambda: s.findings.add_evidence(first, target_kind="cell", target=cell.guid)
    held = s.store.all(Evidence)
    yield lambda: s.findings.update_evidence(held[0].guid, stance="contradicts", weight=2, why="x")
    yield lambda: s.findings.set_rival(first, second.guid, "lebih sederhana")
    yield lambda: s.findings.set_rival(second, first.guid, "tidak")
    yield lambda: s.findings.place(first, "proposition")
    yield lambda: s.findings.place(s.store.get(Finding, second.guid), "proposition", first.guid)
    yield lambda: s.findings.remove_rival(first, second.guid)
    yield lambda: s.findings.remove_evidence([held[0].guid])
    yield lambda: s.displays.clear_cell(s.store.get(type(shown), shown.guid), "r", "c")
    yield lambda: s.displays.remove(s.store.get(type(shown), shown.guid))
    yield lambda: s.findings.remove(s.store.get(Finding, first.guid))


def drawing(s: Study) -> Iterator[Act]:
    one = s.sources.get("S-01")
    anonim, case = s.codebook.get("Anonim"), s.cases.add("Gita")
    yield lambda: s.displays.save("Jejaring", "causal-network", {"case": "Gita"})
    shown = s.displays.get("Jejaring")
    yield lambda: s.networks.add_node(shown, "Takut", x=10, y=20, about=("code", anonim.guid))
    yield lambda: s.networks.add_node(shown, "Gita", kind="outcome", about=("case", case.guid))
    yield lambda: s.networks.add_node(shown, "Akun 😀", level="high")
    first, second, third = s.store.all(NetworkNode)
    yield lambda: s.networks.add_edge(shown, first.guid, second.guid, sign="+", strength=2)
    yield lambda: s.networks.add_edge(shown, second.guid, third.guid, "lalu", note="n")
    arrow = s.store.all(NetworkEdge)[0]
    yield lambda: s.networks.add_evidence(arrow, source=one, start=2, end=9)
    coded = s.store.all(Coding)[0].segment
    yield lambda: s.networks.add_evidence(first, segment=coded)
    yield lambda: s.networks.update_edge(arrow, sign="±", strength=None, label="karena")
    yield lambda: s.networks.update_node(first, label="Rasa takut", about=None, level="low")
    yield lambda: s.networks.update_node(second, about=("code", anonim.guid), test="x")
    yield lambda: s.networks.move(shown, {first.guid: (5, 5), third.guid: (900, -4)})
    yield lambda: s.networks.arrange(shown)
    boxes = [NewBox("a", "Baru", evidence=((one.guid, 0, 5),)), NewBox("b", "rasa TAKUT")]
    yield lambda: s.networks.draw(shown, boxes, [NewArrow("a", "b", "-")])
    yield lambda: s.displays.save("Salinan", "causal-network", {"network": shown.guid})
    yield lambda: s.displays.update(shown, settings={})
    yield lambda: s.networks.remove_evidence(s.store.all(Link, role="evidence")[0].guid)
    yield lambda: s.codebook.merge([anonim], s.codebook.get("Murah"))
    yield lambda: s.codebook.remove(s.codebook.get("Murah"))
    yield lambda: s.networks.remove(s.store.get(NetworkNode, second.guid))
    yield lambda: s.networks.remove(*s.store.all(NetworkEdge))
    yield lambda: s.displays.remove(shown)


def the_study(s: Study) -> Iterator[Act]:
    yield lambda: s.about.update(title="Baru", description="d", languages=["en", "id"])
    yield lambda: s.about.add_question("Kapan?", 1)
    yield lambda: s.about.add_question("Siapa?")
    asked = sorted(s.store.all(Question), key=lambda one: one.position)
    yield lambda: s.about.change_question(asked[0], text="Di mana?", position=3)
    yield lambda: s.about.remove_question(s.store.get(Question, asked[1].guid))
    yield lambda: s.about.set_privacy(coders="initials", hidden=[])
    yield lambda: s.people.update(s.store.all(User)[0], initials="Q", colour="#112233")


def rounds(s: Study) -> Iterator[Act]:
    me = s.user.guid
    other = User(name="Bayu")
    with s.change("Somebody joins") as change:
        change.add(other)
    source = s.sources.get("S-01")
    yield lambda: s.rounds.open("Satu", s.rounds.plan([me, "Bayu"], overlap=1))
    yield lambda: s.rounds.mark("Satu", ["S-01"])
    yield lambda: s.rounds.give("Satu", "S-01", ["Bayu"])
    yield lambda: s.rounds.rename("Satu", "Pertama")
    yield lambda: s.coding.apply(source, 0, 8, ["Anonim"])
    yield lambda: s.rounds.close("Pertama", agreed.Question(interval=Interval("")))
    yield lambda: s.rounds.open("Lagi", s.rounds.plan([me], ["S-01"], again=True))
    yield lambda: s.coding.apply(source, 0, 8, ["Anonim"])
    yield lambda: s.coding.apply(source, 10, 14, ["Murah"])
    yield lambda: s.rounds.close("Lagi", agreed.Question(interval=Interval("")), keep="second")
    yield lambda: s.rounds.remove("Pertama")


@pytest.mark.parametrize(
    "acts", [cases_and_attributes, material, codes_and_sets, writing, drawing, the_study, rounds]
)
def test_every_change_is_one_undone_redone_and_seen_again(
    acts: Callable[[Study], Iterator[Act]], tmp_path: Path
) -> None:
    with small_study(tmp_path) as study:
        try_all(study, acts(study))


def try_all(study: Study, acts: Iterator[Act]) -> None:
    store, seen = study.store, {}
    for number, act in enumerate(acts):
        before, head = everything(store), store.head
        act()
        after = everything(store)
        assert store.head == head + 1, number
        assert after != before, number
        study.undo()
        assert everything(store) == before, number
        study.redo()
        assert everything(store) == after, number
        seen[store.head] = after
    assert store.verify() == []
    with store.read() as rows:
        again = Store(replayed(rows.conn), None, "a replay")
    assert everything(again) == everything(store)
    for seq, then in list(seen.items())[::4]:
        with store.at(seq) as earlier:
            assert everything(earlier) == then
    last = everything(store)
    new, told = carried(store, Path(str(store.path) + ".new"))
    with new:
        assert (told.otherwise, new.verify()) == ({}, [])
        assert everything(new) == last
        for _ in seen:
            new.undo(study.user.guid)
        for _ in seen:
            study.undo()
        assert everything(new) == everything(store)
    for _ in seen:
        study.redo()
    assert everything(store) == last
