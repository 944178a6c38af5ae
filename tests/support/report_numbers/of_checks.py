"""What the checks of a finding say, and their numbers: those of the plain reading of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from jejak.checks import CHECKS
from support.naive_checks import NAIVE
from support.naive_finding import LIMIT, Facts, Read
from support.report_numbers.sayings import Numbers, Saying, said

__all__ = ["KINDS", "SAYINGS", "check_numbers", "of_tactic"]

KINDS = {
    "interview": "interviews", "focus group": "focus groups", "observation": "observations",
    "document": "documents", "posts": "posts", "survey": "surveys", "literature": "literature",
    "other": "other material",
}  # fmt: skip
WAYS = {
    "participants": "participants", "kinds": "kinds of sources", "methods": "methods", "coders": "coders",
    "frames": "frames of codes", "waves": "stays in the field",
}  # fmt: skip
STATES = {"": "not decided", "ruled out": "ruled out", "joint": "holds together with it"}

# By the name of the check; what stands under "" is said of several.
SAYINGS: dict[str, tuple[Saying, ...]] = {
    "": (
        said("Nothing supports it yet", supports=0),
        said("The study has no cases, so nobody’s words are known", cases=0),
        said("No case fits its scope", in_scope=0),
        said("It speaks of … alone.", in_scope=1),
    ),
    "participants": (
        said("{independent} independent participants support it: {names:list}."),
        said("Only {names:list} supports it, of the {in_scope} it speaks about."),
        said("None of its {of_nobody} supports are a participant’s own words"),
        said("Its only support is not a participant’s own words", of_nobody=1),
        said("{names:list} support it, but they are tied to one another and count as one voice",
             independent=1),
    ),
    "source-kinds": (
        said("It is supported by {kinds:pairs}; literature ({literature}) is not counted"),
        said("It is supported by {kinds:pairs} alone; literature ({literature}) is not counted"),
        said("It is supported by {kinds:pairs} alone.", literature=0),
        said("It is supported by {kinds:pairs}.", literature=0),
        said("Only literature supports it, nothing of the study’s own", own=0),
        said("Segments under its codes that nobody has weighed lie in {elsewhere:pairs}: begin there"),
    ),
    "coders": (
        said("Only {both} of {supports} supports ({percent}%) were coded by {limit} or more people; "
             "{people:list} coded them."),
        said("{both} of {supports} supports ({percent}%) were coded by {limit} or more people: "
             "{people:list}."),
        said("Nobody has coded the words that support it", readers=0),
        said("Only {people:list} codes in this study: nobody else read it so.", coders_of_study=1),
        said("Only {people:list} coded the words that support it.", readers=1),
    ),
    "representativeness": (
        said("{supporting} of the {exposed} participants who speak of it support it: {percent}% "
             "(95% interval {low}–{high}%)."),
        said("All {exposed} participants who speak of it support it (95% interval {low}–{high}%).",
             others=0),
        said("The one participant who speaks of it supports it (95% interval {low}–{high}%).",
             others=0, exposed=1),
        said("… gives the largest part of their supports, {dominance}%; together they are as good as "
             "{effective} equal voices."),
        said("All their supports are from …", supporting=1),
        said("None of those it speaks about supports it in words of their own", supporting=0),
        said("Silent: {silent:list}."),
    ),
    "researcher-effects": (
        said("For none of its {supports} supports is it recorded how the words came about", recorded=0),
        said("How the words came about is recorded for {recorded} of its {supports} supports"),
        said("{solicited}% were given on request"),
        said("{leading}% answer a leading question"),
        said("one person collected them all", collected_by=1),
        said("no reflexive memo is tied to it", reflexive_memos=0),
    ),
    "triangulation": (
        said("The same was seen by several of these: {ways:pairs}."),
        said("It was seen in one way only: by one voice, in one kind of material", several=0),
        said("What diverges from it stands among the evidence against it"),
    ),
    "weight-of-evidence": (
        said("What speaks for it weighs {weight_for}, what speaks against it {weight_against}: a balance "
             "of {balance}, from −1 to 1; by number, {supports} to {contradicts}, it is {plain}."),
        said("{supports} for and {contradicts} against: a balance of {plain} by number, from −1 to 1; "
             "{without_weight} have no weight."),
        said("All its supports weigh {little} or less", stronger=0),
        said("Supports that weigh {little} or less: {weakest:pairs}."),
        said("There is no evidence for or against it yet", supports=0, contradicts=0),
        said("a weight from 0 to 6"),
    ),
    "outliers": (
        said("No case is unlike the others", unlike_now=0),
        said("There are too few cases to tell which is unlike the others", enough=False),
        said("Unusual cases: {unusual:list}."),
        said("It fails for {fails_for:list}."),
        said("Nobody has looked at {open:list}."),
        said("It holds for each, or does not apply", left=0),
        said("Look at {open:list} and put on record"),
    ),
    "extreme-cases": (
        said("No case stands at an end of any rating or number", unusual_now=0),
        said("Unusual cases: {unusual:list}."),
        said("It fails for {fails_for:list}."),
        said("Nobody has looked at {open:list}."),
        said("It holds for each, or does not apply", left=0),
        said("Look at {open:list} and put on record"),
    ),
    "surprises": (
        said("Surprises on record: {surprises}; without a result yet: {unsettled}."),
        said("{surprises} surprises are on record, and each was followed to a result", unsettled=0),
        said("One surprise is on record, and it was followed to a result", surprises=1, unsettled=0),
        said("{jottings} jotting[s] tell[s] what surprised"),
        said("Nothing on record tells what went against expectation", surprises=0, jottings=0),
    ),
    "negative-evidence": (
        said("{unweighed} of {segments} segments under its codes ({percent}%) were never weighed: "
             "{by_kind:pairs}."),
        said("All {segments} segments under its codes were weighed", unweighed=0),
        said("The one segment under its codes was weighed", segments=1, unweighed=0),
        said("Nothing is coded under its codes", segments=0),
        said("It is tied to no code", codes=0),
        said("{contradicting} contradict[s] it. Of {speaking} participant[s] among its evidence "
             "{against} speak[s] against it ({names:list}), {both} for it as well."),
        said("{contradicting} contradict[s] it, none of them a participant’s words: ….", against=0),
        said("othing contradicts it; {qualifying} qualif[y|ies] it", contradicting=0),
        said("othing contradicts or qualifies it", contradicting=0, qualifying=0),
        said("No search for what speaks against it is on record", searches=0),
        said("On record: {inspected} segments were looked through, none speaks against it", found=0),
        said("On record: {inspected} segments were looked through, {found} speak[s] against it"),
        said("Weigh the rest; it has words of {by_case:pairs}."),
        said("Weigh the rest: one that contradicts it may be among them"),
    ),
    "if-then": (
        said("No rule was put up that must hold if it does", rules_now=0),
        said("if {rules_told:row}."),
        said("Look at the exceptions: {exceptions:list}."),
    ),
    "spurious-relations": (
        said("No rule names anything third that could explain both its sides", relations_now=0),
        said("by … too few to compare", enough=False),
        said("odds ratio {crude}, with it held constant {adjusted}"),
        said("that could explain both its sides"),
    ),
    "replication": (
        said("{later} supports come from material that came in after it was written"),
        said("One support comes from material that came in after it was written", later=1),
        said("All its supports were there when it was written", later=0),
        said("Of all ways to split those who speak of it in halves, {halves}% find it in both"),
    ),
    "rivals": (
        said("Rivals: {rivals_told:row}. No words speak for one and against the other",
             own=0, other=0),
        said("Rivals: {rivals_told:row}. {own} segment[s] speak[s] for it and against a rival, {other} "
             "the other way round."),
        said("What else could explain it is written, but is no finding with its own evidence",
             rivals_now=0, written=True),
        said("Nobody has said what else could explain it", rivals_now=0, written=False),
        said("Weigh evidence for the rival as you did for this one"),
    ),
    "feedback": (
        said("Nobody it speaks about was shown it", shown=0),
        said("Shown to {shown}; nobody has answered", replies=0),
        said("Shown to {shown}, answered by {replies}: {agree} agree, {partly} partly, {disagree} "
             "disagree ({percent}% agree)."),
        said("Against it: {disagreeing:list}."),
    ),
    "quantities": (
        said("Its statement has no word of quantity", words=0),
        said("“{bound_told:row}. Not bound to any count: {free:list}."),
        said("Not bound to any count: {free:list}."),
        said("“{bound_told:row}."),
    ),
}  # fmt: skip


def of_tactic(name: str) -> tuple[Saying, ...]:
    """What a check may say."""
    return (*SAYINGS[name], *SAYINGS[""])


def check_numbers(read: Read) -> dict[str, Numbers]:
    """The numbers of every check of a finding, counted off the tables."""
    assert set(NAIVE) == set(CHECKS.names()) == set(SAYINGS) - {""}
    common = {
        "supports": len(read.of("supports")),
        "cases": len(read.t.cases),
        "in_scope": len(read.scope),
    }
    return {
        name: {**common, **facts, **_MORE.get(name, _nothing)(facts, read)}
        for name, facts in ((name, NAIVE[name](read)) for name in NAIVE)
    }


def _nothing(_: Facts, __: Read) -> Facts:
    return {}


def percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _kinds(told: Facts, _: Read) -> Facts:
    return {
        "kinds": {KINDS[kind]: n for kind, n in told["kinds"].items()},
        "elsewhere": {KINDS[kind]: n for kind, n in told["not_weighed_elsewhere"].items()},
        "own": len(told["kinds"]),
    }


def _coders(told: Facts, _: Read) -> Facts:
    return {
        "both": told["coded_by_several"], "percent": percent(told["share"]), "limit": LIMIT.coders,
        "people": told["by_coder"], "readers": len(told["by_coder"]),
    }  # fmt: skip


def _spread(told: Facts, _: Read) -> Facts:
    return {
        "percent": percent(told["coverage"]), "low": percent(told["coverage_low"]),
        "high": percent(told["coverage_high"]), "dominance": percent(told["dominance"]),
        "effective": told["effective_sources"], "others": told["exposed"] - told["supporting"],
    }  # fmt: skip


def _effects(told: Facts, _: Read) -> Facts:
    return {
        "solicited": percent(told["solicited"]), "leading": percent(told["leading"]),
        "collected_by": len(told["collectors"]),
    }  # fmt: skip


def _ways(told: Facts, _: Read) -> Facts:
    several = {WAYS[way]: told[way] for way in WAYS if told[way] > 1}
    return {"ways": several, "several": len(several)}


def _weights(told: Facts, _: Read) -> Facts:
    weakest = Counter(one["source"] for one in told["weakest"])
    return {
        "plain": told["balance_unweighted"], "weakest": weakest, "little": 2,
        "stronger": told["supports"] - weakest.total(),
    }  # fmt: skip


def _outliers(told: Facts, _: Read) -> Facts:
    return {
        "unlike_now": len(told["outliers"]), "unusual": told["outliers"], "open": told["not_looked_at"],
        "left": len(told["not_looked_at"]) + len(told["fails_for"]),
        "enough": len(told["unlike"]) >= LIMIT.profiles,
    }  # fmt: skip


def _extremes(told: Facts, _: Read) -> Facts:
    found = {name for one in told["extremes"] for end in ("lowest", "highest") for name in one[end]}
    return {
        "unusual_now": len(found), "unusual": found, "open": told["not_looked_at"],
        "left": len(told["not_looked_at"]) + len(told["fails_for"]),
    }  # fmt: skip


def _surprises(told: Facts, _: Read) -> Facts:
    return {"unsettled": told["surprises"] - told["settled"]}


def _negative(told: Facts, read: Read) -> Facts:
    side = {s: {c for one in read.of(s) if (c := read.whose[one.guid])} for s in ("supports", "contradicts")}  # fmt: skip
    return {
        "percent": percent(told["unweighed_share"]), "codes": len(read.codes),
        "by_kind": {KINDS[kind]: n for kind, n in told["unweighed_by_kind"].items()},
        "by_case": told["unweighed_by_participant"], "speaking": len(side["supports"] | side["contradicts"]),
        "against": len(side["contradicts"]), "names": told["contradicting_participants"],
        "both": len(side["supports"] & side["contradicts"]),
    }  # fmt: skip


def _after(lead: str, phrases: list[str]) -> list[str]:
    """The phrases, the first without what its saying begins with."""
    return [one.removeprefix(lead) if number == 0 else one for number, one in enumerate(phrases)]


def _rules(told: Facts, _: Read) -> Facts:
    found = [
        f"if {one['condition']}, then {one['consequence']}: in {one['with_both']} of "
        f"{one['with_condition']} ({100 * one['consistency']:.0f}%)"
        if one["with_condition"]
        else f"if {one['condition']}, then {one['consequence']}: the condition is never there"
        for one in told["rules"]
    ]
    exceptions = {name for one in told["rules"] for name in one["exceptions"]}
    return {"rules_told": _after("if ", found), "rules_now": len(found), "exceptions": exceptions}


def _third(told: Facts, _: Read) -> Facts:
    found = told["relations"]
    one = found[0] if found else {"crude": None, "adjusted": None}
    return {
        "relations_now": len(found), "crude": one["crude"], "adjusted": one["adjusted"],
        "enough": one["crude"] is not None and one["adjusted"] is not None,
    }  # fmt: skip


def _halves(told: Facts, _: Read) -> Facts:
    return {"halves": percent(told["split_halves"])}


def _rivals(told: Facts, _: Read) -> Facts:
    found = told["rivals"]
    return {
        "rivals_told": [f"{one['label']} ({STATES.get(one['state'], one['state'])})" for one in found],
        "rivals_now": len(found), "own": sum(one["for_this"] for one in found),
        "other": sum(one["for_rival"] for one in found),
    }  # fmt: skip


def _answers(told: Facts, _: Read) -> Facts:
    return {"percent": percent(told["agreement"])}


def _quantities(told: Facts, _: Read) -> Facts:
    found = []
    for one in told["bound"]:
        fits = "is" if one["fits"] else "does not fit"
        share = 100 * one["counted"] / one["total"] if one["total"] else 0
        told_of = f"{fits} {one['counted']} of {one['total']} ({share:.0f}%)"
        found.append(f"“{one['phrase']}” {told_of if one['total'] else 'counts nobody'}")
    return {"bound_told": _after("“", found), "words": len(found) + len(told["free"])}


_MORE: dict[str, Callable[[Facts, Read], dict[str, Any]]] = {
    "source-kinds": _kinds, "coders": _coders, "representativeness": _spread,
    "researcher-effects": _effects, "triangulation": _ways, "weight-of-evidence": _weights,
    "outliers": _outliers, "extreme-cases": _extremes, "surprises": _surprises,
    "negative-evidence": _negative, "if-then": _rules, "spurious-relations": _third,
    "replication": _halves, "rivals": _rivals, "feedback": _answers, "quantities": _quantities,
}  # fmt: skip
