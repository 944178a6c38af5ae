"""The facts of every check once more, read off the tables: slow, and written to be read."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable

from support.naive_finding import LIMIT, Facts, Read, ratio, rounded
from support.naive_records import (
    extreme_cases,
    feedback,
    if_then,
    negative_evidence,
    outliers,
    quantities,
    replication,
    rivals,
    spurious_relations,
    surprises,
)

# --- evidence, and whose it is ---


def participants(f: Read) -> Facts:
    speaking = [f.whose[one.guid] for one in f.of("supports")]
    return {
        "participants": len(f.supporters),
        "names": f.name(f.supporters),
        "independent": f.t.voices(f.supporters),
        "in_scope": len(f.scope),
        "outside_scope": f.name({one for one in speaking if one} - f.scope),
        "of_nobody": speaking.count(None),
        "limits": {"participants": LIMIT.participants},
    }


def source_kinds(f: Read) -> Facts:
    kinds = Counter(f.kind(one) for one in f.of("supports"))
    left = Counter(f.t.sources[source].kind for source, _, _ in f.unweighed())
    return {
        "kinds": {kind: kinds[kind] for kind in kinds if kind != "literature"},
        "literature": kinds["literature"],
        "not_weighed_elsewhere": {
            kind: left[kind] for kind in left if kind not in kinds and kind != "literature"
        },
        "limits": {"kinds": LIMIT.kinds},
    }


def coders(f: Read) -> Facts:
    readers = [f.readers(one) for one in f.of("supports")]
    both = sum(len(people) >= LIMIT.coders for people in readers)
    everybody = {coding.user for coding, _ in f.t.coded() if f.t.by_people(coding)}
    return {
        "supports": len(readers),
        "coded_by_several": both,
        "share": rounded(ratio(both, len(readers)) or 0.0),
        "by_coder": dict(Counter(f.t.names[one] for people in readers for one in people)),
        "coded_by_nobody": readers.count(set()),
        "coders_of_study": len(everybody),
        "limits": {"coders": LIMIT.coders, "double_coded": LIMIT.double_coded},
    }


def representativeness(f: Read) -> Facts:
    n, total, z = len(f.exposed), sum(f.supporters.values()), 1.959963984540054
    k, shares = len(f.supporters), [many / (total or 1) for many in f.supporters.values()]
    low, high = 0.0, 1.0
    if n:
        p = k / n
        middle, half = p + z**2 / 2 / n, z * math.sqrt(p * (1 - p) / n + z**2 / 4 / n**2)
        low, high = (max((middle - half) / (1 + z**2 / n), 0), min((middle + half) / (1 + z**2 / n), 1))  # fmt: skip
    otherwise, never = f.name(f.exposed - set(f.supporters)), f.name(f.scope - f.exposed)
    return {
        "supporting": k,
        "exposed": n,
        "in_scope": len(f.scope),
        "coverage": rounded(k / n if n else 0.0),
        "coverage_low": rounded(low),
        "coverage_high": rounded(high),
        "dominance": rounded(max(shares, default=0.0)),
        "effective_sources": rounded(
            math.exp(-sum(share * math.log(share) for share in shares)) if shares else 0.0
        ),
        "by_participant": {f.t.names[case]: many for case, many in f.supporters.items() if case},
        "silent": otherwise + never,
        "silent_under_codes": otherwise,
        "silent_altogether": never,
        "empty_strata": _empty_strata(f),
        "limits": {
            "coverage": LIMIT.coverage, "dominance": LIMIT.dominance,
            "effective_sources": LIMIT.effective_sources,
        },
    }  # fmt: skip


def _empty_strata(f: Read) -> list[Facts]:
    found = []
    for attribute in sorted(f.t.attributes.values(), key=lambda one: one.name):
        if attribute.type not in ("list", "boolean", "rating"):
            continue
        values = {case: f.t.value(case, attribute.guid) for case in f.scope}
        for value in sorted({one for one in values.values() if one is not None}):
            having = {case for case, one in values.items() if one == value}
            if len(having) > 1 and not having & set(f.supporters):
                found.append({"attribute": attribute.name, "value": value, "cases": len(having)})
    return found


def researcher_effects(f: Read) -> Facts:
    supports = f.of("supports")

    def share(name: str, wanted: bool) -> float | None:
        said = f.circumstance(name)
        return rounded(ratio(said.count(wanted), len(said)))

    collectors = [f.t.sources[f.there[one.guid].source].collector for one in supports]
    days, having = f.t.dated(), {hit.place[0] for _, hit in f.topic}
    half = len(days) // 2
    parts = (days[:half], days[half:])
    return {
        "supports": len(supports),
        "recorded": sum(one.target in f.t.quality for one in supports),
        "solicited": share("volunteered", False),
        "leading": share("leading question", True),
        "in_company": share("in company", True),
        "collectors": dict(Counter(one for one in collectors if one)),
        "first_half": [sum(guid in having for _, guid in parts[0]), len(parts[0])],
        "last_half": [sum(guid in having for _, guid in parts[1]), len(parts[1])],
        "reflexive_memos": f.memos()["reflexive"],
        "limits": {"solicited": LIMIT.solicited},
    }


def triangulation(f: Read) -> Facts:
    own = [one for one in f.of("supports") if f.kind(one) != "literature"]
    sources = [f.t.sources[f.there[one.guid].source] for one in own]
    frames = set()
    for code in f.codes:
        frame = code
        while (parent := f.t.codes[frame].parent) is not None:
            frame = parent
        frames.add(frame)
    counts = {
        "participants": f.t.voices(case for case in f.supporters if case),
        "kinds": len({one.kind for one in sources}),
        "methods": len({one.method for one in sources if one.method}),
        "coders": max((len(f.readers(one)) for one in own), default=0),
        "frames": len(frames),
        "waves": len({f.t.stay(one.guid, LIMIT.gap) for one in sources} - {None}),
    }
    several = (counts["participants"] >= LIMIT.participants) + (counts["kinds"] >= LIMIT.kinds)
    return {
        "level": ("none", "partial", "full")[several],
        **counts,
        "diverging_kinds": sorted({f.kind(one) for one in f.of("contradicts")}),
        "limits": {"participants": LIMIT.participants, "kinds": LIMIT.kinds},
    }


def weight_of_evidence(f: Read) -> Facts:
    lost = {g for g, s in ((p.guid, f.t.segments.get(p.target)) for p in f.pieces) if s and s.lost is not None}  # fmt: skip
    sides = {
        stance: [one for one in f.pieces if one.stance == stance and one.guid not in lost]
        for stance in ("supports", "contradicts", "qualifies")
    }
    weights = {one.guid: f.weight(one) for one in f.pieces}
    lacking = [w for s in ("supports", "contradicts") for p in sides[s] if (w := weights[p.guid]) is None]  # fmt: skip
    above, below = (sum(weights[p.guid] or 0 for p in sides[s]) for s in ("supports", "contradicts"))  # fmt: skip
    many, few = len(sides["supports"]), len(sides["contradicts"])
    weak = [one for one in sides["supports"] if (weights[one.guid] or 0) <= 2 and weights[one.guid] is not None]  # fmt: skip
    told = []
    for one in weak:
        segment = f.there.get(one.guid)
        name = f.t.names[segment.source] if segment else one.target_kind
        start, end = (segment.start, segment.end) if segment else (None, None)
        told.append((weights[one.guid], name, one.guid, start, end))
    return {
        "supports": many,
        "contradicts": few,
        "qualifies": len(sides["qualifies"]),
        "weight_for": above,
        "weight_against": below,
        "without_weight": len(lacking),
        "balance": None if lacking else rounded(ratio(above - below, above + below)),
        "balance_unweighted": rounded(ratio(many - few, many + few)),
        "weakest": [
            {"source": name, "start": start, "end": end, "weight": weight}
            for weight, name, _, start, end in sorted(told, key=lambda one: one[:3])
        ],
        "lost": len(lost),
        "limits": {"balance": LIMIT.balance},
    }


NAIVE: dict[str, Callable[[Read], Facts]] = {
    "participants": participants,
    "source-kinds": source_kinds,
    "coders": coders,
    "representativeness": representativeness,
    "researcher-effects": researcher_effects,
    "triangulation": triangulation,
    "weight-of-evidence": weight_of_evidence,
    "outliers": outliers,
    "extreme-cases": extreme_cases,
    "surprises": surprises,
    "negative-evidence": negative_evidence,
    "if-then": if_then,
    "spurious-relations": spurious_relations,
    "replication": replication,
    "rivals": rivals,
    "feedback": feedback,
    "quantities": quantities,
}
