"""``jejak findings`` and ``finding``: conclusions, and what speaks for and against them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput, NotFound
from .places import places
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..model import Finding
    from ..services.findings import EvidenceCard, FindingCard

__all__ = ["finding", "findings"]

_STANCES = ("supports", "qualifies", "contradicts")
_NEXT = {"hunch": "proposition", "proposition": "supported", "supported": "verified"}


@click.command()
@study_argument
@json_option
def findings(study: str, as_json_: bool) -> None:
    """List the findings, with how much speaks for and against each."""
    from ..study import open_study

    with open_study(study) as work:
        rows = [_row(card) for card in work.findings.cards()]
    if as_json_:
        as_json(rows)
    else:
        rows = [row | {"status": _standing(row)} for row in rows]
        table(rows, ("name", "status", *_STANCES, "unweighed", "statement"))


def _row(card: FindingCard) -> dict[str, Any]:
    one = card.finding
    return {
        "guid": one.guid,
        "name": one.label,
        "statement": one.statement,
        "kind": one.kind,
        "status": one.status,
        "confidence": one.confidence,
        "question": card.question,
        "scope": one.scope,
        "cases": [name for _, name in card.scope],
        "codes": [path for _, path in card.codes],
        "rival": one.rival,
        **{stance: card.counts[stance] for stance in _STANCES},
        "unweighed": card.unweighed,
        "misquoted": card.misquoted,
        "plausible_only": card.plausible_only,
        "confirmed": list(card.confirmed),
        "lacking": {
            status: [str(lack.sentence) for lack in lacks]
            for status, lacks in card.lacking.items()
            if lacks
        },
    }


def _standing(row: dict[str, Any]) -> str:
    return f"{row['status']} (plausible only)" if row["plausible_only"] else str(row["status"])


@click.command()
@study_argument
@click.argument("label", required=False)
@click.option("--statement", help="What is concluded, in one sentence.")
@click.option("--kind", help="description, pattern, relation, cause, typology or exception.")
@click.option("--status", help="hunch, proposition, supported, verified, qualified or rejected.")
@click.option("--confidence", help="high, moderate, low or very low.")
@click.option("--rival", help="What else could explain it.")
@click.option("--question", type=int, help="The number of the question it answers; 0 for none.")
@click.option("--scope", help="A query over cases, such as “case in (S, G)”; empty for all.")
@click.option("--code", "codes", multiple=True, help="A code it is about; repeat it.")
@click.option(
    "--supports",
    multiple=True,
    metavar="WHAT",
    help="A query, SOURCE:START-END, or @KEY of a work.",
)
@click.option("--qualifies", multiple=True, metavar="WHAT", help="The same, for what limits it.")
@click.option(
    "--contradicts", multiple=True, metavar="WHAT", help="The same, for what is against it."
)
@click.option("--weight", type=int, help="The weight of that evidence, 0 to 6.")
@click.option("--why", default="", help="Why it counts.")
@click.option("--judge", "judged", multiple=True, metavar="CHECK=VERDICT", help="Judge a check.")
@click.option("--note", default="", help="The reasons for that judgement.")
@json_option
@user_option
def finding(
    study: str,
    label: str | None,
    codes: tuple[str, ...],
    question: int | None,
    supports: tuple[str, ...],
    qualifies: tuple[str, ...],
    contradicts: tuple[str, ...],
    weight: int | None,
    why: str,
    judged: tuple[str, ...],
    note: str,
    as_json_: bool,
    user: str | None,
    **values: str | None,
) -> None:
    r"""Write a finding, or change one; then show it with its evidence.

    A label that is not there yet makes a new finding. Codes replace those it was about. A status
    that asks for more than there is on record is refused, and it is said what lacks.

    \b
    Example: jejak finding study.jejak F8 --statement "Sellers keep two accounts." \
                   --code Anonymity --scope 'case.role = seller' \
                   --supports 'code:Anonymity and text:"two accounts"' --weight 4
    """
    from ..study import open_study

    evidence = {"supports": supports, "qualifies": qualifies, "contradicts": contradicts}
    given: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    if codes:
        given["codes"] = codes
    with open_study(study, user=user) as work:
        if question is not None:
            given["question"] = _question(work, question)
        if given or judged or any(evidence.values()):
            with work.change(f"Finding {label}" if label else "A new finding"):
                status = given.pop("status", None)
                one = _written(work, label, given)
                _weigh_all(work, one, evidence, weight=weight, why=why)
                for judgement in judged:
                    _judge(work, one, judgement, note)
                if status is not None:
                    work.findings.update(work.findings.get(one.guid), status=status)
        else:
            one = _there(work, label)
        card, cards = work.findings.card(work.findings.get(one.guid)), work.findings.evidence(one)
    if as_json_:
        as_json(_row(card) | {"evidence": [_evidence_row(each) for each in cards]})
    else:
        click.echo("\n".join(_told(card, cards)))


def _there(work: Any, label: str | None) -> Finding:
    if label is None:
        raise InvalidInput("no-finding", "Say which finding, or what it states.")
    found: Finding = work.findings.get(label)
    return found


def _question(work: Any, number: int) -> str | None:
    if number == 0:
        return None
    for question in work.questions:
        if question.position == number:
            return str(question.guid)
    raise NotFound("no-such-question", f"The study has no question {number}.")


def _written(work: Any, label: str | None, given: dict[str, Any]) -> Finding:
    there = [one for one in work.findings.all() if label and one.label == label]
    if not there and label is not None and "statement" not in given:
        there = [work.findings.get(label)]  # by GUID or in another case, or it is not there
    if not there:
        if "statement" not in given:
            raise InvalidInput("no-statement", "A new finding needs --statement.")
        made: Finding = work.findings.add(given.pop("statement"), label=label, **given)
        return made
    changed: Finding = work.findings.update(there[0], **given) if given else there[0]
    return changed


def _weigh_all(
    work: Any, one: Finding, evidence: dict[str, tuple[str, ...]], *, weight: int | None, why: str
) -> None:
    for stance, wanted in evidence.items():
        for what in wanted:
            _weigh(work, one, what, stance=stance, weight=weight, why=why)


def _weigh(
    work: Any, one: Finding, what: str, *, stance: str, weight: int | None, why: str
) -> None:
    """What is evidence already stays as it is; the rest of what a query finds joins it."""
    from ..errors import Conflict

    found, kept = list(_weighable(work, what)), 0
    for target in found:
        try:
            work.findings.add_evidence(one, **target, stance=stance, weight=weight, why=why)
        except Conflict:
            kept += 1
    told = f"{len(found) - kept} {stance}: {what}"
    click.echo(f"{told} ({kept} were evidence already)" if kept else told, err=True)


def _weighable(work: Any, what: str) -> Iterator[dict[str, Any]]:
    """A work of the literature by its key, or the passages that a text names."""
    if what.startswith("@"):
        yield {"target_kind": "reference", "target": work.references.get(what[1:]).guid}
        return
    for source, start, end in places(work, what):
        yield {"source": source, "start": start, "end": end}


def _judge(work: Any, one: Finding, judgement: str, note: str) -> None:
    tactic, sign, verdict = judgement.partition("=")
    if not sign:
        raise InvalidInput("bad-judge", "--judge wants CHECK=VERDICT, such as participants=holds.")
    work.findings.judge(one, tactic.strip(), verdict.strip(), note)


def _evidence_row(card: EvidenceCard) -> dict[str, Any]:
    one, segment = card.evidence, card.segment
    return {
        "guid": one.guid,
        "stance": one.stance,
        "weight": one.weight,
        "why": one.why,
        "by": card.by,
        "source": segment.source_name if segment else None,
        "start": segment.start if segment else None,
        "end": segment.end if segment else None,
        "text": card.told("en"),
        "display": card.cell.display.name if card.cell else None,
        "thing": card.thing.kind if card.thing else None,
        "case": segment.case_name if segment else None,
    }


def _lacking(card: FindingCard) -> Iterator[str]:
    """What the finding lacks for the status it has, else for the one that follows."""
    status = card.finding.status
    wanted = status if card.lacks else _NEXT.get(status)
    lacks = card.lacking.get(wanted or "", ())
    if wanted and lacks:
        told = f"{status} is not borne out" if wanted == status else f"to be {wanted} it lacks"
        yield f"    {told}:"
        for lack in lacks:
            yield f"      {lack.sentence}"
            yield f"      → {lack.advice}"


def _told(card: FindingCard, cards: list[EvidenceCard]) -> Iterator[str]:
    one = card.finding
    yield f"{one.label}  {one.statement}"
    shown = {
        "status": _standing(_row(card)),
        "confirmed by": ", ".join(card.confirmed),
        "kind": one.kind,
        "confidence": one.confidence,
        "question": card.question,
        "scope": f"{one.scope or 'all cases'}: {', '.join(name for _, name in card.scope)}",
        "codes": ", ".join(path for _, path in card.codes),
        "rival": one.rival,
    }
    yield from (f"    {name}: {value}" for name, value in shown.items() if value)
    yield from _lacking(card)
    for each in cards:
        row = _evidence_row(each)
        place = f"{row['source']} {row['start']}–{row['end']}" if row["source"] else "lost"
        place = f"“{row['display']}”" if row["display"] else place
        weight = "" if row["weight"] is None else f" [{row['weight']}]"
        yield f"  {row['stance']}{weight}  {place} {row['case'] or '·'}: {row['text']}"
        if row["why"]:
            yield f"      {row['why']}"
