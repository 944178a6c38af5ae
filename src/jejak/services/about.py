"""What the study says of itself, and what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import InvalidInput
from ..model import Question, StudyInfo, say
from ..model.identity import clean_name
from ..model.privacy import Privacy
from ..store import Change, Store

__all__ = ["About"]


class About:
    """The title, description, languages, questions and export privacy of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def update(self, **values: Any) -> StudyInfo:
        """Change the title, the description or the languages. Raises :class:`InvalidInput`."""
        unknown = set(values) - {"title", "description", "languages"}
        if unknown:
            raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(unknown)}.")
        if "title" in values:
            values["title"] = clean_name(values["title"], "study")
        if "languages" in values:
            values["languages"] = _languages(values["languages"])
        with self._store.write(say("Change what the study says of itself"), self._user) as change:
            return change.set(change.rows.all(StudyInfo)[0], **values)

    @property
    def privacy(self) -> Privacy:
        """What of people leaves the study in reports and files."""
        return Privacy.of(self._store.all(StudyInfo)[0].settings)

    def set_privacy(
        self, *, coders: str | None = None, hidden: Sequence[str] | None = None
    ) -> Privacy:
        """Say what leaves the study: how ``coders`` are named, which attributes (GUIDs) are
        ``hidden``; see :class:`Privacy`. Raises :class:`InvalidInput`."""
        with self._store.write(say("Change what may leave the study"), self._user) as change:
            info = change.rows.all(StudyInfo)[0]
            before = Privacy.of(info.settings)
            chosen = Privacy(
                before.coders if coders is None else coders,
                before.hidden if hidden is None else tuple(dict.fromkeys(hidden)),
            )
            change.set(info, settings={**info.settings, "privacy": chosen.settings})
        return chosen

    def add_question(self, text: str, position: int | None = None) -> Question:
        """Ask one question more, at a place among the others (from 1; by default the last).

        Raises :class:`InvalidInput`.
        """
        text = clean_name(text, "question")
        with self._store.write(say("Add the question “{text}”", text=text), self._user) as change:
            asked = _in_order(change)
            question = Question(text=text, position=len(asked) + 1)
            change.add(question)
            if position is None:
                return question
            return _place(change, [*asked, question], question, position)

    def change_question(
        self, question: Question, *, text: str | None = None, position: int | None = None
    ) -> Question:
        """Ask a question in other words, or at another place among the others.

        Raises :class:`InvalidInput`, :class:`NotFound`.
        """
        verb = say("Change the question “{text}”", text=question.text)
        with self._store.write(verb, self._user) as change:
            if text is not None:
                question = change.set(question, text=clean_name(text, "question"))
            if position is not None:
                question = _place(change, _in_order(change), question, position)
            return question

    def remove_question(self, question: Question) -> None:
        """Ask a question no more. Raises :class:`Conflict` while a finding answers it."""
        verb = say("Remove the question “{text}”", text=question.text)
        with self._store.write(verb, self._user) as change:
            change.remove(question)
            _number(change, _in_order(change))


def _languages(given: Sequence[str]) -> tuple[str, ...]:
    cleaned = tuple(dict.fromkeys(str(one).strip() for one in given))
    if not cleaned or not all(one and len(one) <= 35 for one in cleaned):
        raise InvalidInput("no-language", "A study has at least one language.")
    return cleaned


def _in_order(change: Change) -> list[Question]:
    return sorted(change.rows.all(Question), key=lambda one: one.position)


def _place(change: Change, asked: list[Question], moved: Question, position: int) -> Question:
    others = [one for one in asked if one.guid != moved.guid]
    others.insert(max(position, 1) - 1, moved)
    _number(change, others)
    return change.rows.get(Question, moved.guid)


def _number(change: Change, asked: list[Question]) -> None:
    for number, question in enumerate(asked, 1):
        if question.position != number:
            change.set(question, position=number)
