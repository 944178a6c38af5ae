"""Every registered check keeps to the interface, on any finding there could be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.checks import CHECKS, rests_on, tactic_of
from jejak.errors import NotFound
from jejak.i18n import LANGUAGES
from jejak.model import Message
from jejak.model.verdict import FindingFacts, Verdict
from jejak.testing import check_tactic, example_facts

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "checks.md"
findings = st.randoms(use_true_random=False).map(example_facts)


@pytest.mark.parametrize("name", CHECKS.names())
def test_a_check_keeps_to_the_interface(name: str) -> None:
    assert CHECKS.get(name).name == name
    assert CHECKS.get(name).source
    check_tactic(CHECKS.get(name), languages=LANGUAGES)


@given(st.sampled_from(CHECKS.names()), findings, findings)
def test_a_verdict_rests_on_what_the_check_says_it_uses(
    name: str, facts: FindingFacts, other: FindingFacts
) -> None:
    tactic = tactic_of(name)
    check_tactic(tactic, facts, other=other, languages=LANGUAGES)
    renamed = replace(facts, names={}, label="F0")
    assert rests_on(tactic, facts) == rests_on(tactic, renamed)
    used = {one: getattr(other, one) for one in tactic.uses}
    same = all(getattr(facts, one) == value for one, value in used.items())
    assert (rests_on(tactic, facts) == rests_on(tactic, replace(facts, **used))) == same


@pytest.mark.parametrize("name", CHECKS.names())
def test_a_check_is_documented(name: str) -> None:
    text = REFERENCE.read_text("utf-8")
    assert f"`{name}`" in text
    facts = CHECKS.get(name).examine(FindingFacts(guid="f", label="F1")).facts
    assert [fact for fact in facts if fact != "limits" and f"`{fact}`" not in text] == []


def test_there_is_no_other_check() -> None:
    with pytest.raises(NotFound) as refused:
        tactic_of("intuition")
    assert refused.value.code == "no-such-tactic"
    assert "participants" in refused.value.hint


def test_what_breaks_the_interface_is_found() -> None:
    good = tactic_of("participants")

    def with_(**values: object):
        def examine(facts: FindingFacts) -> Verdict:
            return replace(good.examine(facts), **values)

        return replace(good, examine=examine)

    calls = iter(range(10_000))

    def moody(facts: FindingFacts) -> Verdict:
        return replace(good.examine(facts), facts={"call": next(calls)})

    broken = [
        (replace(good, name="other"), AssertionError),
        (with_(outcome="perhaps"), AssertionError),
        (with_(facts={"share": float("nan")}), ValueError),
        (with_(facts={"who": ("a", "b")}), AssertionError),
        (with_(sentence=Message("{missing}")), KeyError),
        (with_(sentence=Message("")), AssertionError),
        (with_(advice=Message("told in no language")), AssertionError),
        (replace(good, uses=frozenset({"scope"})), AssertionError),
        (replace(good, examine=moody), AssertionError),
    ]
    for tactic, wrong in broken:
        with pytest.raises(wrong):
            check_tactic(tactic, languages=LANGUAGES)
