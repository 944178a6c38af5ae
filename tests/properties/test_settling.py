"""Whatever coders coded and whatever is decided: they agree where it was settled, what each had before
stays on record, and undo brings all of it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jejak.analysis.agreement import NO_INTERVAL
from jejak.errors import InvalidInput
from jejak.services.agreed import Question
from jejak.study import Study
from support.coders import coded_study
from support.examples import examples
from support.studies import everything

CODERS = ("Rina", "Bayu", "Sari", "Tono")
LENGTH = 24
TEXTS = {name: "abcdefghij klmnop qrstuv"[:LENGTH] + f"\n{name}\n" for name in ("S-1", "S-2")}
# Who, in which source, from where, how long, under which code, whether by rule.
ONE = st.tuples(
    st.integers(0, 3), st.sampled_from(sorted(TEXTS)), st.integers(0, LENGTH - 1), st.integers(1, 9),
    st.sampled_from(["A", "B"]), st.sampled_from([False, False, False, True]),
)  # fmt: skip
DECISION = st.tuples(
    st.sampled_from(["keep", "both", "neither", "outer", "inner"]),
    st.integers(0, 3),
    st.integers(0, 9),
)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    with coded_study(
        tmp_path_factory.mktemp("settling"), [], texts=TEXTS, coders=CODERS, codes="AB"
    ) as opened:
        yield opened


def code(study: Study, codings: list[tuple[int, str, int, int, str, bool]]) -> None:
    who = {user.name: user.guid for user in study.users}
    for coder, source, start, length, name, by_rule in codings:
        study.coding.apply(
            study.sources.get(source), start, min(start + length, LENGTH), [name],
            user=who[CODERS[coder]], origin="rule" if by_rule else "hand",
        )  # fmt: skip


def before(study: Study) -> list[object]:
    asked = Question(interval=NO_INTERVAL)
    agreed = study.agreement.compute(asked, coders=CODERS, places=0)
    return [agreed.whole.value, *(one.coefficient.value for one in agreed.codes)]


def settle_all(study: Study, decisions: list[tuple[str, int, int]]) -> None:
    """Settle whatever is open, each time in a way that makes sense there."""
    independent, number = before(study), 0
    while (there := study.agreement.settling.open(coders=CODERS, limit=None)).total:
        decision, whose, which = decisions[number % len(decisions)]
        number += 1
        one = there.found[which % there.total]
        kept = one.had[whose % len(one.had)].name if decision == "keep" else None
        arguments = {"kept": kept, "reason": f"no. {number}", "coders": CODERS}
        if decision not in one.choices:
            with pytest.raises(InvalidInput):
                study.agreement.settling.settle([one.key], decision, **arguments)
            decision = "both"
        study.agreement.settling.settle([one.key], decision, **arguments)
        assert study.agreement.settling.open(coders=CODERS, limit=0).total == there.total - 1
        assert before(study) == independent


@settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    first=st.lists(ONE, min_size=1, max_size=9),
    then=st.lists(ONE, max_size=3),
    decisions=st.lists(DECISION, min_size=1, max_size=6),
)
def test_settling_everything_makes_all_agree_and_undo_takes_it_back(
    study: Study,
    first: list[tuple[int, str, int, int, str, bool]],
    then: list[tuple[int, str, int, int, str, bool]],
    decisions: list[tuple[str, int, int]],
) -> None:
    empty, head = everything(study.store), study.store.head
    code(study, first)
    states = [everything(study.store)]
    settle_all(study, decisions)
    code(study, then)
    settle_all(study, decisions[::-1])
    now = study.agreement.compute(Question(interval=NO_INTERVAL), coders=CODERS).now
    if now is not None:
        values = {now.whole.value, *(one.value for one in now.codes)}
        assert values <= {1.0, None}
    steps = study.store.head - head
    while everything(study.store) != states[0]:
        study.undo()
        steps -= 1
        assert steps >= 0
    study.undo(steps)
    assert everything(study.store) == empty
