"""Texts in the reader's language: messages, lists, numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib import resources

from .errors import InvalidInput, JejakError, brief
from .model import Message

__all__ = ["LANGUAGES", "catalogue", "check_language", "refusal", "show", "translate"]

LANGUAGES = ("en", "id")


def check_language(language: str) -> str:
    """The language, if texts are there in it. Raises :class:`InvalidInput`."""
    if language not in LANGUAGES:
        raise InvalidInput(
            "unknown-language",
            f"There are no texts in “{language}”.",
            f"Use one of: {', '.join(LANGUAGES)}.",
        )
    return language


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """The translations of a language by English text, from all its catalogues; empty for English."""
    if language == "en":
        return {}
    from babel.messages.pofile import read_po

    found: dict[str, str] = {}
    for file in (resources.files("jejak") / "locales" / language).iterdir():
        with file.open("rb") as stream:
            entries = read_po(stream, locale=language)
        found |= {
            str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string
        }
    return found


def translate(message: Message | str, language: str) -> str:
    """The message in a language, its arguments shown in that language's manner.

    A template may give two forms, ``{n} segment|{n} segments``: the first is for n = 1.
    """
    if isinstance(message, str):
        message = Message(message)
    template = catalogue(language).get(message.text, message.text)
    if not message.args and "{" not in template and "|" not in template:
        return template
    if "|" in template:
        one, _, many = template.partition("|")
        template = one if message.args.get("n") == 1 else many
    return template.format(**{name: show(value, language) for name, value in message.args.items()})


def refusal(error: JejakError, language: str) -> tuple[str, str]:
    """What an error says happened, and what to do about it: in that language where it is written in
    it, else in English."""
    message, hint = (
        translate(one, language) if isinstance(one, Message) else str(one) for one in error.said
    )
    return brief(message), brief(hint)


def show(value: object, language: str) -> str:
    """A value as people write it: numbers, dates, lists and messages in that language; of texts by
    language, the one in it."""
    if isinstance(value, Message):
        return translate(value, language)
    if isinstance(value, bool):
        return translate(Message("yes" if value else "no"), language)
    if isinstance(value, int):
        return f"{value:,}".replace(",", "." if language == "id" else ",")
    if isinstance(value, float):
        return _decimal(value, language)
    if isinstance(value, date | datetime):
        return _date(value, language)
    if isinstance(value, list | tuple):
        return _list(value, language)
    return _words(value, language)


def _words(value: object, language: str) -> str:
    # Most are words already, and to ask of any whether it is a mapping takes long.
    if value.__class__ is str or not isinstance(value, Mapping):
        return str(value)
    return str(value.get(language) or value["en"])


def _decimal(value: float, language: str) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "id" else text


def _date(value: date | datetime, language: str) -> str:
    from babel.dates import format_date, format_datetime

    if isinstance(value, datetime):
        return format_datetime(value, "medium", locale=language)
    return format_date(value, "long", locale=language)


def _list(values: Sequence[object], language: str) -> str:
    if set(map(type, values)) <= {str}:  # a list of names may be long, and they are as they are
        parts = list(map(str, values))
    else:
        parts = [show(part, language) for part in values]
    if len(parts) < 2:
        return "".join(parts)
    word = "dan" if language == "id" else "and"
    comma = "," if len(parts) > 2 else ""
    return f"{', '.join(parts[:-1])}{comma} {word} {parts[-1]}"
