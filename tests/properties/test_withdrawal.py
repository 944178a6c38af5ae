"""A withdrawn participant's words are nowhere, and nobody else has lost any, in studies made at random."""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.errors import JejakError
from jejak.model import Block, Coding, Display, Finding, Memo, Segment, Set, Source
from jejak.model.memo_text import mention
from jejak.study import Study, create_study
from support.examples import examples
from support.remains import remains

PEOPLE = ("Aruna", "Bima", "Citra")
# Each person's words begin in a way of their own, so that they are told apart anywhere.
VOICE = {"Aruna": "qaru", "Bima": "vbim", "Citra": "xcit"}

turns = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.integers(1, 6), st.sampled_from(["", "é", "漢", "😀"])),
    min_size=1,
    max_size=6,
)
talks = st.lists(turns, min_size=1, max_size=3)
works = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "code",
                "memo",
                "quote",
                "correct",
                "remove",
                "undo",
                "tie",
                "write",
                "name",
                "evidence",
                "draw",
            ]
        ),
        st.integers(0, 400),
        st.integers(1, 30),
        st.integers(0, 9),
    ),
    max_size=12,
).filter(
    lambda acts: (
        len(
            {"quote", "correct"}
            & {
                {"write": "quote", "evidence": "quote", "draw": "quote"}.get(act, act)
                for act, *_ in acts
            }
        )
        < 2
    )
)


def said(person: str, count: int, sign: str, number: int) -> str:
    return " ".join(f"{VOICE[person]}{number}o{word}z{sign}" for word in range(count))


def build(folder: Path, made: list[list[tuple[str, int, str]]]) -> Study:
    study = create_study(folder / "s.jejak", "S", user="Rina")
    for person in PEOPLE:
        study.cases.tie_speaker(study.cases.add(person), person)
    study.codebook.add("K")
    for talk, spoken in enumerate(made):
        lines = [("P", "mulai")]
        for number, (person, count, sign) in enumerate(spoken):
            lines.append((person, said(person, count, sign, 10 * talk + number)))
        only = {person for person, _, _ in spoken}
        take_down(study, f"talk-{talk}", lines, only.pop() if len(only) == 1 and talk % 2 else None)
    return study


def take_down(study: Study, name: str, lines: list[tuple[str, str]], case: str | None) -> None:
    """A transcript as a source, each line a turn."""
    with study.change(f"Take down {name}") as change:
        shown = [f"{person}: {words}" for person, words in lines]
        text = "\n".join(shown)
        source = Source(
            name=name, text=change.keep_text(text), length=len(text),
            original=change.keep_original(text.encode()), original_name=f"{name}.txt",
        )  # fmt: skip
        change.add(source)
        start = 0
        for number, (line, (person, _)) in enumerate(zip(shown, lines, strict=True), 1):
            end = start + len(line)
            change.add(
                Block(
                    source=source.guid,
                    number=number,
                    kind="turn",
                    start=start,
                    end=end,
                    speaker=person,
                )
            )
            start = end + 1
        if case:
            study.cases.tie_source(study.cases.get(case), source)


def quote(study: Study, source: Source, which: int) -> None:
    """A memo that quotes a whole turn, long enough to be known again."""
    lines = [line for line in study.sources.text(source).split("\n") if len(line.split()) > 4]
    if lines:
        study.memos.add("Kutip", f"Ia: {lines[which % len(lines)]}!")


def longest(study: Study, source: Source, which: int) -> str:
    lines = [line for line in study.sources.text(source).split("\n") if len(line.split()) > 4]
    return lines[which % len(lines)] if lines else ""


def write(study: Study, source: Source, which: int) -> None:
    """A turn quoted in a cell, a form, a reason on the coverage board, and a work of literature."""
    if not (line := longest(study, source, which)):
        return
    shown = next(iter(study.displays.saved()), None)
    shown = shown or study.displays.save("Tabel", "code-frequencies")
    study.displays.write_cell(shown, "r", f"c{which % 3}", f"Kata: {line}")
    asked = study.forms.asked("contact")
    study.forms.fill("source", source.guid, "contact", {asked[which % len(asked)].name: line})
    case = study.cases.all()[which % 3]
    study.material.mark(case.guid, "interview", "planned", f"sebab {line}")
    if which == 3:
        study.references.add(
            {"type": "book", "title": line}, key=f"karya{len(study.store.all(Memo))}"
        )


def evidence(study: Study, source: Source, start: int, end: int, which: int) -> None:
    """Evidence with a reason that quotes, and a rival with one."""
    line = longest(study, source, which)
    for label in {"F1", "F2"} - {one.label for one in study.findings.all()}:
        study.findings.add("Temuan", label=label, rival=line)
    finding, rival = study.findings.get("F1"), study.findings.get("F2")
    study.findings.add_evidence(finding, source=source, start=start, end=end, why=f"sebab {line}")
    study.findings.set_rival(finding, rival.guid, f"sebab {line}")
    cite(study, finding, line)


def cite(study: Study, finding: Finding, line: str) -> None:
    """Displays that the finding cites: of words, and of codes with a cell that quotes and is cited."""
    for kind in ("word-frequencies", "code-frequencies"):
        called = {one.name: one for one in study.displays.saved()}
        shown = called.get(kind) or study.displays.save(kind, kind)
        study.findings.show(finding, shown)
    matrix = study.displays.shown(shown)
    for row in matrix.rows[:1]:
        for column in matrix.columns[:2]:
            study.displays.write_cell(shown, row.key, column.key, f"Kata: {line}")
            study.findings.cite_cell(finding, shown, row.key, column.key, why=f"sebab {line}")


def draw(study: Study, source: Source, start: int, end: int, which: int) -> None:
    """A box for a person by their name, an arrow whose note quotes, both resting on their words."""
    case = study.cases.all()[which % 3]
    drawn = [one for one in study.displays.saved() if one.kind == "context-chart"]
    shown = drawn[0] if drawn else study.displays.save("Bagan", "context-chart")
    line = longest(study, source, which)
    box = study.networks.add_node(shown, case.name, about=("case", case.guid), note=f"ia {line}")
    other = study.networks.add_node(shown, f"Akun {which}", test=f'case = "{case.name}"')
    edge = study.networks.add_edge(shown, box.guid, other.guid, note=f"sebab {line}")
    study.networks.add_evidence(edge, source=source, start=start, end=end)
    study.networks.add_evidence(box, source=source, start=start, end=end)


def name(study: Study, source: Source, which: int) -> None:
    """Queries that ask for a person, and a memo that mentions person, source and passage."""
    case = study.cases.all()[which % 3]
    query = f'case = "{case.name.lower()}"'
    count = len(study.store.all(Memo))
    study.sets.add(f"set {count}", "source", query=query)
    study.displays.save(f"Lihat {count}", "code-frequencies", {"filter": query})
    own = {"rows": ["own"], "row_headings": [case.name, f"Kata = {query}"]}
    study.displays.save(f"Kepala {count}", "matrix", own)
    labels = [mention(case.name, "case", case.guid), mention(source.name, "source", source.guid)]
    for segment in study.store.all(Segment, source=source.guid)[:2]:
        if segment.lost is None:
            words = study.sources.text(source)[segment.start : segment.end]
            labels.append(mention(words, "segment", segment.guid))
    study.memos.add(f"Rujukan {count}", " ".join(labels))


def work(study: Study, act: str, at: int, length: int, which: int) -> None:
    sources = study.sources.all()
    if not sources:
        return
    source = sources[which % len(sources)]
    start = at % source.length
    end = min(start + length, source.length)
    acts: dict[str, Callable[[], object]] = {
        "code": lambda: study.coding.apply(source, start, end, ["K"], memo="m" * (which % 2)),
        "memo": lambda: study.memos.add("Jejak", "apa", about=[("source", source.guid)]),
        "quote": lambda: quote(study, source, which),
        "correct": lambda: study.sources.correct(source, start, end, "baru " * (which % 2)),
        "remove": lambda: study.sources.remove([source] if which == 0 else []),
        "undo": study.trail.undo,
        "write": lambda: write(study, source, which),
        "name": lambda: name(study, source, which),
        "evidence": lambda: evidence(study, source, start, end, which),
        "draw": lambda: draw(study, source, start, end, which),
        "tie": lambda: study.cases.tie_source(study.cases.all()[which % 3], source),
    }
    with contextlib.suppress(JejakError):
        acts[act]()


@settings(max_examples=examples(30))
@given(talks, works, st.sampled_from(PEOPLE), st.booleans())
def test_words_are_gone_and_others_are_whole(
    made: list[list[tuple[str, int, str]]],
    done: list[tuple[str, int, int, int]],
    who: str,
    keep: bool,
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with build(folder, made) as study:
            for act in done:
                work(study, *act)
            voice = VOICE[who]
            whole = {s.guid: study.sources.text(s) for s in study.sources.all()}
            quoted = quotes_of_others(study, who)
            source_of = {segment.guid: segment.source for segment in study.store.all(Segment)}
            attributes = {c.case.name: c.attributes for c in study.cases.cards()}
            report = study.protection.withdraw(study.cases.get(who), keep_sources=keep)
            left = {s.guid: study.sources.text(s) for s in study.sources.all()}
            for guid, text in whole.items():
                if guid in left:
                    for other in set(VOICE.values()) - {voice}:
                        assert words_of(text, other) == words_of(left[guid], other)
                else:
                    assert all(other not in text for other in set(VOICE.values()) - {voice})
            assert {
                guid: words
                for guid, words in quotes_of_others(study, who).items()
                if guid in quoted
            } == {guid: quoted[guid] for guid in quoted if source_of[guid] in left}
            assert {c.case.name for c in study.cases.cards()} == set(attributes) - {who} | {
                report.mark
            }
            assert study.store.verify() == []
            assert len(study.store.corpus().codings) == study.store.count(Coding) - lost(study)
            assert not any(voice in text for text in left.values())
            asked = [*study.store.all(Set), *study.store.all(Display), *study.store.all(Memo)]
            assert not any(who.casefold() in str(one).casefold() for one in asked)
        assert remains(folder / "s.jejak", [voice]) == []


def quotes_of_others(study: Study, who: str) -> dict[str, str]:
    """The coded words of segments that lie within a turn of somebody else, by segment."""
    found = {}
    for coding in study.store.all(Coding):
        segment = study.store.get(Segment, coding.segment)
        for block in study.store.all(Block, source=segment.source):
            inside = block.start <= segment.start and segment.end <= block.end
            if inside and segment.lost is None and block.speaker not in {who, None}:
                text = study.sources.text(study.sources.get(segment.source))
                found[segment.guid] = text[segment.start : segment.end]
    return found


def words_of(text: str, voice: str) -> list[str]:
    return re.findall(rf"{voice}\d+o\d+z", text)


def lost(study: Study) -> int:
    return sum(
        study.store.count(Coding, segment=segment.guid)
        for segment in study.store.all(Segment)
        if segment.lost is not None
    )
