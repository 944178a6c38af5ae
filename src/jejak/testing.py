"""Conformance checks for people who add parts to Jejak; the built-in parts pass the same.

Each raises :class:`AssertionError` that says what is wrong.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import combinations, product
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np

from .displays import DisplayFilter, DisplayKind
from .displays.display import PURPOSES
from .displays.files import ENDINGS, shape_bytes
from .displays.plain import plain_kind, plain_matrix
from .displays.settings import resolved, settings_for
from .errors import InvalidInput
from .i18n import LANGUAGES, catalogue, translate
from .model import Message
from .model.corpus import (
    AttributeColumn,
    BlockColumns,
    CodeColumns,
    CodingColumns,
    Corpus,
    NamedColumns,
)
from .model.finding import STANCES
from .model.shape import STATES, Heading, Matrix
from .model.source import SOURCE_KINDS
from .model.verdict import OUTCOMES, EvidenceRow, FindingFacts, UnderCodes, Verdict

if TYPE_CHECKING:
    from .checks import Tactic

__all__ = ["check_display", "check_tactic", "example_corpus", "example_facts"]


def check_tactic(
    tactic: Tactic,
    facts: FindingFacts | None = None,
    *,
    other: FindingFacts | None = None,
    languages: Sequence[str] = ("en",),
) -> Verdict:
    """Whether a verification tactic keeps what the family promises; its verdict on the facts.

    It gives a legal outcome under its own name, plain JSON values as facts (no NaN), a sentence in
    words, the same verdict each time, and one that rests only on the fields it says it ``uses``:
    with the rest taken from ``other`` it stays the same. In each of ``languages`` every text is
    there with its fields. Without facts a hundred made-up findings are examined.
    """
    if facts is None:
        for seed in range(100):
            made = Random(seed)  # noqa: S311  (made-up findings want no secret randomness)
            verdict = check_tactic(
                tactic, example_facts(made), other=example_facts(made), languages=languages
            )
        return verdict
    verdict = tactic.examine(facts)
    _says(verdict.tactic == tactic.name, f"the verdict is one of “{verdict.tactic}”")
    _says(verdict.outcome in OUTCOMES, f"“{verdict.outcome}” is no outcome")
    _says(_plain(verdict) == json.loads(_plain_text(verdict)), "its facts are no plain JSON values")
    _says(tactic.examine(facts) == verdict, "the same facts give another verdict")
    for message in (tactic.title, tactic.about, verdict.sentence, verdict.advice):
        for language in languages if message is not None else ():
            _check_text(message, language)
    if other is not None:
        mixed = _with_unused_of(tactic, facts, other)
        _says(tactic.examine(mixed) == verdict, "it uses a field that it does not name")
    return verdict


def _says(right: bool, wrong: str) -> None:  # noqa: FBT001
    if not right:
        raise AssertionError(f"This tactic does not conform: {wrong}.")


def _plain_text(verdict: Verdict) -> str:
    return json.dumps(verdict.facts, allow_nan=False)


def _plain(verdict: Verdict) -> object:
    return dict(verdict.facts)


def _with_unused_of(tactic: Tactic, facts: FindingFacts, other: FindingFacts) -> FindingFacts:
    unused = {f.name for f in fields(facts)} - tactic.uses - {"names"}
    return replace(facts, **{name: getattr(other, name) for name in sorted(unused)})


def _check_text(message: Message | None, language: str) -> None:
    assert message is not None
    for part in _parts(message):
        text = translate(part, language)
        _says(bool(text.strip()), f"“{part.text}” says nothing in “{language}”")
        if language != "en":
            known = catalogue(language).get(part.text)
            _says(known is not None, f"“{part.text}” is not there in “{language}”")
            _says(_named(known or "") == _named(part.text), f"the fields of “{part.text}” differ")


def _parts(message: Message) -> Iterator[Message]:
    yield message
    for value in message.args.values():
        for one in value if isinstance(value, list | tuple) else [value]:
            if isinstance(one, Message):
                yield from _parts(one)


def _named(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def example_facts(random: Random) -> FindingFacts:
    """The facts of a made-up finding: with or without evidence, codes, cases, coders."""
    cases = [f"case-{n}" for n in range(random.randint(0, 5))]
    coders = [f"coder-{n}" for n in range(random.randint(0, 3))]
    evidence = tuple(_example_evidence(random, n, cases) for n in range(random.randint(0, 8)))
    scope = tuple(case for case in cases if random.random() < 0.8)
    total = random.choice((0, 0, 1, 10, 200))
    left = random.randint(0, total)
    names = [*cases, *coders, *(f"source-{n}" for n in range(4))]
    return FindingFacts(
        guid=f"finding-{random.randint(1, 9)}",
        label=f"F{random.randint(1, 9)}",
        codes=tuple(f"code-{n}" for n in range(random.randint(0, 2))) if not total else ("code-0",),
        evidence=evidence,
        weights={row.guid: random.randint(0, 6) for row in evidence if random.random() < 0.8},
        coded_by={
            row.guid: tuple(coder for coder in coders if random.random() < 0.6)
            for row in evidence
            if row.stance == "supports" and row.source
        },
        scope=scope,
        scope_problem="There is no case “A”." if random.random() < 0.1 else "",
        exposed=tuple(case for case in scope if random.random() < 0.7),
        related=(tuple(cases[:2]),) if len(cases) > 1 and random.random() < 0.5 else (),
        strata={"role": {case: random.choice(("seller", "buyer")) for case in cases}},
        under_codes=UnderCodes(
            total=total,
            unweighed=left,
            by_case={cases[0]: left} if left and cases else {},
            by_kind={random.choice(SOURCE_KINDS): left} if left else {},
            mark=random.randint(0, 99),
        ),
        cases=len(cases),
        coders=len(coders),
        names={guid: guid.title() for guid in names},
    )


def _example_evidence(random: Random, number: int, cases: Sequence[str]) -> EvidenceRow:
    guid, stance = f"evidence-{number}", random.choice(STANCES)
    if random.random() < 0.1:
        return EvidenceRow(guid, stance, lost=True)
    if random.random() < 0.1:
        return EvidenceRow(guid, stance, target_kind="reference")
    start = random.randint(0, 99)
    return EvidenceRow(
        guid,
        stance,
        source=f"source-{random.randint(0, 3)}",
        source_kind=random.choice(SOURCE_KINDS),
        start=start,
        end=start + random.randint(1, 30),
        case=random.choice((*cases, None)),
    )


def check_display(kind: DisplayKind) -> None:
    """Whether a kind of display keeps what the family promises.

    It says what it is in every language, and gives a sound shape for its defaults and every two
    choices of two settings, of a small study and of an empty one. A choice may be refused with
    :class:`InvalidInput`, the defaults may not.
    """
    names = [setting.name for setting in kind.settings]
    assert kind.purpose in PURPOSES, f"{kind.name}: “{kind.purpose}” is no purpose"
    assert kind.source, f"{kind.name} does not say where it comes from"
    assert len({*names, "filter"}) == len(names) + 1, f"{kind.name}: a setting’s name is taken"
    labels = [text for setting in kind.settings for _, text in setting.choices]
    for message in (kind.title, kind.about, *(s.label for s in kind.settings), *labels):
        _check_told(kind.name, message)
    json.dumps(plain_kind(kind, "en"))
    for corpus in (example_corpus(), example_corpus(codings=0)):
        for settings in _choices(kind, corpus):
            try:
                matrix = kind.compute(corpus, resolved(kind, settings, corpus), DisplayFilter())
            except InvalidInput:
                assert settings, f"{kind.name}: its own defaults are refused"
                continue
            _check_matrix(kind.name, matrix)


def _check_told(name: str, message: Message) -> None:
    for part in _parts(message):
        for language in LANGUAGES:
            there = language == "en" or part.text in catalogue(language)
            assert there, f"{name}: no text in {language} for “{part.text}”"


def _choices(kind: DisplayKind, corpus: Corpus) -> Iterator[dict[str, object]]:
    possible: dict[str, list[object]] = {
        "switch": [True, False],
        "number": [1, 20],
        "codes": [[], [corpus.codes.guid[1]]],
    }
    values: dict[str, list[object]] = {}
    for setting in settings_for(kind, corpus):
        choices: list[object] = [value for value, _ in setting.choices]
        values[setting.name] = possible.get(setting.type, choices)
    yield {}
    for one, two in combinations(values, 2):
        for first, second in product(values[one], values[two]):
            yield {one: first, two: second}


def _check_matrix(name: str, matrix: Matrix) -> None:
    height, width = len(matrix.rows), len(matrix.columns)
    assert matrix.kind == name, f"the shape says “{matrix.kind}”, not “{name}”"
    for headings in (matrix.rows, matrix.columns):
        _check_keys(name, headings)
    for (row, column), cell in matrix.cells.items():
        inside = 0 <= row < height and 0 <= column < width
        assert inside, f"{name}: a cell at ({row}, {column}) of {height} x {width}"
        assert cell.state in STATES, f"{name}: “{cell.state}” is no state"
        has = cell.value is not None
        assert has == (cell.state == "value"), f"{name}: {cell.value} in the state {cell.state}"
    for totals, size in ((matrix.row_totals, height), (matrix.column_totals, width)):
        assert len(totals) in (0, size), f"{name}: {len(totals)} totals for {size}"
    for message in (matrix.caption.title, matrix.caption.unit, *matrix.caption.notes):
        _check_told(name, message)
    chart = plain_matrix(matrix, "id")["chart"]
    assert "://" not in json.dumps(chart), f"{name}: the chart names an address"
    for ending in set(ENDINGS) - {".svg", ".png", ".pdf", ".xlsx"}:
        assert shape_bytes(matrix, ending, "id"), f"{name}: nothing is written as {ending}"


def _check_keys(name: str, headings: Sequence[Heading]) -> None:
    keys = {heading.key for heading in headings}
    assert len(keys) == len(headings), f"{name}: two headings have one key"


def example_corpus(codings: int = 30) -> Corpus:
    """A made-up study as columns: two cases, three sources, four codes, two coders."""
    draw = np.random.default_rng(5)
    source = np.sort(draw.integers(0, 2, codings))
    start = draw.integers(0, 40, codings)
    order = np.lexsort((start, source))
    columns: dict[str, Any] = {
        "coding": np.arange(1, codings + 1),
        "segment": np.arange(1, codings + 1),
        "source": source[order].astype(np.int32),
        "start": start[order].astype(np.int32),
        "end": (start[order] + draw.integers(5, 30, codings)).astype(np.int32),
        "code": draw.integers(1, 4, codings).astype(np.int32),
        "coder": draw.integers(0, 2, codings).astype(np.int32),
        "case": source[order].astype(np.int32),
        "created": np.zeros(codings, np.int64),
        "weight": np.full(codings, np.nan, np.float32),
        "origin": np.zeros(codings, np.int32),
    }
    kinds = {"kind": ("interview", "interview", "observation"), "collected": ("2020", None, None)}
    return Corpus(
        version=1,
        sources=NamedColumns(("s0", "s1", "s2"), ("A-01", "B-01", "Notes"), kinds),
        codes=_example_codes(),
        users=NamedColumns(("u0", "u1"), ("Rina", "Bayu"), {"initials": ("R", "B")}),
        cases=NamedColumns(("k0", "k1"), ("A", "B"), {"kind": ("person", "person")}),
        codings=CodingColumns(**columns),
        blocks=_example_blocks(),
        attributes=(
            AttributeColumn("role", "case", "text", ("seller", None)),
            AttributeColumn("joined", "case", "date", ("2020", "2020-05")),
        ),
        case_sources=np.array([(0, 0), (1, 1)], np.int32),
    )


def _example_codes() -> CodeColumns:
    return CodeColumns(
        guid=("c0", "c1", "c2", "c3"),
        name=("Folder", "One", "Two", "=Three|3"),
        path=("Folder", "Folder/One", "Folder/Two", "=Three|3"),
        colour=("#1f7478", "#1f7478", "", "#8c510a"),
        codable=(False, True, True, True),
        parent=np.array([-1, 0, 0, -1], np.int32),
        depth=np.array([0, 1, 1, 0], np.int32),
        last=np.array([3, 2, 3, 4], np.int32),
    )


def _example_blocks() -> BlockColumns:
    source = np.array([0, 0, 1, 1, 2], np.int32)
    return BlockColumns(
        source=source,
        start=np.array([0, 50, 0, 50, 0], np.int32),
        end=np.array([50, 100, 50, 100, 100], np.int32),
        number=np.array([1, 2, 1, 2, 1], np.int32),
        case=np.array([0, 0, 1, 1, -1], np.int32),
        speaker=np.full(5, -1, np.int32),
        time=np.full(5, -1, np.int64),
        first=np.searchsorted(source, np.arange(4)).astype(np.int64),
        speakers=(),
        kind=np.zeros(5, np.int32),
    )
