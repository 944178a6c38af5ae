"""GUIDs, times and names: what makes two things the same."""

from __future__ import annotations

import hashlib
import os
import time
import unicodedata
import uuid
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from ..errors import InvalidInput

__all__ = [
    "as_guid",
    "check_date",
    "clean_name",
    "digest_of",
    "fold",
    "free_name",
    "from_millis",
    "moment_of",
    "moment_text",
    "name_key",
    "new_guid",
    "now",
    "to_millis",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_guid() -> str:
    """A new GUID: version 7 of RFC 9562 (time-ordered, so indexes stay compact), lower case."""
    stamp = time.time_ns() // 1_000_000
    value = (stamp << 80) | int.from_bytes(os.urandom(10), "big")
    value &= ~(0xF << 76) & ~(0x3 << 62)
    return str(uuid.UUID(int=value | (0x7 << 76) | (0x2 << 62)))


def as_guid(text: str) -> str:
    """Any usual spelling of a GUID (braces, upper case, no hyphens) in the one used here.

    Raises :class:`InvalidInput` where it is none.
    """
    try:
        return str(uuid.UUID(text.strip()))
    except ValueError:
        raise InvalidInput("not-a-guid", f"“{text}” is not a GUID.") from None


def now() -> datetime:
    """This moment in UTC, to the millisecond: the resolution of every time in a study."""
    return from_millis(time.time_ns() // 1_000_000)


def to_millis(moment: datetime) -> int:
    """Milliseconds since 1970 in UTC; a time without a zone is taken as UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    delta = moment - _EPOCH
    return (delta.days * 86_400 + delta.seconds) * 1000 + delta.microseconds // 1000


def from_millis(millis: int) -> datetime:
    """The moment that many milliseconds after 1970, in UTC."""
    return _EPOCH + timedelta(milliseconds=millis)


@lru_cache(maxsize=4096)
def moment_text(moment: datetime) -> str:
    """A moment as files have it: ISO 8601 in UTC, with as many of its milliseconds as there are."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00")
    return text.removesuffix(".000") + "Z"


@lru_cache(maxsize=4096)
def moment_of(text: str) -> datetime:
    """The moment that a text of ISO 8601 tells, to the millisecond; one without a zone is in UTC.

    Raises :class:`InvalidInput` where it tells none.
    """
    try:
        return from_millis(to_millis(datetime.fromisoformat(text.strip())))
    except (ValueError, OverflowError):
        raise InvalidInput("not-a-moment", f"“{text}” tells no date and time.") from None


def digest_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal; lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def name_key(name: str) -> str:
    """What two names must share to be the same name: NFC, case folded, outer space dropped."""
    if name.isascii():
        return name.casefold().strip()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).strip()


def free_name(name: str, taken: Collection[str]) -> str:
    """A name, with a number where it is taken (``taken`` are names as they are compared)."""
    found, number = name, 1
    while name_key(found) in taken:
        number += 1
        found = f"{name} ({number})"
    return found


def fold(text: str) -> str:
    """A text as it is searched: case folded, without accents and other marks (``Évora``: ``evora``)."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


# What ends no line and shows nothing: a name has none of it.
_CONTROLS = dict.fromkeys([*range(9), *range(14, 28), *range(127, 160)])


def clean_name(name: object, what: str) -> str:
    """A name as it will be kept: one line, without outer space and control characters; ``what``
    names the thing it is for.

    Raises :class:`InvalidInput` where nothing is left, or it is no text.
    """
    cleaned = " ".join(name.translate(_CONTROLS).split()) if isinstance(name, str) else ""
    if not cleaned:
        raise InvalidInput("empty-name", f"The name of a {what} cannot be empty.")
    return cleaned


def check_date(text: str) -> None:
    """Raise :class:`InvalidInput` unless a text is an ISO date of any precision (``2020-05``)."""
    try:
        date.fromisoformat("-".join([*text.split("-"), "01", "01"][:3]))
    except ValueError:
        raise InvalidInput(
            "not-a-date", f"“{text}” is no date.", "Use 2020, 2020-05 or 2020-05-01."
        ) from None
