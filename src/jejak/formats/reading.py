"""The door for files: recognise, look inside, read within limits."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

from ..errors import JejakError, UnreadableSource
from ..model import Reading
from . import FORMATS, Format, ReadOptions
from .detect import detect
from .worker import shared
from .zipped import check_archive

__all__ = ["MOST_BYTES", "MOST_CHARS", "load", "read_bytes", "read_file"]

MOST_BYTES = 200_000_000
MOST_CHARS = 10_000_000


def load(path: Path) -> bytes:
    """The content of a file, unless it is too large to be material.

    Raises :class:`UnreadableSource` (``no-such-file``, ``not-a-file``, ``unreadable``,
    ``too-large``).
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableSource("not-a-file", "It is no file but a folder, a pipe or a device.")
        size = found.st_size
        if size > MOST_BYTES:
            raise UnreadableSource(
                "too-large",
                f"The file has {size // 1_000_000} MB; the limit is {MOST_BYTES // 1_000_000} MB.",
                "It was left out. Split it, or save its text alone.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSource("no-such-file", "There is no such file.") from None
    except OSError as error:
        raise UnreadableSource("unreadable", f"It cannot be read: {error.strerror}.") from None


def read_file(path: Path, *, as_format: str | None = None, encoding: str | None = None) -> Reading:
    """A file as material.

    ``as_format`` and ``encoding`` overrule what would be detected. Raises
    :class:`UnreadableSource`, :class:`InvalidInput`, :class:`NotFound` (unknown format) and
    :class:`MissingExtra`.
    """
    return read_bytes(load(path), path.name, as_format=as_format, encoding=encoding)


def read_bytes(
    data: bytes, name: str, *, as_format: str | None = None, encoding: str | None = None
) -> Reading:
    """The content of a file of that name as material; raises as :func:`read_file`."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableSource("empty", "The file is empty.", "It was left out.")
    found, problems = (as_format, ()) if as_format else detect(name, data)
    format = FORMATS.get(found)
    if format.archive:
        check_archive(data)
    if format.apart:
        reading = shared.read(found, data, name, encoding)
    else:
        reading = _in_process(format, data, ReadOptions(name, encoding))
    if len(reading.text) > MOST_CHARS:
        raise UnreadableSource(
            "too-large", f"The text has {len(reading.text):,} characters; the limit is {MOST_CHARS:,}.",
            "It was left out. Split it into parts.",
        )  # fmt: skip
    if not reading.text.strip():
        raise UnreadableSource("empty", "The file holds no words.", "It was left out.")
    return replace(reading, problems=(*problems, *reading.problems))


def _in_process(format: Format, data: bytes, options: ReadOptions) -> Reading:
    try:
        return format.read(data, options)
    except JejakError:
        raise
    except (ValueError, OverflowError, RecursionError) as error:
        raise UnreadableSource(
            "corrupt", f"It could not be read ({error}).", "It was left out."
        ) from None
