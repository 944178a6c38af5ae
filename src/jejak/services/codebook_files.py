"""Codebooks as files: YAML, tables with one code a row (in Word too), and the codebooks of REFI-QDA."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from ..documents.document import Column, Document, Table, words
from ..errors import InvalidInput, NotFound, UnreadableSource
from ..formats.file_writing import write_whole
from ..formats.refi_codebook import (
    described,
    fields_of,
    read_refi_codebook,
    refi_codebook_bytes,
)
from ..formats.table_in import parse_rows
from ..formats.table_out import table_bytes
from ..formats.word_tables import rows_of_word
from ..model import Code
from ..model.code import path_part
from .codebook_entries import Entry, entries_of_yaml, to_yaml

__all__ = ["CODEBOOK_ENDINGS", "check_ending", "codebook_bytes", "parse_codebook",
           "read_codebook", "write_codebook"]  # fmt: skip

CODEBOOK_ENDINGS = (".yaml", ".yml", ".csv", ".xlsx", ".docx", ".qdc")
_TABLES = {".csv", ".xlsx"}
_PATHS = ("path", "name", "code")
_TEXTS = ("short", "definition", "when_to_use", "when_not_to_use")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FALSE = {"false", "no", "tidak", "0", "salah"}
_TRUE = {"true", "yes", "ya", "1", "benar", ""}


def check_ending(path: Path) -> str:
    """The ending of a codebook file. Raises :class:`InvalidInput` for one that is none."""
    ending = path.suffix.lower()
    if ending in CODEBOOK_ENDINGS:
        return ending
    raise InvalidInput(
        "unknown-ending", f"A codebook is no {ending or 'file without an ending'}.",
        f"Use one of: {', '.join(CODEBOOK_ENDINGS)}.",
    )  # fmt: skip


def read_codebook(path: Path, language: str) -> tuple[str, list[Entry]]:
    """The title (empty where the file has none) and the entries of a codebook file.

    ``language`` chooses where a YAML file has several. A table has a column ``path``
    (``Folder/Code``) or ``name``, and any of ``colour``, ``codable``, ``short``, ``definition``,
    ``when_to_use``, ``when_not_to_use``, ``example 1``, ``example 2`` …, or all of these in ``description``. Raises :class:`NotFound`,
    :class:`InvalidInput`, :class:`MissingExtra`.
    """
    if not path.exists():
        raise NotFound("no-such-file", f"There is no file {path}.")
    check_ending(path)
    try:
        return parse_codebook(str(path), path.read_bytes(), language)
    except OSError as error:
        raise InvalidInput("unreadable", f"{path} cannot be read: {error.strerror}.") from None


def parse_codebook(name: str, content: bytes, language: str) -> tuple[str, list[Entry]]:
    """The same of a file's content; the ending of its name says what it is."""
    ending = check_ending(Path(name))
    if ending in _OTHERS:
        return "", _checked(_of_others(name, content, ending))
    if ending in _TABLES:
        rows = parse_rows(name, content, "A codebook")
        return "", _checked([_entry(number, row) for number, row in enumerate(rows, 2)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput("bad-yaml", f"{name} is not in UTF-8.") from None
    title, entries = entries_of_yaml(text, language)
    return title, _checked(entries)


def write_codebook(path: Path, title: str, codes: Sequence[Code]) -> None:
    """Write a codebook, codes depth first, so that reading it gives the same entries.

    Raises :class:`InvalidInput`, :class:`MissingExtra`, :class:`StoreFailure`.
    """
    check_ending(path)
    write_whole(path, codebook_bytes(path.suffix, title, codes))


def codebook_bytes(ending: str, title: str, codes: Sequence[Code]) -> bytes:
    """The same as bytes; ``ending`` (``.xlsx``) says as what."""
    ending = check_ending(Path(f"codebook{ending}"))
    if ending == ".qdc":
        return refi_codebook_bytes(codes)
    if ending == ".docx":
        return _word(title, codes)
    if ending not in _TABLES:
        return to_yaml(title, list(codes)).encode()
    paths = _table_paths(codes)
    most = max((len(code.examples) for code in codes), default=0)
    examples = [f"example {number}" for number in range(1, most + 1)]
    rows = [
        {
            "path": paths[code.guid],
            "colour": code.colour,
            "codable": code.codable,
            **{name: getattr(code, name) for name in _TEXTS},
            **dict(zip(examples, code.examples, strict=False)),
        }
        for code in codes
    ]
    return table_bytes(ending, ["path", "colour", "codable", *_TEXTS, *examples], rows)


def _word(title: str, codes: Sequence[Code]) -> bytes:
    """A Word file with a table: what there is to say of a code in one cell, under headings."""
    paths = _table_paths(codes)
    rows = tuple(
        (
            words(paths[code.guid]), words(code.colour), words(str(code.codable).lower()),
            words(described(code)),
        )
        for code in codes
    )  # fmt: skip
    columns = tuple(map(Column, ("path", "colour", "codable", "description")))
    book = Document(
        language="", title=title, subtitle="", opening=(Table(columns, rows),), sections=(),
        contents="", closing="", wide=True,
    )  # fmt: skip
    content: bytes = import_module("jejak.documents.docx").as_word(book)
    return content


def _of_others(name: str, content: bytes, ending: str) -> list[Entry]:
    try:
        return _OTHERS[ending](content)
    except UnreadableSource as error:
        raise InvalidInput(
            "bad-codebook", f"{name} is no codebook that can be read.", str(error)
        ) from None


def _word_entries(content: bytes) -> list[Entry]:
    return [_entry(number, row) for number, row in enumerate(rows_of_word(content, _PATHS), 2)]


def _refi_entries(content: bytes) -> list[Entry]:
    codes = read_refi_codebook(content)
    return [
        Entry(
            path="/".join(path_part(part) for part in (*code.above, code.name)),
            colour=code.colour, codable=code.codable, guid=code.guid, **fields_of(code.description),
        )
        for code in codes
    ]  # fmt: skip


def _table_paths(codes: Sequence[Code]) -> dict[str, str]:
    """Paths by GUID, with a slash inside a name as another sign: here slashes part the names."""
    paths: dict[str, str] = {}
    for code in codes:
        name = path_part(code.name)
        paths[code.guid] = f"{paths[code.parent]}/{name}" if code.parent else name
    return paths


def _entry(number: int, row: Mapping[str, object]) -> Entry:
    fields = {str(name).casefold(): value for name, value in row.items()}
    path = next((text for name in _PATHS if (text := _cell(fields, name))), "")
    if not path.strip():
        raise InvalidInput(
            "nameless-code",
            f"Row {number} of the codebook names no code.",
            "It needs a column “path” or “name”.",
        )
    examples = [name for name in fields if name == "example" or name.startswith("example ")]
    told = fields_of(_cell(fields, "description"))
    texts = {name: _cell(fields, name) or told[name] for name in _TEXTS}
    return Entry(
        path="/".join(part.strip() for part in path.split("/")),
        colour=_cell(fields, "colour") or _cell(fields, "color"),
        codable=_truth(number, _cell(fields, "codable")),
        examples=(
            *(text for name in examples if (text := _cell(fields, name))), *told["examples"],
        ),
        **texts,
    )  # fmt: skip


def _checked(entries: list[Entry]) -> list[Entry]:
    for entry in entries:
        if entry.colour and not _COLOUR.fullmatch(entry.colour):
            raise InvalidInput(
                "bad-colour", f"“{entry.colour}” of “{entry.path}” is no colour.",
                "Write it like #44aa99.",
            )  # fmt: skip
    return entries


def _cell(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return "" if value is None else str(value)


def _truth(number: int, word: str) -> bool:
    plain = word.strip().casefold()
    if plain in _FALSE:
        return False
    if plain in _TRUE:
        return True
    raise InvalidInput("bad-value", f"Row {number}: “codable” is true or false, not “{word}”.")


_OTHERS: dict[str, Callable[[bytes], list[Entry]]] = {
    ".docx": _word_entries,
    ".qdc": _refi_entries,
}
