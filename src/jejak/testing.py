"""Conformance checks for people who add parts to Jejak; the built-in parts pass the same.

Each raises :class:`AssertionError` that says what is wrong.
"""

from __future__ import annotations

import json
import string
from collections.abc import Container, Iterator, Sequence
from dataclasses import fields, replace
from functools import partial
from itertools import combinations, combinations_with_replacement, product
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np

from .checks.example import example_facts
from .displays import DisplayFilter, DisplayKind
from .displays.display import PURPOSES
from .displays.files import ENDINGS, shape_bytes
from .displays.networks.example import example_networks
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
    Texts,
)
from .model.happenings import (
    EventColumns,
    EvidenceColumns,
    Lead,
    RatingColumns,
    RecordedColumns,
    StateColumns,
)
from .model.shape import STATES, Heading, Matrix
from .model.verdict import OUTCOMES, FindingFacts, Verdict
from .model.when import read_when

if TYPE_CHECKING:
    from .checks import Tactic

__all__ = ["check_display", "check_tactic", "example_corpus", "example_facts"]

# A setting, and which of its choices.
_Choice = tuple[str, int]


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


def check_display(kind: DisplayKind) -> None:
    """Whether a kind of display keeps what the family promises.

    It says what it is in every language, gives a sound shape for its defaults and, among choices of
    the others, every two choices of two settings, of a small study and of an empty one, and files for
    its defaults. A choice may be refused with :class:`InvalidInput`, the defaults may not.
    """
    names = [setting.name for setting in kind.settings]
    assert kind.purpose in PURPOSES, f"{kind.name}: “{kind.purpose}” is no purpose"
    assert kind.source, f"{kind.name} does not say where it comes from"
    assert len({*names, "filter"}) == len(names) + 1, f"{kind.name}: a setting’s name is taken"
    labels = [text for setting in kind.settings for _, text in setting.choices]
    told = [kind.source] if isinstance(kind.source, Message) else []
    for message in (kind.title, kind.about, *told, *(s.label for s in kind.settings), *labels):
        _check_told(kind.name, message)
    assert {*kind.example} <= {*names, "filter"}, f"{kind.name}: its example has other settings"
    json.dumps(plain_kind(kind, "en"))
    for corpus in (example_corpus(), example_corpus(codings=0)):
        plain = _computed(kind, corpus, {})
        assert plain is not None, f"{kind.name}: its own defaults are refused"
        _check_files(kind.name, plain)
        every = list(_covering(_choices(kind, corpus)))
        refused = [settings for settings in every if _computed(kind, corpus, settings) is None]
        # What was not at fault there is tried without the rest.
        pairs = [pair for settings in refused for pair in combinations(settings.items(), 2)]
        for pair in {repr(pair): pair for pair in pairs}.values():
            _computed(kind, corpus, dict(pair))


def _computed(kind: DisplayKind, corpus: Corpus, settings: dict[str, object]) -> Matrix | None:
    """Its shape, looked over, or nothing where the choices are refused."""
    try:
        matrix = kind.compute(corpus, resolved(kind, settings, corpus), DisplayFilter())
    except InvalidInput:
        return None
    _check_matrix(kind.name, matrix)
    return matrix


def _check_told(name: str, message: Message) -> None:
    for part in _parts(message):
        for language in LANGUAGES:
            there = language == "en" or part.text in catalogue(language)
            assert there, f"{name}: no text in {language} for “{part.text}”"


def _choices(kind: DisplayKind, corpus: Corpus) -> dict[str, list[object]]:
    """What may be chosen, by the name of the setting."""
    possible: dict[str, list[object]] = {
        "switch": [True, False],
        "number": [1, 20],
        "codes": [[], [corpus.codes.guid[1]]],
        "text": ["", "baru"],
        "facets": [["code"], ["case.kind", "case"], ["period.month"], ["own"]],
        "order": ["", "-total", "case.role"],
        "lines": [[], ["Mine", "One = code:One", "Not A = not case = A"]],
        "source": ["", corpus.sources.guid[0], corpus.sources.name[2]],
        "case": [None, corpus.cases.guid[0]],
    }
    values: dict[str, list[object]] = {}
    for setting in settings_for(kind, corpus):
        choices: list[object] = [value for value, _ in setting.choices]
        values[setting.name] = possible.get(setting.type, choices)
    return values


def _covering(values: dict[str, list[object]]) -> Iterator[dict[str, object]]:
    """Choices of all settings at once, such that every two choices of two settings meet in one of them:
    far fewer than there are such pairs."""
    every = [[(name, at) for at in range(len(choices))] for name, choices in values.items()]
    alone = [frozenset([choice]) for choices in every for choice in choices]
    pairs = [frozenset(pair) for two in combinations(every, 2) for pair in product(*two)]
    left = dict.fromkeys([*pairs, *alone])
    while left:
        row = sorted(next(iter(left)))
        for choices in every:
            if choices and choices[0][0] not in dict(row):
                row.append(max(choices, key=partial(_newly_met, row, left)))
        for pair in combinations_with_replacement(row, 2):
            left.pop(frozenset(pair), None)
        yield {name: values[name][at] for name, at in row}


def _newly_met(row: Sequence[_Choice], left: Container[frozenset[_Choice]], choice: _Choice) -> int:
    return sum(frozenset((choice, other)) in left for other in row)


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
    drawn = {part: value for part, value in (chart or {}).items() if part != "$schema"}
    assert "://" not in json.dumps(drawn), f"{name}: the chart names an address"


def _check_files(name: str, matrix: Matrix) -> None:
    for ending in set(ENDINGS) - {".svg", ".png", ".pdf", ".xlsx", ".sav"}:
        assert shape_bytes(matrix, ending, "id"), f"{name}: nothing is written as {ending}"


def _check_keys(name: str, headings: Sequence[Heading]) -> None:
    keys = {heading.key for heading in headings}
    assert len(keys) == len(headings), f"{name}: two headings have one key"


_EXAMPLE_TEXTS = (
    "Akun baru itu murah, akunnya banyak. Saya bikin akun baru lagi 😀 #anonim dan akun-akun lain, ya ya.",
    "I made a new account again and again; the account was cheap. Akun baru murah, katanya begitu saja ya.",
    "Catatan: akun baru, 漢字 dan www.contoh.id/akun?b=1 tidak dibaca oleh siapa pun selama 3.500 hari.",
)


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
            AttributeColumn("risk", "case", "rating", ("high", None), ("low", "high")),
        ),
        case_sources=np.array([(0, 0), (1, 1)], np.int32),
        texts=Texts.of(_EXAMPLE_TEXTS),
        happenings=_ExampleHappenings(),
        networks=example_networks(),
    )


class _ExampleHappenings:
    """Three events of two cases, one without a date, a state, ratings with a gap, and a recording."""

    def events(self, _: Corpus) -> EventColumns:
        """Dated as far as they are known, and the last not at all."""
        return EventColumns(
            guid=("e0", "e1", "e2"),
            name=("Start", "=Ban|x", "Start"),
            kind=("start", "end", "start"),
            place=("Home", "", "Home"),
            impact=("", "All was lost.", ""),
            description=("", "", ""),
            when=(read_when("2019"), read_when("2020-05/.."), read_when("")),
            critical=np.array([False, True, False]),
            actors=np.array([(0, 0), (1, 0), (1, 1), (2, 1)], np.int32),
            evidence=_shown_by([0, 1]),
            states=StateColumns(("t0",), ("Hidden",), ("",), (read_when("2019/2020"),)),
            leads=(Lead(("event", 0), ("state", 0), ""), Lead(("state", 0), ("event", 1), "so")),
        )

    def ratings(self, _: Corpus) -> RatingColumns:
        """One variable, rated twice in the first case and never in the second."""
        return RatingColumns(
            guid=("r0", "r1"),
            attribute=np.array([2, 2], np.int32),
            case=np.array([0, 0], np.int32),
            level=np.array([1, 0], np.int32),
            user=np.array([0, 1], np.int32),
            value=("high", "low"),
            note=("", ""),
            when=(read_when(""), read_when("2020")),
            overall=np.array([True, False]),
            evidence=_shown_by([0]),
        )

    def recorded(self, _: Corpus) -> RecordedColumns:
        """The first source is of a recording; one coding is on it and on no words."""
        return RecordedColumns(
            source=np.array([0, 0], np.int32),
            start=np.array([0, 50], np.int32),
            end=np.array([50, 100], np.int32),
            begin=np.array([0, 20_000]),
            finish=np.array([20_000, 50_000]),
            wordless=np.array([1, 0]),
        )


def _shown_by(owners: list[int]) -> EvidenceColumns:
    size = len(owners)
    return EvidenceColumns(
        owner=np.array(owners, np.int32),
        segment=np.arange(1, size + 1, dtype=np.int64),
        source=np.zeros(size, np.int32),
        start=np.full(size, 3, np.int32),
        end=np.full(size, 9, np.int32),
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
