"""spaCy's own files of annotated texts (``.spacy``, a DocBin): entities, groups of spans, categories."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import MissingExtra, UnreadableSource
from ..model import say
from ..model.parcel import Parcel, Tally
from .annotated import AnnotatedText, Mark, parcel_of
from .projects import Opened, ProjectFormat, ProjectOptions
from .reading import load

__all__ = ["FORMAT"]

_ENDING = ".spacy"
# The group that spaCy itself and Prodigy put spans into where nobody names another.
_USUAL_GROUP = "sc"
_WANTED = ("ORTH", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID")
# What programs make of every word by themselves; nobody's reading of it.
_MACHINERY = ("TAG", "POS", "MORPH", "LEMMA", "DEP")
_NOTHING = b"\x80"  # an empty mapping as msgpack has it
_MOST = 1_000_000_000
_PIECE = 1 << 20
_HALF = 0.5


def recognise(path: Path) -> bool:
    """Whether a file is a DocBin by its name and its first byte."""
    if path.suffix.casefold() != _ENDING or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(1) == b"\x78"
    except OSError:
        return False


def read(opened: Opened, options: ProjectOptions) -> Parcel:
    """Each document as a source. Entities and spans are codings by their label, below the name of their
    group where it has one of its own; categories that are likelier than not are codings of the whole text."""
    _spacy()
    tally = Tally("spacy", "spaCy")
    texts = list(_texts(opened.path, tally))
    if not texts:
        raise UnreadableSource("empty", "The file holds no document.")
    return parcel_of(
        opened.path.stem, texts, tally, unit="points", options=options, nobody="unknown"
    )


def _spacy() -> Any:
    try:
        import spacy.tokens
    except ImportError:
        raise MissingExtra("spacy", "Reading files of spaCy") from None
    return spacy


def _texts(path: Path, tally: Tally) -> Iterator[AnnotatedText]:
    content = load(path)
    _refuse_bomb(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of spaCy's own, about what it was trained with
            for number, doc in enumerate(_documents(content, tally), 1):
                name = f"{path.stem} {number}"
                if doc.has_unknown_spaces:
                    message = say("Where words are parted is not said; each stands apart.")
                    tally.note("spaces-unknown", message, name)
                yield AnnotatedText(name, doc.text, list(_marks(doc)))
    except (
        AttributeError, IndexError, KeyError, MemoryError, OverflowError, TypeError, ValueError,
        struct.error,
    ) as error:  # fmt: skip
        why = " ".join(str(error).split())[:120]
        raise UnreadableSource("corrupt", f"The file is no DocBin of spaCy: {why}") from None


def _refuse_bomb(content: bytes) -> None:
    inflating, length = zlib.decompressobj(), 0
    try:
        while content and not inflating.eof:
            length += len(inflating.decompress(content, _PIECE))
            content = inflating.unconsumed_tail
            if length > _MOST:
                raise UnreadableSource(
                    "archive-bomb", "The file would unpack to far more than it can honestly hold.",
                    "Nothing was taken from it.",
                )  # fmt: skip
    except zlib.error:
        raise UnreadableSource("corrupt", "The file is broken or was cut short.") from None


def _documents(content: bytes, tally: Tally) -> Iterator[Any]:
    spacy = _spacy()
    packed = spacy.tokens.DocBin().from_bytes(content)
    named = {number: name for name, number in spacy.attrs.IDS.items()}
    names = [named.get(one, "") for one in packed.attrs]
    left = [
        name for at, name in enumerate(names)
        if name in _MACHINERY and any(tokens[:, at].any() for tokens in packed.tokens)
    ]  # fmt: skip
    if left:
        message = say("What programs mark by themselves was left out: {what}.", what=sorted(left))
        tally.note("machinery", message)
    if any(one not in {None, _NOTHING} for one in packed.user_data):
        tally.note("user-data", say("What programs keep beside the texts was left out."))
    # Only these are unpacked: trees of sentences that a broken file tells of could lead anywhere.
    columns = [at for at, name in enumerate(names) if name in _WANTED]
    packed.attrs = [packed.attrs[at] for at in columns]
    packed.tokens = [tokens[:, columns] for tokens in packed.tokens]
    packed.user_data = [None] * len(packed)
    yield from packed.get_docs(spacy.Vocab())


def _marks(doc: Any) -> Iterator[Mark]:
    for one in doc.ents:
        yield _mark(one, one.label_)
    for group, spans in doc.spans.items():
        above = "" if group == _USUAL_GROUP else f"{group}/"
        for one in spans:
            yield _mark(one, f"{above}{one.label_}" if one.label_ else group)
    for label, share in doc.cats.items():
        if share >= _HALF:
            yield Mark(0, 0, label, whole=True)


def _mark(one: Any, path: str) -> Mark:
    known = " ".join(word for word in (one.id_, one.kb_id_) if word)
    return Mark(one.start_char, one.end_char, path, note=known)


FORMAT = ProjectFormat("spacy", say("spaCy documents"), (_ENDING,), recognise, read)
