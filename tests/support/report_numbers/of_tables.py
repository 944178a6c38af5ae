"""The cells of a report's tables that hold numbers, counted row by row: heading of the row, heading of the
column, number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

from jejak.checks import CHECKS
from jejak.i18n import translate
from support.naive_tables import Tables, overlap
from support.report_numbers.of_study import case_segments, history

__all__ = ["by_case", "by_source", "cells_of", "together"]

# What a cell may hold: several where several rows have one name.
Cells = Mapping[tuple[str, str], set[float | str]]
Counted = Mapping[tuple[str, str], float | str]
ORIGINS = {
    "hand": "By hand", "in vivo": "In vivo", "rule": "By rule",
    "imported": "From a table or another program", "suggestion": "Accepted suggestions",
}  # fmt: skip
IN_ALL = "All columns, each counted once"
ALL_CODES = "All codes shown, each counted once"


def cells_of(t: Tables, caption: str) -> Cells | None:
    """The cells of the table under a caption; ``None`` of none that is counted here."""
    title = caption.partition(". ")[2] if caption.startswith("Table ") else caption
    for known, counted in _TABLES.items():
        if title.startswith(known):
            return named(t, counted(t))
    if title.endswith("Counted: number of codings"):
        return named(t, by_source(t))
    return None


def named(t: Tables, counted: Counted) -> Cells:
    """The cells by the names of codes instead of their GUIDs."""
    found = defaultdict[tuple[str, str], set[float | str]](set)
    names = {guid: code.name for guid, code in t.codes.items()}
    for (row, column), value in counted.items():
        found[names.get(row, row), names.get(column, column)].add(value)
    return found


def _kind(kind: str) -> str:
    return kind[:1].upper() + kind[1:]


def _per_source(t: Tables) -> Counter[str]:
    return Counter(t.segments[one.segment].source for one in t.codings)


def _by_kind(t: Tables) -> Counted:
    coded, found = _per_source(t), Counter[tuple[str, str]]()
    for guid, source in t.sources.items():
        kind = _kind(source.kind)
        found[kind, "Sources"] += 1
        found[kind, "Characters"] += len(t.study.sources.text(source))
        found[kind, "Codings"] += coded[guid]
    return found


def _every_source(t: Tables) -> Counted:
    coded, found = _per_source(t), Counter[tuple[str, str]]()
    for guid, source in t.sources.items():
        found[source.name, "Characters"] = len(t.study.sources.text(source))
        found[source.name, "Codings"] = coded[guid]
    return found


def _cases(t: Tables) -> Counted:
    quoted, found = case_segments(t), {}
    for guid, case in t.cases.items():
        found[case.name, "Coded segments"] = quoted[guid]
        for attribute in t.attributes.values():
            label = attribute.name.replace("_", " ")
            value = t.value(guid, attribute.guid)
            if value is not None:
                found[case.name, label[:1].upper() + label[1:]] = value
    return found


def _coders(t: Tables) -> Counted:
    found = Counter[tuple[str, str]]()
    for one in t.codings:
        user = t.users[one.user]
        name = f"{user.name} (machine)" if user.machine else user.name
        for row in (name, "In all"):
            for column in (ORIGINS[one.origin], "In all"):
                found[row, column] += 1
    for row in {row for row, _ in found}:
        for column in ORIGINS.values():
            found[row, column] += 0
    return found


def _tree(t: Tables) -> Counted:
    found: dict[tuple[str, str], float | str] = {}
    for guid in t.codes:
        own = [one for one in t.codings if one.code == guid]
        found[guid, "Codings"] = len(own)
        found[guid, "With those below"] = sum(one.code in t.below([guid]) for one in t.codings)
        found[guid, "Coders"] = len({one.user for one in own})
    return found


def _frequencies(t: Tables, column_of: Callable[[Any], str | None]) -> Counted:
    """Codings of each code and all below it, by what a coding stands in; each column's once."""
    found, coded = Counter[tuple[str, str]](), t.coded()
    for guid in t.codes:
        below = t.below([guid])
        for coding, hit in coded:
            column = column_of(hit)
            if coding.code in below and column:
                found[guid, column] += 1
                found[guid, IN_ALL] += 1
    for _, hit in coded:
        if column := column_of(hit):
            found[ALL_CODES, column] += 1
    return found


def by_case(t: Tables) -> Counted:
    return _frequencies(t, lambda hit: t.names.get(hit.case or ""))


def by_source(t: Tables) -> Counted:
    return _frequencies(t, lambda hit: t.names[hit.place[0]])


def together(t: Tables) -> Counted:
    """Pairs of codings of two codes that overlap; how many of a code's stretches there are."""
    found = Counter[tuple[str, str]]()
    coded = {(coding.code, hit.place) for coding, hit in t.coded()}
    for (one, here), (other, there) in combinations(coded, 2):
        if one != other and overlap(here, there):
            for row, column in ((one, other), (other, one)):
                found[row, column] += 1
    for code, _ in coded:
        found[code, "Codings of the code"] += 1
    return found


def _outcomes(t: Tables) -> Counted:
    """Of each finding, how many checks came out how."""
    found = Counter[tuple[str, str]]()
    for card in t.study.findings.cards():
        row = f"{card.finding.label} {card.finding.statement}"
        for column in ("Holds", "Weak", "Fails", "Not applicable"):
            found[row, column] += sum(one.verdict.outcome == column.lower() for one in card.checks)
    return found


def _by_check(t: Tables) -> Counted:
    """Of each check, for how many findings it holds, and which do not stand up to it."""
    found: dict[tuple[str, str], float | str] = {}
    outcomes = defaultdict[tuple[str, str], list[str]](list)
    for card in t.study.findings.cards():
        for one in card.checks:
            tactic = CHECKS.get(one.verdict.tactic)
            row = f"{translate(tactic.title, 'en')} {tactic.source}"
            outcomes[row, one.verdict.outcome.capitalize()].append(card.finding.label)
            found.setdefault((row, "Holds"), 0)
    for (row, column), labels in outcomes.items():
        found[row, column] = len(labels) if column == "Holds" else ", ".join(labels)
    return found


def _people(t: Tables) -> Counted:
    per = Counter(t.users[one["user"]].name for one in history(t))
    return {(name, "Changes"): n for name, n in per.items()}


def _verbs(t: Tables) -> Counted:
    """Changes by what was done, whatever it was done to."""
    told = Counter(
        "A step under a name of its own"
        if one["verb"] == "{title}"
        else re.sub(r"\{\w+\}", "…", one["verb"])
        for one in history(t)
    )
    return {(verb.partition("|")[2] or verb, "Times"): n for verb, n in told.items()}


_TABLES: dict[str, Callable[[Tables], Counted]] = {
    "The material by kind": _by_kind,
    "Every source": _every_source,
    "The cases and what is known of them": _cases,
    "Codings by coder and origin": _coders,
    "The code tree with its codings": _tree,
    "Code frequencies: Case": by_case,
    "Code co-occurrence": together,
    "Outcomes of the checks by finding": _outcomes,
    "Findings by check": _by_check,
    "Changes by person": _people,
    "Changes by what was done": _verbs,
}
