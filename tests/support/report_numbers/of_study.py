"""What a report says of the study as a whole and of a finding, and the same counted row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from statistics import median
from typing import Any

from jejak.analysis.text import word_spans
from jejak.checks import CHECKS
from jejak.i18n import translate
from jejak.model import (
    Check,
    Code,
    Coding,
    Consent,
    Evidence,
    Finding,
    Memo,
    User,
)
from jejak.model.verdict import Thresholds
from support.naive_finding import Read
from support.naive_tables import Tables
from support.report_numbers.sayings import Numbers, Saying, said

__all__ = [
    "OF_FINDINGS",
    "OF_STUDY",
    "answering",
    "finding_numbers",
    "frequency_numbers",
    "history",
    "meeting_numbers",
    "study_numbers",
    "thin_numbers",
]

MEMOS = ("theoretical", "method", "reflexive", "summary", "jotting", "metaphor")
FIRM = ("verified", "supported", "qualified")

OF_STUDY: tuple[Saying, ...] = (
    said("^{sources} source[s]"),
    said("The study rests on {sources} sources with {characters} characters of text"),
    said("The material is {sources} source[s]: {sources_of_kind:pairs}."),
    said("as of change {change}"),
    said("as it stood after change {change}"),
    said("{cases} case[s] [is|are] spoken about"),
    said("^{cases} case[s]"),
    said("Consent is on record for {consented} of {persons} persons."),
    said("{persons} person[s] took part"),
    said("{changes} change[s] on {days} day[s]; {undone} of them [is|are] undone"),
    said("{changes} change[s] on {days} day[s]; none of them is undone", undone=0),
    said("{changes} change[s]; {undone} of them [is|are] undone"),
    said("{changes} change[s]; none of them is undone", undone=0),
    said("{codings} coding[s] stand[s], by {people} coder[s][, and by machine]; made and taken away again: {taken}."),
    said("{codings} coding[s] stand[s], by {people} coder[s][, and by machine].", taken=0),
    said("It was coded with {codes_used_at_all} code[s] by {people} coder[s][, and by machine]: {codings} coding[s]."),
    said("{made} code[s] made"),
    said("{renamed} renaming[s]"),
    said("{moved} move[s] in the tree"),
    said("{defined} change[s] of [a definition|definitions]"),
    said("{merged} merging[s]"),
    said("{removed} code[s] removed"),
    said("{codes} code[s] stand[s] now"),
    said("The codebook holds {codes} code[s]"),
    *(said(f"^{{memos_{kind}}} memo[s]: {kind}") for kind in MEMOS),
    said("{findings} finding[s] written, with {pieces} piece[s] of evidence"),
    said("{judged} check[s] judged by a person"),
    said("Every finding was put to {tactics} checks"),
    said("Of {outcomes} outcomes {judged} [was|were] also judged by a person"),
    said("Of {findings} findings, {firm} stood up to the checks for testing conclusions"),
    said("^{findings} finding[s]"),
    said("The checks ask for at least {limit_participants} participants, {limit_kinds} kinds of source and "
         "{limit_coders} coders, that no participant gives more than {limit_dominance}% of the evidence, "
         "and that at least {limit_coverage}% of the cases in scope are heard."),
    said("With {persons} person[s], a view that nobody voiced may still be held by up to {unheard}% of "
         "people like them (at 95 % certainty"),
    said("No word is coded of these cases: {unquoted:list}."),
    said("No consent is on record for: {unconsented:list}."),
    said("{uncoded_now} source[s] hold[s] no coding: {uncoded:list}."),
    said("One person coded everything", people=1),
    said("{ruled} of {codings} codings were made by rule"),
    said("{unused_now} code[s] ha[s|ve] never been used: {unused:list}."),
    said("This qualitative study asks {questions} question[s]."),
    said("The study asks these {questions} questions:"),
    said("The study asks this question:", questions=1),
    said("Of persons with “… (seller)” ({sellers})"),
    said("{left_lines} changes between the first and the last listed here are left out"),
    said("No finding has been written yet", findings=0),
    said("{codings_of_nobody} codings belong to no case and are in no column"),
    said("{codes_without} code[s] without codings [is|are] not shown"),
    said("{on_one_case_now} code[s] rest[s] on one case[ each]: {on_one_case:list}."),
    said("Only the {pairs_shown} most used of {codes_used} codes are shown"),
    said("Boxes: {boxes}; arrows: {arrows}, of which {bare} rest on no evidence."),
    said("Boxes: {boxes}; arrows: {arrows}."),
    said("Passages it rests on: {passages_below}."),
    said("{right} of {walked} cases end where “…” says: a hit rate of {hit_rate}%."),
    said("Supported by one participant only: {one_voice:named}."),
    said("Supported by one kind of source only: {one_kind:named}."),
    said("With evidence against it: {against_it:named}."),
    said("With evidence on one side only: {one_sided:named}."),
    said("Segments under its codes that nobody has weighed: {not_weighed:named}."),
    said("Evidence whose words were deleted from their source: {words_gone:named}."),
    said("Without any evidence: {bare:named}."),
    said("Failing a check: {fails:named}."),
    said("Weak in a check: {weak:named}."),
    said("Cases it speaks about that no evidence comes from: {unheard_of:named}."),
    said("No rival explanation considered: {no_rival:named}."),
    said("Judged before the study changed under it: {stale:named}."),
    said("No finding answers these questions: {unanswered:list}."),
    said("^{answering} finding[s] answer[s]:"),
    said("{weak_answers} more finding[s] [is|are] [a hunch or a proposition|hunches or propositions] so far"),
    said("Codings of one person are not independent"),
    said("Chart of …: {drawn_rows} rows, {drawn_columns} columns."),
    said("Codings counted, each once: {counted_codings}."),
    said("^… ({entries} entr[y|ies])"),
)  # fmt: skip

OF_FINDINGS: tuple[Saying, ...] = (
    said("^{weight} of 6"),
    said("{supports} for, {qualifies} qualifying, {contradicts} against"),
    said("Evidence for ({supports})"),
    said("Evidence that qualifies ({qualifies})"),
    said("Evidence against ({contradicts})"),
    said("{unquoted_pieces} more pieces stand in the study"),
    said("{unweighed} segment[s] under its codes [is|are] not weighed"),
    said("{unlisted} more are not listed here"),
    said("no confirming check holds"),
    said("No evidence has been given for it yet", pieces=0),
    said("Nothing that speaks against it or qualifies it is on record", qualifies=0, contradicts=0),
    said("rests on {supports} piece[s] of evidence"),
    said("nothing on record speaks for it", supports=0),
    said("{qualifies} piece[s] qualif[y|ies] it; none speaks against it", contradicts=0),
    said("{qualifies} piece[s] qualif[y|ies] it and {contradicts} speak[s] against it"),
    said("{contradicts} piece[s] speak[s] against it", qualifies=0),
    said("How the words came about is recorded for {recorded} of {supports_there} supports"),
    said("{solicited}% were given on request"),
    said("{leading}% answer a leading question"),
    said("{in_company}% were told in company"),
    said("{both} of {supports_there} supports were coded by several people"),
    said("{qualifying} qualif[y|ies] it and {contradicting} contradict[s] it; searches for more: {searches}"),
    said("It fails for {fails_for:list}."),
    said("{passages} passage[s] support[s] it, of {words} words in the median"),
    said("{passages} passage[s] support[s] it, of {words} words"),
    said("{supporting} participant[s] support[s] it, as if it were {effective} who say equally much"),
    said("{supporting} of the {exposed} who speak of it support it; it speaks about {in_scope} case[s]"),
    said("Silent: {silent:list}."),
    said("{unquoted_now} more [is|are] not quoted here"),
    said("rests on … alone: ask others about it"),
    said("rests on one kind of source", kinds_for=1),
    said("{unweighed} segment[s] under its codes [is|are] still to be weighed"),
)  # fmt: skip


def study_numbers(t: Tables) -> dict[str, Any]:
    """The numbers of the study as a whole."""
    every, log = t.study.store.all, history(t)
    codes, codings = every(Code), every(Coding)
    persons = [one for one in t.cases.values() if one.kind == "person"]
    consented = {one.case for one in every(Consent)}
    per_code = Counter(one.code for one in codings)
    findings = every(Finding)
    own = [one for one in log if not one["undoes"] and not one["redoes"]]
    standing = [one for one in own if not one["undone"]]
    limits = Thresholds()
    machines = {one.guid for one in every(User) if one.machine}
    people = {one.user for one in codings}
    ruled = sum(one.origin == "rule" for one in codings)
    quoted = case_segments(t)
    uncoded = {
        one.source for one in t.segments.values() if one.guid in {c.segment for c in codings}
    }
    return {
        "sources": len(t.sources),
        "characters": sum(len(t.study.sources.text(one)) for one in t.sources.values()),
        "sources_of_kind": Counter(one.kind for one in t.sources.values()),
        "corrected": sum(one["verb"].startswith("Correct the text") and not one["undone"] for one in log),
        "change": max(one["seq"] for one in log),
        "cases": len(t.cases),
        "persons": len(persons),
        "consented": sum(one.guid in consented for one in t.cases.values()),
        "changes": len(own),
        "undone": sum(one["undone"] for one in own),
        "days": len({one["day"] for one in log}),
        "codes_used_at_all": len(per_code),
        "people": len(people - machines),
        "codings": len(codings),
        "taken": sum(len(g["guids"]) for one in own for g in one["groups"]
                     if (g["op"], g["kind"]) == ("add", "coding")) - len(codings),
        "codes": len(codes),
        "findings": len(findings),
        "pieces": len(every(Evidence)),
        "judged": len(every(Check)),
        "tactics": 17,
        "outcomes": 17 * len(findings),
        "firm": sum(one.status in FIRM for one in findings),
        "questions": len(t.study.questions),
        "limit_participants": limits.participants, "limit_kinds": limits.kinds,
        "limit_coders": limits.coders, "limit_dominance": 100 * limits.dominance,
        "limit_coverage": 100 * limits.coverage,
        "unheard": 100 * (1 - 0.05 ** (1 / len(persons))),
        "unquoted": {one.name for one in t.cases.values() if not quoted[one.guid]},
        "unconsented": {one.name for one in persons if one.guid not in consented},
        "uncoded": {one.name for one in t.sources.values() if one.guid not in uncoded},
        "uncoded_now": len(set(t.sources) - uncoded),
        "ruled": ruled,
        "unused": {one.name for one in codes if one.codable and not per_code[one.guid]},
        "unused_now": sum(one.codable and not per_code[one.guid] for one in codes),
        **{f"memos_{kind}": sum(one.kind == kind for one in every(Memo)) for kind in MEMOS},
        **of_book(standing),
        **{f"entries_{code.guid}": len(t.below([code.guid])) for code in codes if code.parent is None},
    }  # fmt: skip


@cache
def history(t: Tables) -> list[dict[str, Any]]:
    """The log of changes, read from the file."""
    with t.study.store.read() as rows:
        from jejak.model.codec import guid_text
        from jejak.store import history as log

        return [
            {
                "seq": one.seq, "day": one.time.date(), "time": one.time, "digest": one.digest, "undone": one.undone, "undoes": one.undoes,
                "redoes": one.redoes, "user": one.user, "verb": one.verb.text,
                "groups": [
                    {"op": g.op, "kind": g.kind, "guids": g.guids,
                     "texts": {guid_text(one) for one in g.guids}, "fields": set(g.fields)}
                    for g in log.payload_of(rows.conn, one.seq)
                ],
            }
            for one in log.entries(rows.conn)
        ]  # fmt: skip


def of_book(log: list[dict[str, Any]]) -> dict[str, int]:
    """What was done to the codebook and stands."""
    found = Counter(dict.fromkeys(("made", "renamed", "moved", "defined", "merged", "removed"), 0))
    texts = {"short", "definition", "when_to_use", "when_not_to_use", "examples"}
    for one in log:
        merging = "Merge" in one["verb"]
        for group in one["groups"]:
            if group["kind"] != "code":
                continue
            many, fields = len(group["guids"]), group["fields"]
            if group["op"] == "add":
                found["made"] += many
            elif group["op"] == "drop":
                found["removed"] += 0 if merging else many
            else:
                found["renamed"] += many * ("name" in fields)
                found["moved"] += many * ("parent" in fields)
                found["defined"] += many * bool(texts & fields)
        found["merged"] += merging and any(g["kind"] == "code" for g in one["groups"])
    return dict(found)


def case_segments(t: Tables) -> Counter[str]:
    """How many stretches of each case are coded."""
    return Counter(case for case, _ in {(hit.case, hit.place) for _, hit in t.coded() if hit.case})


def in_row(names: list[str]) -> str:
    """Names as a sentence joins them."""
    comma = "," if len(names) > 2 else ""
    return f"{comma} and ".join(one for one in (", ".join(names[:-1]), *names[-1:]) if one)


def answering(t: Tables, question: str) -> dict[str, int]:
    """How many findings answer a question (none: those that answer none), and how many of them feebly."""
    asked = {one.guid for one in t.study.questions}
    found = [one for one in t.findings.values() if one.status != "rejected"
             and (one.question if one.question in asked else "0") == question]  # fmt: skip
    return {"answering": len(found), "weak_answers": sum(one.status not in FIRM for one in found)}


def thin_numbers(
    t: Tables, reads: dict[str, Read], checks: dict[str, dict[str, Numbers]]
) -> dict[str, Any]:
    """Which findings are thin in what, by their labels; those that were rejected are left aside."""
    held = {label: read for label, read in reads.items() if read.finding.status != "rejected"}

    def of(tell: Callable[[str, Read], object]) -> dict[str, str]:
        told = {label: tell(label, read) for label, read in held.items()}
        return {label: "" if one is True else str(one) for label, one in told.items() if one}

    def voice(_: str, read: Read) -> str:
        names = {read.t.names[c] for one in read.of("supports") if (c := read.whose[one.guid])}
        return names.pop() if len(names) == 1 else ""

    def kind(_: str, read: Read) -> str:
        kinds = {read.kind(one) for one in read.of("supports")}
        return kinds.pop() if len(kinds) == 1 else ""

    def lost(_: str, read: Read) -> int:
        segments = [read.t.segments.get(one.target) for one in read.pieces]
        return sum(one is not None and one.lost is not None for one in segments)

    cards = {card.finding.label: card for card in t.study.findings.cards()}

    def checked(label: str, outcome: str) -> str:
        return in_row([translate(CHECKS.get(one.verdict.tactic).title, "en")
                       for one in cards[label].checks if outcome in {one.verdict.outcome, f"stale {one.stale}"}])  # fmt: skip

    def silent(_: str, read: Read) -> str:
        heard = {read.whose[one.guid] for one in read.pieces if one.guid in read.there}
        return in_row(read.name(read.scope - heard)) if read.pieces else ""

    return {
        "fails": of(lambda label, _: checked(label, "fails")),
        "weak": of(lambda label, _: checked(label, "weak")),
        "stale": of(lambda label, _: checked(label, "stale True")),
        "unheard_of": of(silent), "no_rival": of(lambda _, read: not read.finding.rival.strip()),
        "one_voice": of(voice), "one_kind": of(kind), "words_gone": of(lost),
        "against_it": of(lambda _, read: sum(one.stance == "contradicts" for one in read.pieces)),
        "one_sided": of(lambda _, read: bool(read.pieces) and all(one.stance == "supports" for one in read.pieces)),
        "not_weighed": of(lambda label, _: checks[label]["negative-evidence"]["unweighed"]),
        "bare": of(lambda _, read: not read.pieces),
    }  # fmt: skip


def frequency_numbers(t: Tables, by: str) -> dict[str, Any]:
    """What is said below a display of how often codes were used, by case or by source."""
    holders: dict[str, set[str]] = {}
    used: set[str] = set()
    nobody = 0
    for coding, hit in t.coded():
        nobody += hit.case is None
        code: str | None = coding.code
        while code:
            used |= {code} if by == "source" or hit.case else set()
            if hit.case:
                holders.setdefault(code, set()).add(hit.case)
            code = t.codes[code].parent
    one_case = {t.codes[code].name for code, cases in holders.items() if len(cases) == 1}
    return {
        "codings_of_nobody": nobody, "on_one_case": one_case, "on_one_case_now": len(one_case),
        "counted_codings": len([hit for _, hit in t.coded() if by == "source" or hit.case]),
        "codes_without": len(t.codes) - len(used), "drawn_rows": len(used),
        "drawn_columns": len(t.cases if by == "case" else t.sources),
    }  # fmt: skip


def meeting_numbers(t: Tables) -> dict[str, Any]:
    """What is said below the display of codes that overlap: of the 24 that are used most, their codings
    on one stretch counted once."""
    order = list(in_tree_order(t))
    used = Counter(coding.code for coding, _ in t.coded())
    shown = sorted(used, key=lambda code: (-used[code], order.index(code)))[:24]
    return {
        "codes_used": len(used), "pairs_shown": len(shown), "drawn_rows": len(shown),
        "drawn_columns": len(shown),
        "counted_codings": len({(c.code, hit.place) for c, hit in t.coded() if c.code in shown}),
    }  # fmt: skip


def in_tree_order(t: Tables, parent: str | None = None) -> Iterator[str]:
    """The codes as the codebook lists them."""
    below = [one for one in t.codes.values() if one.parent == parent]
    for one in sorted(below, key=lambda one: (one.position, one.created, one.guid)):
        yield one.guid
        yield from in_tree_order(t, one.guid)


def finding_numbers(read: Read, checks: Numbers) -> dict[str, Any]:
    """The numbers of one finding."""
    of = Counter(one.stance for one in read.pieces)
    supports = read.of("supports")
    words = [len(word_spans(read.t.study.sources.text(read.t.sources[s.source])[s.start:s.end]))
             for s in (read.there[one.guid] for one in supports)]  # fmt: skip
    spread, effects = checks["representativeness"], checks["researcher-effects"]
    negative = checks["negative-evidence"]
    return {
        "pieces": len(read.pieces), "supports": of["supports"], "qualifies": of["qualifies"],
        "contradicts": of["contradicts"], "supports_there": len(supports),
        "unweighed": negative["unweighed"], "unlisted": negative["unweighed"] - 20, "passages": len(supports),
        "words": float(median(words)) if words else None,
        "recorded": effects["recorded"], "solicited": effects["solicited"], "leading": effects["leading"],
        "in_company": 100 * effects["in_company"] if effects["in_company"] is not None else None,
        "both": checks["coders"]["both"], "qualifying": negative["qualifying"],
        "contradicting": negative["contradicting"], "searches": negative["searches"],
        "fails_for": checks["outliers"]["fails_for"], "supporting": spread["supporting"],
        "exposed": spread["exposed"], "effective": spread["effective"], "in_scope": spread["in_scope"],
        "silent": spread["silent"], "kinds_for": len({read.kind(one) for one in supports}),
    }  # fmt: skip
