"""Conformance checks for people who add parts to Jejak; the built-in parts pass the same.

Each raises :class:`AssertionError` that says what is wrong.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from random import Random
from typing import TYPE_CHECKING

from .i18n import catalogue, translate
from .model import Message
from .model.finding import STANCES
from .model.source import SOURCE_KINDS
from .model.verdict import OUTCOMES, EvidenceRow, FindingFacts, UnderCodes, Verdict

if TYPE_CHECKING:
    from .checks import Tactic

__all__ = ["check_tactic", "example_facts"]


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
