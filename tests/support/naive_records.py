"""The facts of the checks on what analysts put on record, once more, read off the tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import Any

from jejak.checks.quantities import WORDS
from jejak.model import Contest, Feedback, IfThen, Quantity, Search, Standing, Surprise
from jejak.model.finding import RIVAL
from support.naive_finding import LIMIT, Facts, Read, ratio, rounded
from support.naive_tables import Hit, overlap

# --- cases that are unlike the others ---


def outliers(f: Read) -> Facts:
    has: defaultdict[str, set[str]] = defaultdict(set)
    for coding, hit in f.t.coded():
        if hit.case in f.scope and hit.case:
            has[hit.case].add(coding.code)
    usual = {
        code for code in f.t.codes if sum(code in codes for codes in has.values()) * 2 >= len(has)
    } if has else set()  # fmt: skip
    far = {case: round(1 - len(codes & usual) / len(codes | usual), 6) for case, codes in has.items()}  # fmt: skip
    unlike = [case for case in far if len(far) >= LIMIT.profiles and far[case] >= LIMIT.unlike]
    said = _standings(f, "outlier")
    return {
        "outliers": f.name(unlike),
        "fails_for": f.name(case for case, one in said.items() if one.verdict == "fails"),
        "not_looked_at": f.name(case for case in unlike if case not in said),
        "unlike": [
            {"case": f.t.names[case], "distance": round(far[case], 4)}
            for case in sorted(far, key=lambda case: (-far[case], case))
        ],
        "limits": {"unlike": LIMIT.unlike, "profiles": LIMIT.profiles},
    }


def _standings(f: Read, unusual: str) -> dict[str, Standing]:
    return {one.case: one for one in f.record(Standing) if one.unusual == unusual}


def extreme_cases(f: Read) -> Facts:
    ends = []
    for attribute in sorted(f.t.attributes.values(), key=lambda one: one.name):
        if attribute.type not in ("rating", "number"):
            continue
        told = {case: f.t.value(case, attribute.guid) for case in f.scope}
        levels = {
            case: float(attribute.options.index(value) if attribute.options else value)
            for case, value in told.items()
            if value is not None
        }
        low, high = min(levels.values(), default=0), max(levels.values(), default=0)
        if low < high:
            at = [[case for case in levels if levels[case] == end] for end in (low, high)]
            ends.append((attribute.name, *(end if len(end) <= 3 else [] for end in at)))
    found = {case for _, low_end, high_end in ends for case in (*low_end, *high_end)}
    said = _standings(f, "extreme")
    return {
        "extremes": [
            {"attribute": name, "lowest": f.name(low_end), "highest": f.name(high_end)}
            for name, low_end, high_end in ends
        ],
        "fails_for": f.name(case for case, one in said.items() if one.verdict == "fails"),
        "not_looked_at": f.name(found - set(said)),
    }


# --- what is on record ---


def surprises(f: Read) -> Facts:
    found = f.record(Surprise)
    return {
        "surprises": len(found),
        "sought": sum(bool(one.sought) for one in found),
        "settled": sum(bool(one.result) for one in found),
        "jottings": f.memos()["jotting"],
    }


def negative_evidence(f: Read) -> Facts:
    left, total = f.unweighed(), len({hit.place for _, hit in f.topic})
    cases = Counter(case for case in left.values() if case)
    against, searches = f.of("contradicts"), f.record(Search)
    voices = {s: {c for p in f.of(s) if (c := f.whose[p.guid])} for s in ("supports", "contradicts")}  # fmt: skip
    speaking = len(voices["supports"]) + len(voices["contradicts"])
    return {
        "segments": total,
        "unweighed": len(left),
        "unweighed_share": rounded(ratio(len(left), total) or 0.0),
        "unweighed_by_participant": {f.t.names[case]: many for case, many in cases.items()},
        "unweighed_by_kind": dict(Counter(f.t.sources[place[0]].kind for place in left)),
        "qualifying": len(f.of("qualifies")),
        "contradicting": len(against),
        "contradictions": [
            {
                "source": f.t.names[f.there[one.guid].source],
                "start": f.there[one.guid].start,
                "end": f.there[one.guid].end,
                "participant": f.t.names.get(f.whose[one.guid] or ""),
            }
            for one in against
        ],
        "contradicting_participants": f.name(voices["contradicts"]),
        "contradicting_share": rounded(ratio(len(voices["contradicts"]), speaking) or 0.0),
        "searches": len(searches),
        "inspected": sum(one.inspected for one in searches),
        "found": sum(one.found for one in searches),
        "limits": {"unweighed": LIMIT.unweighed, "contradicting": LIMIT.contradicting},
    }


def _sides(f: Read, rule: IfThen) -> tuple[set[Any], set[Any], set[Any], set[Any]]:
    """The units of a rule, and those with the condition, the consequence, both; none of a rule that
    asks for what is gone."""
    if f.t.gone(rule.condition) or f.t.gone(rule.consequence):
        return set(), set(), set(), set()
    if rule.unit == "case":
        found = [f.t.found_cases(one) & f.scope for one in (rule.condition, rule.consequence)]
        units: set[Any] = set(f.scope)
    elif rule.unit == "source":
        found = [{hit.place[0] for hit in f.t.hits(one)} for one in (rule.condition, rule.consequence)]  # fmt: skip
        units = set(f.t.sources)
    else:
        units = {hit.place for hit in f.t.hits(rule.condition)}
        then = [hit.place for hit in f.t.hits(rule.consequence)]
        touched = {one for one in units if any(overlap(one, other) for other in then)}
        return units, units, touched, touched
    both = found[0] & found[1]
    if rule.ordered:
        both = {one for one in both if _in_order(f, rule, one)}
    return units, found[0], found[1], both


def _in_order(f: Read, rule: IfThen, unit: str) -> bool:
    """Whether the condition is met somewhere before the consequence."""

    def when(query: str) -> list[tuple[Any, ...]]:
        return [
            (f.t.day(hit.place[0]) is None, f.t.day(hit.place[0]), _row(f, hit), hit.place[1])
            for hit in f.t.hits(query)
            if unit == (hit.case if rule.unit == "case" else hit.place[0])
        ]

    first, then = when(rule.condition), when(rule.consequence)
    return any(_before(one, other) for one in first for other in then)


def _before(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    if one[0] or other[0]:  # what has no day comes last
        return (one[0], *one[2:]) < (other[0], *other[2:])
    return one < other


def _row(f: Read, hit: Hit) -> int:
    return list(f.t.sources).index(hit.place[0])


def if_then(f: Read) -> Facts:
    rules = []
    for rule in f.record(IfThen):
        units, condition, consequence, both = _sides(f, rule)
        rules.append(
            {
                "condition": rule.condition,
                "consequence": rule.consequence,
                "unit": rule.unit,
                "units": len(units),
                "with_condition": len(condition),
                "with_consequence": len(consequence),
                "with_both": len(both),
                "consistency": rounded(ratio(len(both), len(condition))),
                "coverage": rounded(ratio(len(both), len(consequence))),
                "exceptions": [] if rule.unit == "segment" else f.name(condition - both),
            }
        )
    return {
        "rules": rules,
        "predictions": sum(bool(one.prediction) for one in f.record(IfThen)),
        "predictions_open": sum(
            bool(one.prediction) and not one.outcome for one in f.record(IfThen)
        ),
        "limits": {"consistency": LIMIT.consistency},
    }


def spurious_relations(f: Read) -> Facts:
    found = []
    for rule in f.record(IfThen):
        if rule.third is None:
            continue
        units, condition, consequence, both = _sides(f, rule)
        strata: dict[str, list[int]] = {}
        for unit in units if rule.unit == "case" else ():
            value = f.t.value(unit, rule.third)
            if value is not None:
                place = (
                    0
                    if unit in both
                    else 1
                    if unit in condition
                    else 2
                    if unit in consequence
                    else 3
                )
                strata.setdefault(value, [0, 0, 0, 0])[place] += 1
        tables = list(strata.values())
        enough = sum(map(sum, tables)) >= 10
        whole = [[sum(column) for column in zip(*tables, strict=True)]]
        found.append(
            {
                "condition": rule.condition,
                "consequence": rule.consequence,
                "third": f.t.attributes[rule.third].name,
                "strata": [
                    {"value": value, "both": a, "condition": b, "consequence": c, "neither": d}
                    for value, (a, b, c, d) in sorted(strata.items())
                ],
                "crude": rounded(_odds(whole)) if enough else None,
                "adjusted": rounded(_odds(tables)) if enough else None,
            }
        )
    return {"relations": found}


def _odds(tables: list[list[int]]) -> float | None:
    return ratio(
        sum(a * d / (a + b + c + d) for a, b, c, d in tables),
        sum(b * c / (a + b + c + d) for a, b, c, d in tables),
    )


def replication(f: Read) -> Facts:
    supports = f.of("supports")
    written = f.finding.created.date()
    days = [f.t.day(f.there[one.guid].source) for one in supports]
    n, speaking = len(f.exposed), min(f.t.voices(c for c in f.supporters if c), len(f.exposed))
    halves = list(combinations(range(n), n // 2)) if n > 1 else []
    in_both = [sum(one < speaking for one in half) > 0 and any(one < speaking for one in set(range(n)) - set(half)) for half in halves]  # fmt: skip
    return {
        "supports": len(supports),
        "later": sum(day is not None and day > written for day in days),
        "split_halves": rounded(ratio(sum(in_both), len(halves))),
        "exposed": n,
        "found_by": len({one.user for one in supports}),
        "limits": {"halves": LIMIT.halves},
    }


def rivals(f: Read) -> Facts:
    guid = f.finding.guid
    states = {one.rival: one.state for one in f.record(Contest)}
    others = set(states)
    for tie in f.t.relations:
        if tie.type == RIVAL and guid in (tie.origin, tie.target):
            others.add(tie.target if tie.origin == guid else tie.origin)
    found = []
    for other in sorted(others, key=lambda one: f.t.findings[one].label):
        theirs = Read(f.t, f.t.findings[other])

        def apart(own: str, rival: str, theirs: Read = theirs) -> int:
            places = [f.t.place(theirs.there[one.guid]) for one in theirs.of(rival)]
            segments = {one.target: f.t.place(f.there[one.guid]) for one in f.of(own)}
            return sum(
                any(overlap(place, one) for one in places if one)
                for place in segments.values()
                if place
            )

        found.append(
            {
                "label": theirs.finding.label,
                "state": states.get(other, ""),
                "evidence": len(theirs.pieces),
                "for_this": apart("supports", "contradicts"),
                "for_rival": apart("contradicts", "supports"),
            }
        )
    return {"rivals": found, "written": bool(f.finding.rival)}


def feedback(f: Read) -> Facts:
    given = f.record(Feedback)
    count = Counter(one.answer for one in given)
    replies = len(given) - count["no reply"]
    return {
        "shown": len(given),
        "replies": replies,
        "agree": count["agree"],
        "partly": count["partly"],
        "disagree": count["disagree"],
        "response": rounded(ratio(replies, len(given))),
        "agreement": rounded(ratio(count["agree"], replies)),
        "disagreeing": f.name(one.case for one in given if one.answer == "disagree"),
        "without_action": sum(one.answer == "disagree" and not one.action for one in given),
    }


def quantities(f: Read) -> Facts:
    bound = {one.phrase.casefold(): one for one in f.record(Quantity)}
    told = []
    for one in bound.values():
        base = f.t.found_cases(one.base) & f.scope
        if f.t.gone(one.query) or f.t.gone(one.base):
            base = set()
        counted, total = len(f.t.found_cases(one.query) & base), len(base)
        told.append(
            {
                "phrase": one.phrase,
                "counted": counted,
                "total": total,
                "low": one.low,
                "high": one.high,
                "fits": bool(total) and one.low <= counted / total <= one.high,
            }
        )
    longest = sorted(WORDS, key=len, reverse=True)
    words, at, left = [], 0, f.finding.statement
    while at < len(left):
        here = next((left[at : at + len(w)] for w in longest if _stands(left, at, w)), "")
        new = here and here.casefold() not in map(str.casefold, words)
        words += [here] if new else []
        at += len(here) or 1
    return {
        "bound": told,
        "free": [w for w in words if not any(w.casefold() in p for p in bound)],
    }


def _stands(text: str, at: int, word: str) -> bool:
    """Whether a word of quantity stands there, and no longer one."""
    end = at + len(word)
    beside = text[max(at - 1, 0) : at] + text[end : end + 1]
    return text[at:end].casefold() == word and not any(c.isalnum() or c in "-_" for c in beside)
