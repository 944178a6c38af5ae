"""Investigator triangulation: whether more than one person read the supporting words so."""

from __future__ import annotations

from collections import Counter

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .voices import names_of
from .words import in_a_row, percent

__all__ = ["TACTIC", "examine"]

_Parts = tuple[Outcome, Message, Message | None]
_SECOND = say("Have a second person code these words without seeing the codes that are there.")
_ALONE = say(
    "Have somebody else code part of the material, or code it again yourself after some weeks and "
    "compare."
)


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by the share of supports that as many people coded as the limit asks for."""
    supports = facts.of("supports")
    readers = [facts.coded_by.get(row.guid, ()) for row in supports]
    people = Counter[str]()
    for who, many in Counter(readers).items():
        people.update(dict.fromkeys(who, many))
    enough = facts.thresholds.coders
    both = sum([len(who) >= enough for who in readers])
    share = both / len(supports) if supports else 0.0
    outcome, sentence, advice = _judged(facts, people, both, share)
    return Verdict(
        "coders",
        outcome,
        sentence,
        {
            "supports": len(supports),
            "coded_by_several": both,
            "share": round(share, 4),
            "by_coder": {facts.names.get(guid, guid): people[guid] for guid in sorted(people)},
            "coded_by_nobody": sum([not who for who in readers]),
            "coders_of_study": facts.coders,
            "limits": {"coders": enough, "double_coded": facts.thresholds.double_coded},
        },
        advice,
    )


def _judged(facts: FindingFacts, people: Counter[str], both: int, share: float) -> _Parts:
    supports = len(facts.of("supports"))
    if not supports:
        nothing = say("Nothing supports it yet, so there is nothing to compare.")
        return "not applicable", nothing, None
    names = in_a_row(names_of(people, facts))
    if not people:
        return "fails", say("Nobody has coded the words that support it."), _SECOND
    if len(people) < facts.thresholds.coders and facts.coders < facts.thresholds.coders:
        sentence = say("Only {names} codes in this study: nobody else read it so.", names=names)
        return "weak", sentence, _ALONE
    if len(people) < facts.thresholds.coders:
        return "fails", say("Only {names} coded the words that support it.", names=names), _SECOND
    words = {
        "both": both, "supports": supports, "percent": percent(share), "names": names,
        "coders": facts.thresholds.coders,
    }  # fmt: skip
    if share < facts.thresholds.double_coded:
        sentence = say(
            "Only {both} of {supports} supports ({percent}%) were coded by {coders} or more people; "
            "{names} coded them.",
            **words,
        )
        return "weak", sentence, _SECOND
    sentence = say(
        "{both} of {supports} supports ({percent}%) were coded by {coders} or more people: {names}.",
        **words,
    )
    return "holds", sentence, None


TACTIC = Tactic(
    name="coders",
    title=say("Several coders"),
    about=say(
        "Whether more than one person coded the words that support it with its codes. Codings by rule "
        "and accepted suggestions do not count. Whether the coders saw each other’s work, only they "
        "know."
    ),
    source="Denzin 1978 (investigator triangulation); Miles & Huberman 1994",
    examine=examine,
    uses=frozenset({"evidence", "coded_by", "coders", "thresholds"}),
)
