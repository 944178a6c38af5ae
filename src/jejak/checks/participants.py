"""Data triangulation: whether several participants, independent of one another, support it."""

from __future__ import annotations

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .voices import independent, names_of, scope_trouble
from .words import in_a_row

__all__ = ["TACTIC", "examine"]

_MEND = say("Mend its scope, or leave it empty for all cases.")
_TIE = say("Make cases for the participants and tie their sources or speakers to them.")
_GATHER = say("Weigh segments under its codes, and note what speaks for it and against it.")
_WIDEN = say("Look for the same in what others said, or narrow the finding to whom it holds for.")
_APART = say("Look for somebody who is not tied to them by a relation.")


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by how many independent participants of the scope support the finding."""
    voices = facts.voices
    many = independent(voices, facts)
    names = names_of(voices, facts)
    outcome, sentence, advice = _settled(facts) or _by_voices(facts, names, many)
    supports = facts.of("supports")
    outside = {row.case for row in supports if row.case and row.case not in voices}
    return Verdict(
        "participants",
        outcome,
        sentence,
        {
            "participants": len(voices),
            "names": names,
            "independent": many,
            "in_scope": len(facts.scope),
            "outside_scope": names_of(outside, facts),
            "of_nobody": [row.case for row in supports].count(None),
            "limits": {"participants": facts.thresholds.participants},
        },
        advice,
    )


_Parts = tuple[Outcome, Message, Message | None]


def _settled(facts: FindingFacts) -> _Parts | None:
    """What can be said without counting anybody."""
    if not facts.cases:
        return "not applicable", say("The study has no cases, so nobody’s words are known."), _TIE
    trouble = scope_trouble(facts)
    if trouble is not None:
        return "fails", trouble, _MEND
    if not facts.of("supports"):
        return "fails", say("Nothing supports it yet."), _GATHER
    if len(facts.scope) == 1:
        alone = names_of(facts.scope, facts)[0]
        return "not applicable", say("It speaks of {name} alone.", name=alone), None
    return None


def _by_voices(facts: FindingFacts, names: list[str], many: int) -> _Parts:
    if not names:
        supports = len(facts.of("supports"))
        sentence = say(
            "Its only support is not a participant’s own words.|"
            "None of its {n} supports are a participant’s own words.",
            n=supports,
        )
        return "fails", sentence, _WIDEN
    if len(facts.voices) < facts.thresholds.participants:
        sentence = say(
            "Only {names} supports it, of the {scope} it speaks about.",
            names=in_a_row(names), scope=len(facts.scope),
        )  # fmt: skip
        return "fails", sentence, _WIDEN
    if many < facts.thresholds.participants:
        sentence = say(
            "{names} support it, but they are tied to one another and count as one voice.",
            names=in_a_row(names),
        )
        return "weak", sentence, _APART
    sentence = say(
        "{count} independent participants support it: {names}.", count=many, names=in_a_row(names)
    )
    return "holds", sentence, None


TACTIC = Tactic(
    name="participants",
    title=say("Several participants"),
    about=say(
        "Whether participants who are independent of one another say the same. Those whom a relation "
        "ties together count as one voice."
    ),
    source="Denzin 1978 (data triangulation); Lincoln & Guba 1985; Miles & Huberman 1994",
    examine=examine,
    uses=frozenset({"evidence", "scope", "scope_problem", "related", "cases", "thresholds"}),
)
