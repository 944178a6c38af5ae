"""From bytes to text: which encoding, and how sure."""

from __future__ import annotations

import codecs

from ..errors import InvalidInput, UnreadableSource
from ..model import Problem, say

__all__ = ["decode", "even_lines"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Bytes that text of no single-byte encoding holds.
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})


def even_lines(text: str) -> str:
    r"""Every line end as ``\\n``; nothing else is changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes, wanted: str | None = None) -> tuple[str, str, tuple[Problem, ...]]:
    """The text, its encoding, and a problem where the encoding had to be guessed.

    Raises :class:`UnreadableSource` (``empty``, ``binary``) and :class:`InvalidInput` for an
    encoding that does not exist or does not fit.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableSource("empty", "The file is empty.")
    if wanted:
        return even_lines(_as_said(data, wanted)), wanted, ()
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return even_lines(text), encoding, _replaced(text)
    guess = _wide(data)
    if guess:
        return even_lines(data.decode(guess, "replace")), guess, (_unsure(guess),)
    encoding = _escaped(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return _legacy(data)
    if "\0" in text and _binary(data):
        raise _not_text()
    return even_lines(text), encoding, ()


def _as_said(data: bytes, wanted: str) -> str:
    try:
        text = data.decode(wanted)
    except LookupError:
        raise InvalidInput("unknown-encoding", f"There is no encoding “{wanted}”.") from None
    except UnicodeDecodeError as error:
        raise InvalidInput(
            "wrong-encoding", f"The file is not in {wanted} (byte {error.start})."
        ) from None
    return text.removeprefix("\ufeff")


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark shows by zero bytes in regular places."""
    sample = data[:4096]
    zeros = [sample[place::4].count(0) / max(len(sample[place::4]), 1) for place in range(4)]
    if len(data) % 4 == 0 and zeros[3] > 0.9 and zeros[2] > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    if len(data) % 4 == 0 and zeros[0] > 0.9 and zeros[1] > 0.9 and zeros[3] < 0.1:
        return "utf-32-be"
    if len(data) % 2 == 0 and zeros[1] > 0.6 and zeros[3] > 0.6 and zeros[0] < 0.1:
        return "utf-16-le"
    if len(data) % 2 == 0 and zeros[0] > 0.6 and zeros[2] > 0.6 and zeros[1] < 0.1:
        return "utf-16-be"
    return None


def _escaped(data: bytes) -> str | None:
    """The encodings of seven bits that switch between alphabets by escapes."""
    if b"\x1b$" not in data:
        return None
    for encoding in ("iso2022_jp", "iso2022_kr", "iso2022_jp_2"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return None


def _binary(data: bytes) -> bool:
    sample = data[:65536]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 100


def _legacy(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    if _binary(data):
        raise _not_text()
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    encoding = best.encoding if best else "cp1252"
    text = data.decode(encoding, "replace")
    return even_lines(text), encoding, (_unsure(encoding), *_replaced(text))


def _replaced(text: str) -> tuple[Problem, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    message = say("{n} characters could not be read in this encoding and stand as “�”.", n=count)
    return (Problem("undecodable", message),)


def _unsure(encoding: str) -> Problem:
    message = say(
        "The encoding was guessed as {encoding}; look whether it reads well.", encoding=encoding
    )
    return Problem("encoding-guessed", message)


def _not_text() -> UnreadableSource:
    return UnreadableSource(
        "binary", "The file is not text, and no format that can be read.", "It was left out."
    )
