"""``jejak settle``: disagreements of coders, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..model import say
from .agree import named, stated_read
from .displays import lang_option, language_of
from .language import note
from .show import as_json, json_option, study_argument, user_option

if TYPE_CHECKING:
    from ..services.settled import Disagreements, SettledCard

__all__ = ["settle"]

_WIDE = 80
# So much of a key is shown; any beginning that no other has will do.
_SHOWN = 6


@click.command()
@study_argument
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--keep", metavar="CODER", help="This coder's version stays, for all.")
@click.option("--both", "decision", flag_value="both", help="Every version stays, for all.")
@click.option("--neither", "decision", flag_value="neither", help="No version stays.")
@click.option("--outer", "decision", flag_value="outer", help="One stretch around all that they coded.")  # fmt: skip
@click.option("--inner", "decision", flag_value="inner", help="What all who coded it share.")
@click.option("--reason", default="", help="Why it was decided so; kept with the decision.")
@click.option("--done", is_flag=True, help="List what was settled, the latest first.")
@click.option("--by", default="size", show_default=True, help="List them by size, code or place.")
@click.option("--coders", help="Names, with commas (default: all who read something).")
@click.option("--codes", multiple=True, help="Only this code and all below it; once for each.")
@click.option("--sources", help="Only in these sources: names, with commas.")
@click.option(
    "--read",
    "stated",
    multiple=True,
    metavar="CODER=SOURCES",
    help="Who read what, with commas, or *, in place of what the history tells; once for each coder.",
)
@click.option("--limit", default=20, show_default=True, help="List at most so many.")
@lang_option
@json_option
@user_option
def settle(
    study: str, keys: tuple[str, ...], keep: str | None, decision: str | None, reason: str,
    done: bool, by: str, coders: str | None, codes: tuple[str, ...], sources: str | None,
    stated: tuple[str, ...], limit: int, lang: str | None, as_json_: bool, user: str | None,
) -> None:  # fmt: skip
    r"""List where coders differ, or settle such a place.

    Each place has a key. A decision gives all who read the place the same codings there, as one change
    that undo takes back; what each had before stays on record with the reason, and agreement is told as
    it was before and as it is now. A key is only good for what was there when it was listed.

    \b
    Examples: jejak settle study.jejak --codes Anonymity
              jejak settle study.jejak 3f2a9c --keep Rina --reason "She hides it from the buyer, too."
              jejak settle study.jejak 77d01e --outer
              jejak settle study.jejak --done
    """
    from ..study import open_study

    chosen = "keep" if keep is not None else decision
    _check(keys, keep, decision)
    asked: dict[str, Any] = {
        "coders": named(coders), "codes": codes or None, "sources": named(sources),
        "read": stated_read(stated),
    }  # fmt: skip
    with open_study(study, user=user) as work:
        language = language_of(work, lang)
        if chosen:
            made = work.agreement.settling.settle(keys, chosen, kept=keep, reason=reason, **asked)
            cards = [work.agreement.settling.get(one.guid) for one in made]
            left = work.agreement.settling.open(**asked, limit=0).total
            _tell_settled(cards, language, as_json_=as_json_)
            note(say("{n} disagreement is open.|{n} disagreements are open.", n=left))
        elif done:
            _tell_settled(work.agreement.settling.all()[:limit], language, as_json_=as_json_)
        else:
            _tell_open(
                work.agreement.settling.open(**asked, by=by, limit=limit),
                language,
                as_json_=as_json_,
            )


def _check(keys: tuple[str, ...], keep: str | None, decision: str | None) -> None:
    """Raises :class:`InvalidInput` unless there is one decision for keys, or neither."""
    from ..errors import InvalidInput

    decisions = (keep is not None) + (decision is not None)
    if keys and decisions == 0:
        raise InvalidInput(
            "no-decision", "It is not said what is decided.",
            "Give --keep CODER, --both, --neither, --outer or --inner.",
        )  # fmt: skip
    if decisions > 1 or (decisions and not keys):
        raise InvalidInput(
            "which-decision", "One decision settles disagreements that are named by their keys.",
            "List them: jejak settle STUDY.",
        )  # fmt: skip


def _tell_open(found: Disagreements, language: str, *, as_json_: bool) -> None:
    from ..i18n import translate
    from ..services.settled_told import nothing_open, told_disagreements

    if as_json_:
        as_json(told_disagreements(found, language))
        return
    why = nothing_open(found)
    if why is not None:
        note(why)
    for at, one in enumerate(found.found):
        told = translate(one.told(), language)
        place = f"{one.source_name} {one.start}–{one.end}"
        begin = "\n" if at else ""
        click.echo(f"{begin}{one.key[:_SHOWN]}  {place}  {one.code_name}: {told}")
        if not one.without:
            for had in one.had:
                spans = ", ".join(f"{start}–{end}" for start, end in had.stretches)
                click.echo(f"        {had.name} {spans}")
        click.echo(f"        {_short(one.text)}")
    if found.total > len(found.found):
        click.echo(f"\n{len(found.found)} of {found.total}", err=True)


def _tell_settled(cards: list[SettledCard], language: str, *, as_json_: bool) -> None:
    from ..i18n import translate
    from ..services.settled_told import told_settled

    if as_json_:
        as_json([told_settled(card, language) for card in cards])
        return
    for one in cards:
        record = one.record
        head = f"{one.source_name} {one.start}–{one.end}  {one.code}"
        click.echo(f"{head}: {translate(one.told(), language)}")
        who = f"{one.names[record.user]}, {record.created:%Y-%m-%d}"
        click.echo(f"        {who}{f': {record.reason}' if record.reason else ''}")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) < _WIDE else f"{words[: _WIDE - 1]}…"
