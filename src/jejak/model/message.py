"""Texts for people, kept apart from the language they are shown in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Message", "Problem", "say"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be shown: ``text`` is the English template and the key of its translation.

    ``args`` fill the ``{names}`` of the template; a value may itself be a :class:`Message`, or a
    sequence of them, and is translated too; so may one text in several languages, by language.
    """

    text: str
    args: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**{key: _plain(value) for key, value in self.args.items()})


def _plain(value: object) -> object:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    if isinstance(value, Mapping):
        return value["en"]
    return value


def say(text: str, /, **args: object) -> Message:
    """A :class:`Message`; the name ``say`` is what the extraction of translatable texts looks for."""
    return Message(text, args)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in data that did not stop the work: a value, never raised.

    ``code`` is stable (translation key, docs anchor), ``where`` says the place in the data
    (a row, a page, a code point offset), as text.
    """

    code: str
    message: Message
    where: str = ""
