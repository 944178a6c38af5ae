"""What checklists say to their items, and the same counted row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import Any

from jejak.errors import InvalidInput
from jejak.model import (
    Assignment,
    Block,
    Code,
    Coding,
    Consent,
    Contest,
    Event,
    Feedback,
    Memo,
    Reference,
    Remark,
    Round,
    Search,
    Snapshot,
    StudyInfo,
)
from support.naive_tables import Tables
from support.report_numbers.sayings import Numbers, Saying, said

__all__ = ["OF_LISTS", "list_numbers", "listed"]

OF_LISTS: tuple[Saying, ...] = (
    said("Of {items} items {on} [is|are] on record, {partly} in part, {off} [is|are] not, {none} do[es] not apply"),
    said("The codebook uses {frames} ready frame[s]"),
    said("Codes in the tree: {codable}, on {levels} levels; of these in use: {used}."),
    said("{defined_codes} of {used} codes in use are defined; changes of definitions: {defined}."),
    said("Codes: {codable}; set beforehand: {a_priori}, drawn from the material: {inductive}, tying others "
         "together: {patterns}."),
    said("{hands} pe[rson|ople] coded the material"),
    said("In the order of their dates {dated_coded} coded sources brought {dated_codes} codes; new ones in "
         "the last two: {new_in_last}."),
    said("{twice} of {coded_sources} coded sources were coded by two or more people."),
    said("{twice} of {coded_sources} coded sources were coded by two or more people, {reread} by the same person "
         "again after some time."),
    said("Coders: {hands}; codings: {codings}; codes made: {made}, renamed: {renamed}, merged: {merged}; "
         "days of recorded work: {days}."),
    said("Consent is on record for {consented_persons} of {persons} persons"),
    said("How consent was asked is on record for {asked_persons} of {persons} persons"),
    said("Observations: {observations}; contact summaries: of {summaries} of {contacts} interviews and group talks."),
    said("How long it took is known of {timed} of {contacts} interviews and group talks; from the first to "
         "the last dated turn {least} to {most} minutes."),
    said("How long it took is known of {timed} of {contacts} interviews and group talks."),
    said("{shown_findings} finding[s] [was|were] shown to {shown_persons} of {persons} persons; replies: {replies}, "
         "of which {agree} agree."),
    said("Answers to findings: {answers}; of these led to something that was done: {acted}."),
    said("{again} of {interviewed} who were interviewed were so more than once."),
    said("Contacts and observations: {in_field}, on {field_days} different dates from · to ·; interviews "
         "with each person on average: {times}."),
    said("Observations: {observations}, on {observed_days} different dates."),
    said("{known_sources} of {sources} sources say by which method and when they were collected; methods: {methods}."),
    said("Sources: {sources}, of {kinds} kinds; cases: {cases}, of which persons: {persons}; events: {events}."),
    said("The file of {originals} of {sources} sources is kept beside its text; corrections of texts, each "
         "on record: {corrected}"),
    said("{known_contacts} of {contacts} interviews and group talks say who held them"),
    said("{reflexive} reflexive memo[s] by … say[s] how"),
    said("The words of {heard} of {persons} persons are evidence for or against a finding; pieces of it that "
         "contradict or qualify: {against}."),
    said("{tied} of {held} findings are tied to works of the literature or quote some"),
    said("The part on limits tells {limits} thing[s] that [is|are] thin"),
    said("{meetings} meeting[s] on [a case|cases] [is|are] on record"),
    said("Another explanation is on record with {thought} of {held} findings; rivals set against them: {contests}."),
    said("{quoted} of {held} findings quote what bears them out; quotations, each with where it stands: "
         "{quotations}; cases quoted: {quoted_cases}."),
    said("No check fails for {unfailing} of {held} findings"),
    said("{whole} of {held} findings rest on evidence that leads back to the material without a gap; of the "
         "pieces of evidence {standing} of {held_pieces} do."),
    said("{persons} person[s] took part."),
    said("{withdrawn} person[s] withdrew consent."),
    said("{described} of {persons} persons are described, by"),
    said("The setting is written down for {settings} of {in_field} contacts."),
    said("The version of the interview guide is written down for {guides} of {contacts} contacts."),
    said("Who else was there is written down for {company} of {contacts} contacts."),
    said("How it was recorded is written down for {recordings} of {contacts} contacts."),
    said("Whether it was returned to the participant is written down for {returned} of {contacts} contacts."),
    said("The relation between interviewer and participant is written down for {relations} of {contacts} contacts."),
    said("Of {contacts} interviews and group talks the guide is on record for {guides}, how they were recorded "
         "for {recordings}."),
    said("Events that tell what happened around it: {events}."),
    said("Vignettes: {vignettes}; events: {events}."),
    said("Of {held} findings {full} are borne out by several people and several kinds of source, {partial} by either."),
    said("What speaks against it was looked for with {searched} of {held} findings; searches logged: {searches}."),
    said("{borne_later} of {held} findings are borne out by words that came in after they were written; sources "
         "not read yet: {unread}."),
    said("{firm_findings} finding[s] [is|are] supported or verified: …."),
    said("Findings that are exceptions, qualified or rejected: {minor}; pieces of evidence that contradict or "
         "qualify: {against}."),
    said("Findings: {findings}, of which supported or verified: {firm_findings}; questions they answer: "
         "{answered} of {questions}."),
    said("{scoped} of {held} findings say in a query whom they speak about"),
    said("each sealed by the one before it: {changes}, of which undone: {undone}."),
    said("Checks that people judged: {judged}; remarks of others on record: {remarks}."),
    said("The study is described in {described_in} words."),
    said("Works of the literature on record: {works}; of them or others read as sources: {literature_read}."),
    said("The study asks {questions} question[s]."),
    said("Of {techniques} techniques of trustworthiness {known} are on record, {partly_known} of them in part."),
)  # fmt: skip

FIELD = ("interview", "focus group", "observation")


def list_numbers(t: Tables, checks: dict[str, dict[str, Numbers]]) -> dict[str, Any]:
    """The numbers in all checklists; ``checks`` are those of each finding, by its label."""
    return {
        **_codebook(t), **_material(t), **_people(t), **_findings(t, checks), **_rest(t),
    }  # fmt: skip


@cache
def listed(t: Tables, name: str) -> dict[str, int]:
    """How many items of a checklist are in which state; what is optional is left out."""
    items = t.study.checklists.read(name).filled.items
    states = Counter(one.state for one in items if not one.domain.optional)
    return {
        "items": states.total(), "on": states["on record"], "partly": states["partly"],
        "off": states["not on record"], "none": states["not applicable"],
    }  # fmt: skip


def _codebook(t: Tables) -> dict[str, Any]:
    codes, codings = t.study.store.all(Code), t.study.store.all(Coding)
    codable = [one for one in codes if one.codable]
    used = [one for one in codable if one.guid in {c.code for c in codings}]

    def depth(code: Code) -> int:
        return 1 + (depth(t.codes[code.parent]) if code.parent else 0)

    by_source: defaultdict[str, set[str]] = defaultdict(set)
    hands: defaultdict[str, set[str]] = defaultdict(set)
    for one in codings:
        source = t.segments[one.segment].source
        by_source[source].add(one.code)
        if t.by_people(one):
            hands[source].add(one.user)
    dated = sorted(
        (t.sources[s].collected, t.sources[s].name, s) for s in by_source if t.sources[s].collected
    )
    seen: set[str] = set()
    new = []
    for _, _, source in dated:
        new.append(len(by_source[source] - seen))
        seen |= by_source[source]
    kinds = Counter(one.kind for one in codable)
    second = {one.guid for one in t.study.store.all(Round) if one.again and one.closed}
    reread = {
        one.source for one in t.study.store.all(Assignment) if one.round in second and one.read
    }
    return {
        "frames": len({one.frame for one in codes if one.frame}), "codable": len(codable),
        "levels": max(map(depth, codes)), "used": len(used),
        "defined_codes": sum(bool(one.short or one.definition) for one in used),
        "a_priori": kinds["a priori"], "inductive": kinds["inductive"], "patterns": kinds["pattern"],
        "hands": len({user for users in hands.values() for user in users}),
        "dated_coded": len(dated), "dated_codes": len(seen), "new_in_last": sum(new[-2:]),
        "twice": sum(len(users) > 1 for users in hands.values()), "coded_sources": len(by_source),
        "reread": len(reread & set(by_source)),
    }  # fmt: skip


def _material(t: Tables) -> dict[str, Any]:
    sources = list(t.sources.values())
    contacts = [one for one in sources if one.kind in FIELD[:2]]
    field = [one for one in sources if one.kind in FIELD]
    observed = [one for one in sources if one.kind == "observation"]
    held: Counter[str] = Counter()
    for one in contacts:
        held.update(_cases_of(t, one.guid))
    spans = {one.guid: span for one in contacts if (span := _minutes(t, one.guid)) is not None}

    def filled(form: str, field: str, among: list[Any]) -> set[str]:
        return {
            one.guid for one in among
            if dict(t.study.forms.read("source", one.guid, form).values).get(field, "").strip()
        }  # fmt: skip

    places = filled("interview", "setting", field) | filled("observation", "setting", field) | filled("contact", "contact", field)  # fmt: skip
    return {
        "contacts": len(contacts), "in_field": len(field), "observations": len(observed),
        "observed_days": len({one.collected for one in observed if one.collected}),
        "field_days": len({one.collected for one in field if one.collected}),
        "times": held.total() / len(held), "interviewed": len(held),
        "again": sum(n > 1 for n in held.values()),
        "known_contacts": sum(bool(one.collector) for one in contacts),
        "known_sources": sum(bool(one.method and one.collected) for one in sources),
        "methods": len({one.method for one in sources if one.method}),
        "kinds": len({one.kind for one in sources}), "events": len(t.study.store.all(Event)),
        "originals": sum(one.original is not None for one in sources),
        "unread": sum(one.status == "to read" for one in sources),
        "timed": len(filled("interview", "duration", contacts) | set(spans)),
        "least": min(spans.values(), default=None), "most": max(spans.values(), default=None),
        "summaries": sum(_has_sheet(t, one.guid, "contact") for one in contacts),
        "settings": len(places),
        "guides": len(filled("interview", "guide", contacts)),
        "recordings": len(filled("interview", "recording", contacts)),
        "returned": len(filled("interview", "returned", contacts)),
        "relations": len(filled("interview", "relation", contacts)),
        "company": len(filled("interview", "setting", contacts) | filled("contact", "contact", contacts)),
        "literature_read": sum(one.kind == "literature" for one in sources),
        "works": len(t.study.store.all(Reference)),
    }  # fmt: skip


def _has_sheet(t: Tables, guid: str, form: str) -> bool:
    return any(dict(t.study.forms.read("source", guid, form).values).values())


def _cases_of(t: Tables, source: str) -> set[str]:
    """The cases that are tied to a source, or whose speakers speak in it."""
    tied = {one.owner for one in t.links
            if (one.role, one.owner_kind, one.target) == ("member", "case", source)}  # fmt: skip
    spoken = {
        t.speaker(source, one.speaker) for one in t.blocks if one.source == source and one.speaker
    }
    return tied | {case for case in spoken if case}


def _minutes(t: Tables, source: str) -> int | None:
    """Minutes from the first to the last dated turn."""
    times = [
        one.time
        for one in t.study.store.all(Block)
        if one.source == source and one.time is not None
    ]
    if len(times) < 2:
        return None
    return round((max(times) - min(times)).total_seconds() / 60)


def _people(t: Tables) -> dict[str, Any]:
    persons = [one for one in t.cases.values() if one.kind == "person"]
    consents = {
        case.guid: [one for one in t.study.store.all(Consent) if one.case == case.guid]
        for case in persons
    }
    given = t.study.store.all(Feedback)
    shown = {one.case for one in given} & {one.guid for one in persons}
    replies = [one for one in given if one.answer != "no reply"]
    described = {one.owner for one in t.values}
    return {
        "consented_persons": sum(bool(found) for found in consents.values()),
        "asked_persons": sum(any(one.form for one in found) for found in consents.values()),
        "withdrawn": sum(bool(found) and all(one.withdrawn for one in found) for found in consents.values()),
        "shown_findings": len({one.finding for one in given}), "shown_persons": len(shown),
        "replies": len(replies), "agree": sum(one.answer == "agree" for one in given),
        "answers": len(given), "acted": sum(bool(one.action.strip()) for one in given),
        "described": sum(one.guid in described for one in persons),
    }  # fmt: skip


def _findings(t: Tables, checks: dict[str, dict[str, Numbers]]) -> dict[str, Any]:
    every = t.study.store.all
    findings = list(t.findings.values())
    held = {one.guid: one for one in findings if one.status != "rejected"}
    there = {one.guid for one in t.segments.values() if one.lost is None}
    pieces = [one for one in t.evidence if one.finding in held]
    quoting = [one for one in pieces if one.target in there]
    kept = {one.guid for one in every(Snapshot)}
    standing = [one for one in pieces if one.target in there | kept]
    whole = [guid for guid in held if (own := [one for one in pieces if one.finding == guid])
             and all(one in standing for one in own)]  # fmt: skip
    searches = [one for one in every(Search) if one.finding in held]
    cited = {one.owner for one in t.links if (one.role, one.owner_kind) == ("reference", "finding")}
    read = {
        one.finding
        for one in quoting
        if t.sources[t.segments[one.target].source].kind == "literature"
    }
    levels = Counter(checks[one.label]["triangulation"]["level"] for one in held.values())
    people = {guid for guid, one in t.cases.items() if one.kind == "person"}
    speaking = {t.owner(t.segments[one.target]) for one in t.evidence if one.target in there}
    return {
        "held": len(held), "held_pieces": len(pieces), "quotations": len(quoting),
        "quoted": len({one.finding for one in quoting}),
        "quoted_cases": len({case for one in quoting if (case := t.owner(t.segments[one.target]))}),
        "standing": len(standing), "whole": len(whole),
        "thought": sum(bool(one.rival.strip()) for one in held.values()),
        "contests": sum(one.finding in held for one in every(Contest)),
        "scoped": sum(bool(one.scope.strip()) for one in held.values()),
        "searches": len(searches), "searched": len({one.finding for one in searches}),
        "tied": len((cited | read) & set(held)),
        "unfailing": sum(
            card.finding.guid in held and all(one.verdict.outcome != "fails" for one in card.checks)
            for card in t.study.findings.cards()
        ),
        "full": levels["full"], "partial": levels["partial"],
        "borne_later": sum(bool(checks[one.label]["replication"]["later"]) for one in held.values()),
        "firm_findings": sum(one.status in ("supported", "verified") for one in findings),
        "minor": sum(one.kind == "exception" or one.status in ("qualified", "rejected") for one in findings),
        "against": sum(one.stance != "supports" for one in t.evidence),
        "answered": len({one.question for one in findings} - {None}),
        "heard": len(people & speaking),
    }  # fmt: skip


def _rest(t: Tables) -> dict[str, Any]:
    every = t.study.store.all
    memos, known = every(Memo), listed(t, "criteria")
    return {
        "reflexive": sum(one.kind == "reflexive" for one in memos),
        "meetings": sum(_is_sheet(t, one, "meeting") for one in memos),
        "vignettes": sum(_is_sheet(t, one, "vignette") for one in memos),
        "remarks": len(every(Remark)),
        "techniques": known["items"], "known": known["on"] + known["partly"],
        "partly_known": known["partly"],
        "described_in": len(every(StudyInfo)[0].description.split()),
    }  # fmt: skip


def _is_sheet(t: Tables, memo: Memo, form: str) -> bool:
    owner = next((one for one in t.links if (one.role, one.owner) == ("memo", memo.guid)), None)
    if owner is None or owner.target_kind not in ("source", "case"):
        return False
    try:
        filled = t.study.forms.read(owner.target_kind, owner.target, form)
    except InvalidInput:  # a form about something else
        return False
    return filled.memo is not None and filled.memo.guid == memo.guid
