"""``jejak check``: what each finding lacks."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from ..model import Message, say
from .failing import failures, several
from .manuscript_told import misquotes
from .show import as_json, json_option, study_argument

if TYPE_CHECKING:
    from ..services.findings import CheckCard, FindingCard

__all__ = ["check"]

_SIGNS = {"holds": "+", "weak": "~", "fails": "×", "not applicable": "·"}
_COLOURS = {"holds": "green", "weak": "yellow", "fails": "red", "not applicable": None}
# The worst of several is what a finding comes to.
_WORST = ("fails", "weak", "holds", "not applicable")


@click.command()
@study_argument
@click.argument("finding", required=False)
@click.option(
    "--fail-on", multiple=True, callback=several, metavar="WHAT",
    help="Exit with 1 when a check fails; is weak or fails; was judged and is out of date (stale); when "
    "a finding is not yet verified, qualified or rejected, or lacks what its status asks for "
    "(unverified); when evidence quotes words that are gone, or a manuscript quotes otherwise than its source says "
    "(misquoted). Commas between several.",
)  # fmt: skip
@click.option("--leave-one-out", is_flag=True,
              help="Say instead what would change without each participant, source and coder.")  # fmt: skip
@click.option("--lang", help="The language to say it in: id or en; the study's own by default.")
@json_option
@click.pass_context
def check(
    ctx: click.Context,
    study: str,
    finding: str | None,
    fail_on: frozenset[str],
    leave_one_out: bool,
    lang: str | None,
    as_json_: bool,
) -> None:
    """Run verification: say what each finding lacks, and of one finding all there is to say.

    Where an analyst has judged a check and what it rests on has not changed, their verdict counts.

    Example: jejak check study.jejak --fail-on unverified,stale,misquoted
    """
    from ..i18n import check_language, translate
    from ..study import open_study

    with open_study(study) as work:
        language = check_language(lang or work.language)
        findings = work.findings
        cards = findings.cards() if finding is None else [findings.card(findings.get(finding))]
        misquoting = misquotes(work.manuscripts.misquoted()) if finding is None else []
        if leave_one_out:
            left = [(card, findings.leave_one_out(card.finding)) for card in cards]
    if leave_one_out:
        from .leaving_one import tell

        tell(left, language, flat=as_json_)
    elif as_json_:
        as_json([_row(card, one, language) for card in cards for one in card.checks])
    else:
        _tell(cards, language, whole=finding is not None)
        for told in misquoting:
            click.echo("\n".join(_wrapped(translate(told, language), 0)))
    failing = failures(cards, fail_on, language)
    if "misquoted" in fail_on:
        failing += [f"misquoted: {translate(told, language)}" for told in misquoting]
    if failing:
        click.echo("\n".join(failing), err=True)
        ctx.exit(1)


def _row(card: FindingCard, one: CheckCard, language: str) -> dict[str, Any]:
    from ..i18n import translate

    verdict, judged = one.verdict, one.judged
    return {
        "finding": card.finding.label,
        "tactic": verdict.tactic,
        "verdict": verdict.outcome,
        "sentence": translate(verdict.sentence, language),
        "advice": None if verdict.advice is None else translate(verdict.advice, language),
        "facts": dict(verdict.facts),
        "judged": None if judged is None else judged.verdict,
        "judged_by": one.judged_by,
        "note": None if judged is None else judged.note,
        "stale": one.stale,
    }


def _tell(cards: list[FindingCard], language: str, *, whole: bool) -> None:
    from ..checks.words import limits
    from ..i18n import translate
    from ..model.verdict import Thresholds

    if not cards:
        click.echo(translate(say("There are no findings to check yet."), language), err=True)
        return
    for card in cards:
        for line in _card(card, language, whole=whole):
            click.echo(line, color=_colour())
        click.echo()
    if not whole:
        worst = Counter(_worst(card) for card in cards)
        held = worst["holds"] + worst["not applicable"]
        sums = {"held": held, "weak": worst["weak"], "failed": worst["fails"]}
        told = say(
            "{n} finding: {held} hold throughout, {weak} weak in something, {failed} failing in "
            "something.|{n} findings: {held} hold throughout, {weak} weak in something, {failed} "
            "failing in something.",
            n=len(cards), **sums,
        )  # fmt: skip
        click.echo("\n".join(_wrapped(translate(told, language), 0)))
    click.echo("\n".join(_wrapped(translate(limits(Thresholds()), language), 0)))


def _colour() -> bool | None:
    """Colours on terminals only, and never where the person wants none."""
    return False if os.environ.get("NO_COLOR") else None


def _worst(card: FindingCard) -> str:
    found = {one.standing for one in card.checks}
    return next((outcome for outcome in _WORST if outcome in found), "not applicable")


def _card(card: FindingCard, language: str, *, whole: bool) -> Iterator[str]:
    from ..i18n import translate

    finding = card.finding
    yield from _wrapped(f"{finding.label}  {finding.statement}", len(finding.label) + 2, first=0)
    counts = say(
        "{status} · {supports} for, {qualifies} qualifying, {contradicts} against",
        status=Message(finding.status), **card.counts,
    )  # fmt: skip
    yield from _wrapped(translate(counts, language), 2)
    if card.lacks:
        told = say(
            "! no longer borne out as {status}: {lacks}", status=Message(finding.status),
            lacks=[lack.sentence for lack in card.lacks],
        )  # fmt: skip
        yield from _wrapped(translate(told, language), 4, first=2)
    sound = [one for one in card.checks if one.standing == "holds" and not one.stale]
    for one in card.checks:
        if whole or (one not in sound and (one.standing != "not applicable" or one.stale)):
            yield from _check(one, language)
    if not whole and len(sound) == len(card.checks):
        yield from _wrapped(
            translate(say("It lacks nothing that these checks ask for."), language), 2
        )
    elif not whole and sound:
        titles = say("holds: {titles}", titles=[one.title for one in sound])
        yield from _wrapped(f"{_SIGNS['holds']} {translate(titles, language)}", 4, first=2)


def _check(one: CheckCard, language: str) -> Iterator[str]:
    from ..checks.words import OUTCOME_WORDS
    from ..i18n import translate

    word = translate(OUTCOME_WORDS[one.standing], language)
    title = translate(one.title, language)
    mark = click.style(f"{_SIGNS[one.standing]} {word}", fg=_COLOURS[one.standing], bold=True)
    yield f"  {mark}  {title}"
    yield from _wrapped(translate(one.verdict.sentence, language), 4)
    if one.verdict.advice is not None:
        yield from _wrapped(f"→ {translate(one.verdict.advice, language)}", 6, first=4)
    if one.judged is not None:
        yield from _wrapped(translate(_judgement(one), language), 4)
    if one.stale:
        stale = say("Out of date: what this judgement rested on has changed.")
        yield from _wrapped(translate(stale, language), 4)


def _judgement(one: CheckCard) -> Message:
    from ..checks.words import OUTCOME_WORDS

    assert one.judged is not None
    shown, verdict = (OUTCOME_WORDS[word] for word in (one.verdict.outcome, one.judged.verdict))
    words = {"name": one.judged_by, "verdict": verdict, "shown": shown}
    if one.judged.note:
        note = one.judged.note
        return say("{name} judged: {verdict} (shown today: {shown}). {note}", note=note, **words)
    return say("{name} judged: {verdict} (shown today: {shown}).", **words)


def _wrapped(text: str, indent: int, *, first: int | None = None) -> list[str]:
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    return textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=" " * (indent if first is None else first),
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )
