"""No real name leaves a study by any way, whole or in parts, whatever kind of record it stands in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from jejak.displays import DISPLAYS
from jejak.errors import JejakError
from jejak.formats import PROJECTS
from jejak.model import (
    KINDS,
    Annotation,
    Appraisal,
    Assignment,
    Attribute,
    AttributeValue,
    Case,
    Check,
    Code,
    Consent,
    Contest,
    Display,
    DisplayCell,
    Event,
    Feedback,
    Finding,
    IfThen,
    Item,
    Keepsake,
    Link,
    Manuscript,
    Memo,
    NetworkEdge,
    NetworkNode,
    Plausible,
    Prose,
    Quality,
    Quantity,
    Question,
    Rating,
    Record,
    Reference,
    Relation,
    Remark,
    Round,
    Search,
    Segment,
    Set,
    Settlement,
    Source,
    Standing,
    State,
    Step,
    Surprise,
    Translation,
    User,
    Version,
    say,
)
from jejak.model.codec import spec_of
from jejak.model.identity import now
from jejak.report import TEMPLATES
from jejak.services.codebook_files import CODEBOOK_ENDINGS, codebook_bytes
from jejak.services.finding_displays import FindingDisplays
from jejak.services.leaving import Leaving
from jejak.services.manuscript_files import ANNOTATION_ENDINGS
from jejak.services.member_feedback import SHEET_ENDINGS
from jejak.services.passage_files import ENDINGS as PASSAGE_ENDINGS
from jejak.services.source_table import table_of_sources
from jejak.study import Study, open_study
from support.contents import words_in
from support.manuscripts import written
from support.studies import named_study

# Whole, in parts, in small letters and large, with clitics and signs.
NAMES = ("Budi Santoso", "budi", "Bu Dewi", "SANTOSO", "budinya", "@santoso", "Dewi-Budi")
SECRET = re.compile(r"budi|santoso|dewi|(?<!\w)sari(?!\w)", re.IGNORECASE)
_WRITING = written(["Budi Santoso: “Saya Budi Santoso”.", "Kata Dewi.", "Kata orang."])
# Displays that show words of the material only where they are asked to.
_SETTINGS: Mapping[str, tuple[Mapping[str, object], ...]] = {
    "word-frequencies": ({"stop": "none", "top": 500}, {"stop": "none", "size": 2}),
    "keyness": ({"stop": "none", "least": 1, "by": "case"},),
    "collocations": ({"stop": "none", "least": 1, "node": "saya"},),
    "word-dispersion": ({"stop": "none", "words": "budi saya"},),
    "word-tree": ({"node": "saya"}, {"node": "budi"}),
    "matrix": ({"columns": ["source"], "quotes": "3"}, {"rows": ["case.peran"]}),
}
_TEXTS = cycle(f"Kata {name} begitu." for name in NAMES)
# What is no free text: queries and keys, words of the model, files that never leave.
_FIXED: Mapping[str, frozenset[str]] = {
    "": frozenset({
        "kind", "medium", "anchor", "status", "role", "of", "cycle", "stance", "state", "answer",
        "unusual", "unit", "component", "concern", "origin", "tactic", "colour", "language",
        "owner_kind", "target_kind", "origin_kind", "rests_on", "level", "sign", "confidence", "type",
        "date", "due", "seen", "verdict", "initials", "frame", "settings", "languages", "digest", "format",
    }),
    "settlement": frozenset({"decision"}),
    "round": frozenset({"earlier", "figures"}),
    "segment": frozenset({"region", "lost"}),
    "set": frozenset({"query"}),
    "reference": frozenset({"key"}),
    "cell": frozenset({"row", "column"}),
    "snapshot": frozenset({"row", "column", "content"}),
    "finding": frozenset({"label", "scope"}),
    "check": frozenset({"facts"}),
    "quality": frozenset({"circumstances"}),
    "quantity": frozenset({"query", "base"}),
    "rule": frozenset({"condition", "consequence"}),
    "node": frozenset({"test"}),
    "search": frozenset({"query"}),
    "prose": frozenset({"template", "place"}),
    "item": frozenset({"checklist", "item"}),
    "consent": frozenset({"withdrawn"}),
    "user": frozenset({"name"}),
    "case": frozenset({"name"}),
}  # fmt: skip


def _said() -> str:
    return next(_TEXTS)


def _free(kind: str) -> list[str]:
    """The fields of a kind that people write as they like."""
    fixed = _FIXED[""] | _FIXED.get(kind, frozenset())
    return [
        one.name for one in spec_of(kind).fields
        if one.form == "text" and one.name not in fixed
    ]  # fmt: skip


def _like(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return (_said(), _said())
    return {"catatan": _said()} if isinstance(value, dict) else _said()


class _Telling:
    """Puts names into everything that people write in a study."""

    def __init__(self, study: Study) -> None:
        self._study = study

    def tell(self) -> None:
        with self._study.store.write(
            say("{title}", title="Mengisi"), self._study.user.guid
        ) as change:
            rows = change.rows
            self.user = rows.all(User)[0].guid
            source, case = rows.all(Source)[0], rows.all(Case)[0]
            segment = rows.all(Segment)[0]
            finding, other = rows.all(Finding)[:2]
            attribute = rows.all(Attribute)[0]
            display, manuscript = rows.all(Display)[0], rows.all(Manuscript)[0]
            by, of = {"user": self.user}, {"finding": finding.guid, "user": self.user}
            memo = Memo(title="-", body="", kind="reflexive", **by)
            node = NetworkNode(display=display.guid, label="-", **by)
            event = Event(name="-", **by)
            settled = Settlement(
                code=rows.all(Code)[0].guid, segment=segment.guid, decision="both", **by
            )
            coding = Round(name="-", closed=now(), **by)
            made: list[Record] = [
                Question(text="-", position=9),
                memo,
                AttributeValue(
                    attribute=attribute.guid, owner_kind="source", owner=source.guid, value="-"
                ),
                Consent(case=case.guid, scope="-", date="2020-01-02", form="-"),
                event, State(name="-", **by),
                Rating(attribute=attribute.guid, case=case.guid, value="-", **by),
                Set(name="-", of="segment", query="code:*"),
                Reference(key="buku", csl={}),
                DisplayCell(display=display.guid, row="a", column="b", text="-", **by),
                node, NetworkEdge(display=display.guid, origin=node.guid, target=node.guid, **by),
                Check(tactic="participants", verdict="holds", **of),
                Quality(segment=segment.guid, circumstances={"observed": True}, **by),
                Search(query='word:"Budi"', inspected=3, **of),
                Feedback(case=case.guid, answer="disagree", **of),
                Feedback(who="-", answer="agree", **of),
                IfThen(condition='word:"Santoso"', consequence="code:*", unit="segment", **of),
                Standing(case=case.guid, verdict="holds", **of),
                Contest(rival=other.guid, state="weakened", **of),
                Quantity(phrase="-", query="case = M-1", **of),
                Appraisal(component="coherence", concern="minor", **of),
                Plausible(**of), Surprise(expectation="-", **of),
                Step(number=1, proposition="-", **of),
                Prose(template="study", place="findings", text="-", language="id", **by),
                Item(checklist="coreq", item="1", **by),
                Translation(segment=segment.guid, language="en", text="-", **by),
                settled, Version(settlement=settled.guid, coder=self.user),
                coding, Assignment(round=coding.guid, source=source.guid, coder=self.user),
                Relation(
                    type="rival", origin_kind="finding", origin=finding.guid,
                    target_kind="finding", target=other.guid,
                ),
                Remark(target_kind="finding", target=finding.guid, text="-", **by),
                Keepsake(owner_kind="segment", owner=segment.guid, format="qdpx",
                         content={"name": "-"}),
                Annotation(
                    manuscript=manuscript.guid, paragraph=1, start=0, end=4, passage="-",
                    segment=segment.guid, state="tied", **by,
                ),
                Link(role="about", owner_kind="memo", owner=memo.guid, target_kind="finding",
                     target=finding.guid),
            ]  # fmt: skip
            for one in made:
                change.add(one)
            for kind, record in KINDS.items():
                for one in rows.all(record):
                    told = {
                        name: self._value(kind, getattr(one, name), name) for name in _free(kind)
                    }
                    change.set(one, **told)

    def _value(self, kind: str, value: Any, field: str) -> Any:
        if kind == "reference":
            # Of literature the whole name alone is hidden: authors are called so as well.
            return {
                "type": "book",
                "title": "Kisah Budi Santoso",
                "author": [{"literal": "Sari Dewi"}],
            }
        if (kind, field) in {
            ("speaker", "name"),
            ("block", "speaker"),
            ("manuscript", "paragraphs"),
        }:
            return value
        return _like(value)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    with named_study(tmp_path_factory.mktemp("named")) as study:
        source = study.sources.get("T")
        for statement in ("Satu.", "Dua."):
            finding = study.findings.add(statement, codes=["Membeli"])
            start, end = study.coding.locate(source, "Saya Budi Santoso dari")
            study.findings.add_evidence(finding, source=source, start=start, end=end)
        study.displays.save("Jaringan", "causal-network")
        table = study.displays.save("Frekuensi", "code-frequencies")
        FindingDisplays(study.store, study.user.guid).show(finding, table)
        study.manuscripts.take("Bab Budi", _WRITING)
        study.references.add({"title": "Kisah"}, "kisah")
        _Telling(study).tell()
        yield study


def test_every_kind_of_record_has_names_in_whatever_people_write(study: Study) -> None:
    with study.store.view() as rows:
        for kind, record in KINDS.items():
            there = rows.all(record)
            assert there, f"{kind}: there is none in the study"
            for name in _free(kind):
                assert any(SECRET.search(str(getattr(one, name))) for one in there), (kind, name)


def _nameless(name: str, content: bytes | str) -> None:
    told = content if isinstance(content, str) else words_in(name, content)
    assert told.strip(), f"{name}: nothing is in it"
    found = SECRET.search(told)
    assert found is None, (name, told[max(found.start() - 80, 0) : found.end() + 40])


@pytest.mark.parametrize("template", TEMPLATES.names())
def test_no_report_names_anybody(study: Study, template: str) -> None:
    for language in ("id", "en"):
        _nameless(f"{template}.md", study.reports.content(".md", language, template=template))


@pytest.mark.parametrize("ending", [".html", ".docx", ".pdf", ".tex", ".zip"])
def test_no_way_of_writing_a_report_names_anybody(study: Study, ending: str) -> None:
    _nameless(f"report{ending}", study.reports.content(ending, "id"))


@pytest.mark.parametrize("name", PROJECTS.names())
def test_no_project_that_leaves_redacted_names_anybody(
    study: Study, tmp_path: Path, name: str
) -> None:
    format = PROJECTS.get(name)
    if format.write is None:
        pytest.skip("It is only read.")
    path = tmp_path / ("whole.zip" if format.folder else f"whole{format.endings[0]}")
    study.exchange.write(path, format=name, redact=True)
    _nameless(path.name, path.read_bytes())


def test_no_checklist_names_anybody(study: Study) -> None:
    for one in study.checklists.all():
        for ending in (".md", ".csv", ".json", ".xlsx"):
            _nameless(f"{one.name}{ending}", study.checklists.file(one.name, ending))
        standing = study.checklists.read(one.name)
        _nameless(f"{one.name}.txt", standing.leaves(str(standing.filled)))


def test_no_sheet_names_anybody(study: Study) -> None:
    for case in ("M-1", "W-2"):
        if any(one.case.name == case for one in study.member_feedback.members().members):
            for ending in SHEET_ENDINGS:
                sheet = study.member_feedback.sheet(study.cases.get(case), ending)
                _nameless(f"sheet{ending}", sheet)


def test_no_crate_names_anybody(study: Study) -> None:
    for one in study.crates.files("en"):
        _nameless(one.name, one.content)


def test_no_audit_trail_names_anybody(study: Study) -> None:
    with ZipFile(io.BytesIO(study.audit.content("id"))) as packed:
        for name in packed.namelist():
            _nameless("name.txt", name)
            _nameless(name, packed.read(name))


def test_no_copy_for_an_auditor_names_anybody(study: Study, tmp_path: Path) -> None:
    study.remarks.copy(tmp_path / "copy.jejak")
    with open_study(tmp_path / "copy.jejak", user="Penguji") as copy:
        with copy.store.view() as rows:
            for kind, record in KINDS.items():
                for one in rows.all(record):
                    _nameless(f"{kind}.txt", str(one))
            for source in rows.all(Source):
                _nameless("text.txt", rows.text(source.text))
        for entry in copy.trail.entries():
            _nameless("history.txt", str(entry))
        _nameless("report.md", copy.reports.content(".md", "id"))
    raw = (tmp_path / "copy.jejak").read_bytes().decode("latin-1")
    assert SECRET.search(raw) is None


def test_no_annotated_manuscript_names_anybody_but_where_its_writer_does(study: Study) -> None:
    manuscript = study.store.all(Manuscript)[0]
    for ending in ANNOTATION_ENDINGS:
        _nameless(f"notes{ending}", study.manuscripts.content(manuscript, ending))
    bundle = study.manuscripts.content(manuscript, ".zip")
    with ZipFile(io.BytesIO(bundle)) as archive:
        for name in archive.namelist():
            _nameless(f"bundle-{Path(name).name}", archive.read(name).decode())
    assert study.manuscripts.take(manuscript.name, _WRITING).naming == (1, 2)
    study.undo()


def test_no_file_of_passages_memos_codes_or_tables_names_anybody(study: Study) -> None:
    for ending in PASSAGE_ENDINGS:
        _nameless(f"quotations{ending}", study.retrieval.content("code:*", ending, context=9))
    for ending in (".md", ".docx", ".csv", ".json", ".xlsx"):
        _nameless(f"memos{ending}", study.memos.file(ending))
    for ending in CODEBOOK_ENDINGS:
        _nameless(f"codes{ending}", codebook_bytes(ending, *study.codebook.leaving()))
    for ending in (".csv", ".xlsx"):
        _nameless(f"cases{ending}", study.cases.file(ending))
    with study.store.view() as rows:
        columns = ["name", "case", "collector", "method", "original_name"]
        told = table_of_sources(study.listing.page().rows, columns, "csv", "id", Leaving(rows))
        _nameless("sources.csv", told)


@pytest.mark.parametrize("kind", DISPLAYS.names())
def test_no_file_of_a_display_names_anybody(study: Study, kind: str) -> None:
    for given in _SETTINGS.get(kind, ({},)):
        try:
            matrix = study.displays.compute(kind, given)
            files = {one: study.displays.content(matrix, one, "id") for one in (".json", ".md")}
        except JejakError:
            # It needs more than is there, or shows what stays.
            continue
        for ending, content in files.items():
            _nameless(f"{kind}{ending}", content)
