"""The reference study that ships with Jejak, built from its raw files step by step.

Everything in it is invented, and it says so.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from ..model import Finding, Message, Relation, Source, User, say
from ..services.autocode import AutoCoding, Rule
from ..services.batch_coding import BatchCoding
from ..services.codebook_entries import Entry, entries_of_yaml, frame
from ..services.forms import Forms
from ..services.network_sketch import NewArrow, NewBox
from ..services.sources import ImportOptions
from ..store.lookups import find_case, find_code, find_finding, find_source, find_user
from .reference_answers import note_answers
from .reference_events import note_events
from .reference_records import note_records
from .reference_tests import note_tests
from .study import Study, create_study

__all__ = ["MATERIAL", "build_reference"]

MATERIAL = Path(str(resources.files("jejak"))) / "demo"
_FINDERS = {
    "source": find_source, "code": find_code, "case": find_case, "finding": find_finding,
}  # fmt: skip
_ASKED = re.compile(r'code:"([^"]+)"')


def build_reference(path: Path, language: str = "id") -> Iterator[Message]:
    """Build the study at ``path``, saying each step once it is done.

    Raises :class:`Conflict` where there is a file already.
    """
    plan = _read("study.yaml")
    questions = [question[language] for question in plan["questions"]]
    with create_study(
        path,
        plan["title"][language],
        questions=questions,
        language=language,
        description=plan["description"][language],
        user=plan["coders"][0]["name"],
    ) as study:
        yield say("“{title}”", title=plan["title"][language])
        _coders(study, plan)
        yield _material(study, plan)
        yield _cases(study, plan, language)
        yield _codebook(study, plan, language)
        called = _called(plan, language)
        yield from _codings(study, plan, called)
        yield _rules(study, called)
        _coded(study)
        yield _findings(study, language, called)
        yield note_records(study, _read("records.yaml"), language, called)
        yield _memos(study, called)
        yield _sheets(study, called)
        yield _networks(study, called)
        yield note_events(study, _read("events.yaml"), language)
        yield note_answers(study, _read("checklists.yaml")["answers"], language)


def _read(name: str) -> Any:
    return yaml.safe_load((MATERIAL / name).read_text("utf-8"))


def _coders(study: Study, plan: Mapping[str, Any]) -> None:
    with study.store.write(say("Name the coders"), study.user.guid) as change:
        for coder in plan["coders"]:
            there = change.rows.first(User, name=coder["name"])
            if there is None:
                change.add(User(**coder))
            else:
                change.set(there, initials=coder["initials"], colour=coder["colour"])


def _material(study: Study, plan: Mapping[str, Any]) -> Message:
    verb = say("Add {n} sources", n=len(plan["sources"]))
    with study.store.write(verb, study.user.guid):
        for entry in plan["sources"]:
            options = ImportOptions(
                **{
                    key: entry.get(key)
                    for key in ("name", "kind", "language", "collector", "method")
                },
                collected=str(entry["collected"]) if entry.get("collected") else None,
            )
            study.sources.add([MATERIAL / entry["file"]], options)
    words = sum(source.length for source in study.sources.all())
    return say(
        "{sources} sources, {words} characters", sources=study.store.count(Source), words=words
    )


def _cases(study: Study, plan: Mapping[str, Any], language: str) -> Message:
    with study.store.write(say("Describe the cases and their consent"), study.user.guid):
        for one in plan["attributes"]:
            study.cases.add_attribute(
                one["name"], one["type"], one["of"], tuple(one.get("options", ())),
                one["description"][language],
            )  # fmt: skip
        for one in plan["cases"]:
            case = study.cases.add(one["name"], one["kind"], one["description"][language])
            values = {name: str(value) for name, value in one["attributes"].items()}
            study.cases.set_attributes(case, values)
            for speaker in one["speakers"]:
                study.cases.tie_speaker(case, speaker)
            for source in one["sources"]:
                study.cases.tie_source(case, study.sources.get(source))
        for one in _read("consent.yaml")["consents"]:
            study.cases.record_consent(
                study.cases.get(one["case"]), one["scope"], str(one["date"]), one["form"]
            )
    return say("{n} cases with their attributes, speakers and consent", n=len(plan["cases"]))


def _codebook(study: Study, plan: Mapping[str, Any], language: str) -> Message:
    for name in plan["frames"]:
        ready = frame(name)
        study.codebook.apply(ready.entries(language), ready.title[language], ready.name)
    text = (MATERIAL / plan["codebook"]).read_text("utf-8")
    title, entries = entries_of_yaml(text, language)
    study.codebook.apply(entries, title)
    return say(
        "{n} codes from {frames} ready frames and the study's own codebook",
        n=len(study.codebook.all()), frames=len(plan["frames"]),
    )  # fmt: skip


def _called(plan: Mapping[str, Any], language: str) -> Mapping[str, str]:
    """What each code is called in the study's language, by every end of its Indonesian path: the
    raw files were coded in Indonesian."""
    own = (MATERIAL / plan["codebook"]).read_text("utf-8")
    books: list[Callable[[str], list[Entry]]] = [frame(name).entries for name in plan["frames"]]
    books.append(lambda wanted: entries_of_yaml(own, wanted)[1])
    found: dict[str, str] = {}
    for entries in books:
        for there, here in zip(entries("id"), entries(language), strict=True):
            tail = there.path
            while tail:
                found[tail] = here.path
                tail = tail.partition("/")[2]
    return found


def _codings(study: Study, plan: Mapping[str, Any], called: Mapping[str, str]) -> Iterator[Message]:
    for name in plan["codings"]:
        with (MATERIAL / name).open(encoding="utf-8", newline="") as stream:
            rows = [{**row, "code": called[row["code"]]} for row in csv.DictReader(stream)]
            with study.store.read() as there:
                coder = find_user(there, rows[0]["coder"])
            report = BatchCoding(study.store, coder.guid).apply(rows)
        yield say("{n} codings from {file}", n=report.applied, file=name)


def _rules(study: Study, called: Mapping[str, str]) -> Message:
    coded = 0
    for rule in _read("autocode.yaml")["rules"]:
        wanted = Rule(
            called[rule["code"]], rule.get("text"), rule.get("regex"), unit=rule["unit"],
            kinds=tuple(rule["source_kinds"]),
        )  # fmt: skip
        with study.store.read() as rows:
            coder = find_user(rows, rule["coder"]).guid
        coded += AutoCoding(study.store, coder).apply(wanted).coded
    return say("{n} codings by rule", n=coded)


def _coded(study: Study) -> None:
    """Mark the sources that were coded as read through."""
    corpus = study.store.corpus()
    with study.store.write(say("Mark what was coded"), study.user.guid):
        for number in sorted(set(corpus.codings.source.tolist())):
            study.sources.update(study.sources.get(corpus.sources.guid[number]), status="coded")


def _findings(study: Study, language: str, called: Mapping[str, str]) -> Message:
    pieces = 0
    findings = _read("findings.yaml")["findings"]
    verb = say("Write {n} findings with their evidence", n=len(findings))
    with study.store.write(verb, study.user.guid) as change:
        questions = {question.position: question.guid for question in study.questions}
        for one in findings:
            finding = study.findings.add(
                one["statement"][language],
                label=one["name"],
                kind=one["kind"],
                question=questions[one["question"]],
                scope=f"case in ({', '.join(one['scope'])})",
                codes=[called[code] for code in one["codes"]],
                confidence=one.get("confidence"),
                rival="\n".join(rival["statement"][language] for rival in one["rivals"]),
            )
            for evidence in one["evidence"]:
                _evidence(study, finding, evidence)
                pieces += 1
        note_tests(study, findings, language, lambda query: _asking(query, called))
        for one in _read("relations.yaml")["relations"]:
            origin, target = (
                find_code(change.rows, called[one[end]]).guid for end in ("origin", "target")
            )
            change.add(
                Relation(
                    type=one["type"], origin_kind="code", origin=origin,
                    target_kind="code", target=target, memo=one["memo"],
                )
            )  # fmt: skip
    return say(
        "{n} findings with {pieces} pieces of evidence for and against",
        n=len(findings),
        pieces=pieces,
    )


def _evidence(study: Study, finding: Finding, one: Mapping[str, Any]) -> None:
    source = study.sources.get(one["source"])
    start, end = study.coding.locate(
        source, one["quote"], one.get("prefix", ""), one.get("suffix", "")
    )
    study.findings.add_evidence(
        finding, source=source, start=start, end=end, stance=one["stance"],
        weight=one.get("weight"), why=one["why"],
    )  # fmt: skip


def _memos(study: Study, called: Mapping[str, str]) -> Message:
    memos = _read("memos.yaml")["memos"]
    verb = say("Write {n} memos", n=len(memos))
    with study.store.write(verb, study.user.guid) as change:
        for one in memos:
            about = [
                (link["kind"], _FINDERS[link["kind"]](change.rows, _name(link, called)).guid)
                for link in one["links"]
            ]
            author = find_user(change.rows, one["author"]).guid
            study.memos.add(one["title"], one["body"], one["kind"], about, author)
    return say("{n} memos", n=len(memos))


def _sheets(study: Study, called: Mapping[str, str]) -> Message:
    sheets = _read("forms.yaml")["forms"]
    for one in sheets:
        ((kind, name),) = one["about"].items()
        with study.store.read() as rows:
            owner = _FINDERS[kind](rows, name).guid
            author = find_user(rows, one["author"]).guid
        values = {field: _asking(text, called) for field, text in one["values"].items()}
        Forms(study.store, author).fill(kind, owner, one["form"], values, "id")
    return say("{n} summary forms", n=len(sheets))


def _asking(text: str, called: Mapping[str, str]) -> str:
    """A text whose queries ask for codes as they are called in the study's language."""
    return _ASKED.sub(lambda found: f'code:"{called[found[1]]}"', text)


def _networks(study: Study, called: Mapping[str, str]) -> Message:
    drawn = _read("networks.yaml")["networks"]
    with study.store.write(say("Draw {n} networks", n=len(drawn)), study.user.guid) as change:
        for one in drawn:
            shown = study.displays.save(one["name"], one["kind"], one.get("settings", {}))
            boxes = []
            for box in one["boxes"]:
                about, label = None, box.get("label", "")
                for kind in ("code", "case"):
                    if kind in box:
                        label = called[box[kind]] if kind == "code" else box[kind]
                        about = kind, _FINDERS[kind](change.rows, label).guid
                        label = label.rpartition("/")[2]
                values = {key: box[key] for key in ("kind", "level", "test") if key in box}
                boxes.append(NewBox(box["key"], label, about=about, **values))
            arrows = []
            for origin, target, sign, strength, label, *quoted in one["arrows"]:
                places = _quoted(study, *quoted)
                arrows.append(NewArrow(origin, target, sign, strength, label, evidence=places))
            study.networks.draw(shown, boxes, arrows)
    return say("{n} networks", n=len(drawn))


def _quoted(study: Study, name: str | None, quote: str) -> tuple[tuple[str, int, int], ...]:
    """Where a quotation stands; nowhere where there is none."""
    if name is None:
        return ()
    source = study.sources.get(name)
    return ((source.guid, *study.coding.locate(source, quote)),)


def _name(link: Mapping[str, str], called: Mapping[str, str]) -> str:
    return called[link["name"]] if link["kind"] == "code" else link["name"]
