"""Documents that are ZIP archives of XML: looked into before they are parsed, and parsed safely."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Any

from ..errors import MissingExtra, UnreadableSource

__all__ = ["check_archive", "open_archive", "parse_xml"]

_MOST_BYTES = 300_000_000
_MOST_RATIO = 200
_MOST_FILES = 10_000
_OLE = b"\xd0\xcf\x11\xe0"


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive. Raises :class:`UnreadableSource` (``encrypted``, ``corrupt``)."""
    if data.startswith(_OLE):
        raise UnreadableSource(
            "encrypted", "The document is locked with a password, or of a form before 2007.",
            "Save a copy as .docx, .odt or .xlsx without a password and add that.",
        )  # fmt: skip
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        raise UnreadableSource(
            "corrupt", "The document is broken or was cut short.", "It was left out."
        ) from None


def check_archive(data: bytes) -> None:
    """Refuse archives that are more than they seem. Raises :class:`UnreadableSource`."""
    with open_archive(data) as archive:
        files = archive.infolist()
        total = sum(file.file_size for file in files)
        packed = max(sum(file.compress_size for file in files), 1)
        if (
            len(files) > _MOST_FILES
            or total > _MOST_BYTES
            or (total > 20_000_000 and total / packed > _MOST_RATIO)
        ):
            raise UnreadableSource(
                "archive-bomb", "The document would unpack to far more than a document holds.",
                "It was left out.",
            )  # fmt: skip
        if any(file.flag_bits & 1 for file in files):
            raise UnreadableSource("encrypted", "The document is locked with a password.")


def part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A file of the archive, never more of it than it declares; ``None`` where it is not there."""
    try:
        info = archive.getinfo(name)
        with archive.open(info) as file:
            body = file.read(info.file_size + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, RuntimeError) as error:
        raise UnreadableSource("corrupt", f"The document is broken: {error}.") from None
    if len(body) > info.file_size:
        raise UnreadableSource("archive-bomb", "The document unpacks to more than it declares.")
    return body


def parse_xml(body: bytes) -> Any:
    """The root of an XML document, with entities, DTD and network off."""
    try:
        from lxml import etree
    except ImportError:
        raise MissingExtra("files", "Reading documents") from None
    if b"<!DOCTYPE" in body[:4096] or b"<!ENTITY" in body[:65536]:
        raise UnreadableSource(
            "hostile-xml", "The document defines entities, which no honest document does.",
            "It was left out.",
        )  # fmt: skip
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False
    )
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableSource("corrupt", f"The document is broken: {error.msg}.") from None


@lru_cache(maxsize=1024)
def local(tag: object) -> str:
    """A tag's name without its namespace; comments and instructions have none."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
