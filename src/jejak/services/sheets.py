"""Summary forms and marks of the coverage board, for the displays that are made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..displays import DisplayKind
from ..model import Link, Memo, Question, User
from ..model.corpus import Corpus
from ..model.identity import now
from ..model.sheets import AskedField, FormSheet, RoundSheet, SheetForm, Sheets
from ..store import Rows
from .coverage import marks
from .form_templates import forms
from .form_text import asked_of, is_filled, read_form
from .round_cards import round_cards
from .round_figures import figures_of

__all__ = ["with_sheets"]


def with_sheets(
    rows: Rows, corpus: Corpus, kind: DisplayKind, authors: Sequence[str] | None = None
) -> Corpus:
    """The corpus as a kind of display reads it: with the summary forms where it is made of them,
    those alone that ``authors`` (GUIDs) filled, if given."""
    if not kind.sheets:
        return corpus
    questions = sorted(rows.all(Question), key=lambda one: one.position)
    texts = [(one.guid, one.text) for one in questions]
    every = [(form, tuple(asked_of(form, texts))) for form in forms()]
    memos = {memo.guid: memo for memo in rows.all(Memo, kind="summary")}
    people = {user.guid: user.name for user in rows.all(User)}
    filled: dict[tuple[str, str], FormSheet] = {}
    for link in rows.among(Link, "owner", memos):
        memo = memos[link.owner]
        if link.role != "memo" or (authors is not None and memo.user not in authors):
            continue
        for form, asked in every:
            if form.of == link.target_kind and is_filled(form, memo.body):
                values, _ = read_form(asked, memo.body.lstrip("\n").partition("\n")[2])
                sheet = FormSheet(form.name, link.target, people.get(memo.user, ""), values)
                filled.setdefault((form.name, link.target), sheet)
    said = {key: (mark.state, mark.reason) for key, mark in marks(rows, "kind").items()}
    asks = tuple(
        SheetForm(
            form.name, form.of, form.kinds, form.title,
            tuple(AskedField(one.name, one.heading) for one in asked),
        )
        for form, asked in every
    )  # fmt: skip
    rounds = tuple(_rounds(rows))
    sheets = Sheets(asks, tuple(filled.values()), said, now().date(), rounds)
    return replace(corpus, sheets=sheets)


def _rounds(rows: Rows) -> Iterator[RoundSheet]:
    for card in round_cards(rows):
        for one in figures_of(card.round):
            bounds = (one.low, one.high) if one.low is not None else (one.least, one.greatest)
            names = tuple(who.name for who in card.coders if one.coder in {None, who.guid})
            yield RoundSheet(
                f"{card.round.guid}{one.coder or ''}", card.round.name, names, card.round.again,
                one.measure, one.sources, one.differences, one.value, *bounds,
            )  # fmt: skip
