"""``jejak record``: what is put on record when a finding is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .places import PLACE, places
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..model import Record

__all__ = ["record"]

_HIDDEN = {"guid", "finding", "user", "created"}


@click.command()
@study_argument
@click.argument("finding")
@click.argument("kind", required=False)
@click.argument("values", nargs=-1, metavar="[FIELD=VALUE]…")
@click.option("--change", "changed", metavar="GUID", help="Change this one instead of a new one.")
@click.option("--remove", "removed", multiple=True, metavar="GUID", help="Take it away; repeat it.")
@click.option(
    "--words", "where", multiple=True, metavar=PLACE,
    help="The words that came about so (circumstances), or that a surprise or step rests on.",
)  # fmt: skip
@json_option
@user_option
def record(
    study: str, finding: str, kind: str | None, values: tuple[str, ...], changed: str | None,
    removed: tuple[str, ...], where: tuple[str, ...], as_json_: bool, user: str | None,
) -> None:  # fmt: skip
    r"""Put on record how a finding was tested; without a kind, show what is.

    \b
    search        a search for what speaks against it: query, inspected, found, note
    feedback      what somebody made of it: case or who, date, shown, answer (agree,
                  partly, disagree, no reply), comment, action
    rule          what must hold if it does: condition, consequence (queries), unit
                  (case, source, segment), ordered, third, prediction, due, outcome, note
    standing      an unusual case: case, unusual (outlier, extreme), verdict (holds, fails,
                  not applicable), why
    contest       against another finding: rival, state (ruled out, weakened, retained,
                  joint), why
    quantity      what a word in its statement counts: phrase, query, base, low, high
    appraisal     a part of the confidence in it: component (methodological limitations,
                  coherence, adequacy, relevance), concern (no or very minor, minor,
                  moderate, serious), why; or component=overall and why alone
    plausible     that it merely makes sense so far: why
    surprise      what went against expectation: expectation, theory (that it implies),
                  sought (evidence), result; with --words what it rests on
    step          a step of the reasoning that leads to it: number, proposition, prediction,
                  seen (open, seen, not seen); with --words what it rests on
    circumstances how words came about: first-hand, observed, volunteered, later contact,
                  knowledgeable, corroborated, leading question, in company (yes, no, or
                  nothing to take it back)

    \b
    Examples: jejak record study.jejak F1 search query='code:Price and not code:Anonymity' \
                  inspected=40 found=2 note="Both speak of the first months only."
              jejak record study.jejak F1 feedback case=G answer=partly comment="Not always."
              jejak record study.jejak F1 circumstances volunteered=yes --words 'finding:F1'
    """
    from ..study import open_study

    given = dict(_pair(value) for value in values)
    with open_study(study, user=user) as work:
        one = work.findings.get(finding)
        if kind == "circumstances":
            _record_circumstances(work, where, given)
        elif kind is not None and removed:
            click.echo(f"{work.verification.remove(kind, list(removed))} removed.", err=True)
        elif kind is not None:
            _put(work, one, kind, changed, _typed(kind, given), where)
        found = work.verification.of(one)
        names = _names(work)
    rows = [_row(each, names) for many in found.values() for each in many]
    if as_json_:
        as_json(rows)
    else:
        table([row | {"what": _what(row)} for row in rows], ("kind", "what", "guid"))


def _put(
    work: Any, one: Any, kind: str, changed: str | None, given: dict[str, Any],
    where: tuple[str, ...],
) -> None:  # fmt: skip
    with work.change(f"A {kind} on record of {one.label}"):
        if changed is None:
            changed = work.verification.add(one, kind, **given).guid
        elif given:
            work.verification.update(kind, changed, **given)
        for what in where:
            shown = [(source.guid, start, end) for source, start, end in places(work, what)]
            work.verification.show(kind, changed, shown)


def _pair(value: str) -> tuple[str, str]:
    from ..errors import InvalidInput

    name, sign, told = value.partition("=")
    if not sign:
        raise InvalidInput("bad-value", f"“{value}” says nothing: write FIELD=VALUE.")
    return name.strip(), told.strip()


_NUMBERS = {"search": ("inspected", "found"), "quantity": ("low", "high"), "step": ("number",)}
_YES = {"yes": True, "true": True, "ya": True, "no": False, "false": False, "tidak": False}


def _typed(kind: str, given: dict[str, str]) -> dict[str, Any]:
    """Numbers and flags as such; all else stays text."""
    numbers = _NUMBERS.get(kind, ())
    found: dict[str, Any] = dict(given)
    for name in numbers:
        if name in given:
            found[name] = _number(given[name], whole=kind != "quantity")
    if kind == "rule" and "ordered" in given:
        found["ordered"] = _yes(given["ordered"])
    return found


def _number(told: str, *, whole: bool) -> int | float:
    from ..errors import InvalidInput

    try:
        return int(told) if whole else float(told)
    except ValueError as error:
        raise InvalidInput("no-number", f"“{told}” is no number.") from error


def _yes(told: str) -> bool:
    from ..errors import InvalidInput

    if told.casefold() not in _YES:
        raise InvalidInput("no-answer", f"Answer yes or no, not “{told}”.")
    return _YES[told.casefold()]


def _record_circumstances(work: Any, where: tuple[str, ...], given: dict[str, str]) -> None:
    from ..errors import InvalidInput

    told = {name: _yes(value) if value else None for name, value in given.items()}
    if not where or not told:
        raise InvalidInput("no-words", "Say which words (--words) came about how (first-hand=yes).")
    count = 0
    with work.change("Circumstances of words"):
        for what in where:
            for source, start, end in places(work, what):
                work.verification.set_quality_at(source, start, end, told)
                count += 1
    click.echo(f"{count} segments", err=True)


def _names(work: Any) -> dict[str, str]:
    from ..model import Attribute, Case, Finding

    names = {one.guid: one.name for one in work.store.all(Case)}
    names |= {one.guid: one.name for one in work.store.all(Attribute)}
    return names | {one.guid: one.label for one in work.store.all(Finding)}


def _row(one: Record, names: dict[str, str]) -> dict[str, Any]:
    values = {
        name: names.get(value, value) if isinstance(value, str) else value
        for name in one.__dataclass_fields__
        if name not in _HIDDEN
        for value in [getattr(one, name)]
    }
    return {"guid": one.guid, "kind": one.KIND, **values}


def _what(row: dict[str, Any]) -> str:
    told = ((name, value) for name, value in row.items() if name not in {"guid", "kind"})
    return " · ".join(f"{name}: {value}" for name, value in told if value not in {None, "", False})
