"""The files that sources and manuscripts came from, kept once each by SHA-256, in pieces of 1 MiB."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from ..errors import InvalidInput, NotFound
from ..model.parcel import Original
from .schema import tables

__all__ = ["PIECE", "carry_original", "is_kept", "keep_original", "keep_stream", "load_original", "original_length"]  # fmt: skip

PIECE = 1 << 20


def keep_original(conn: Connection, content: bytes) -> str:
    """Keep a file's bytes unless they are kept already; their SHA-256 in hexadecimal."""
    digest = hashlib.sha256(content).digest()
    table = tables.original
    if conn.execute(select(table.c.id).where(table.c.digest == digest)).first() is None:
        added = conn.execute(table.insert().values(digest=digest, length=len(content)))
        key = added.inserted_primary_key[0]  # type: ignore[index]  # always there after an insert
        pieces = [
            {"original_id": key, "number": number, "body": content[at : at + PIECE]}
            for number, at in enumerate(range(0, len(content), PIECE))
        ]
        if pieces:
            conn.execute(tables.original_piece.insert(), pieces)
    return digest.hex()


def keep_stream(conn: Connection, file: Original) -> None:
    """Keep a file unless it is kept already, without having all of it in memory.

    Raises :class:`InvalidInput` where its content is not what its digest and length say.
    """
    table, piece = tables.original, tables.original_piece
    digest = bytes.fromhex(file.digest)
    if conn.execute(select(table.c.id).where(table.c.digest == digest)).first() is not None:
        return
    added = conn.execute(table.insert().values(digest=digest, length=file.length))
    key = added.inserted_primary_key[0]  # type: ignore[index]  # always there after an insert
    hashed, length = hashlib.sha256(), 0
    with file.open() as stream:
        for number, body in enumerate(iter(lambda: stream.read(PIECE), b"")):
            hashed.update(body)
            length += len(body)
            conn.execute(piece.insert().values(original_id=key, number=number, body=body))
    if hashed.digest() != digest or length != file.length:
        raise InvalidInput("other-file", "A file is not what was said of it.", "It was left out.")


def is_kept(conn: Connection, digest: str) -> bool:
    """Whether a file is kept."""
    table = tables.original
    found = conn.execute(select(table.c.id).where(table.c.digest == bytes.fromhex(digest)))
    return found.first() is not None


def original_length(conn: Connection, digest: str) -> int:
    """The bytes of a kept file. Raises :class:`NotFound`."""
    table = tables.original
    query = select(table.c.length).where(table.c.digest == bytes.fromhex(digest))
    length = conn.execute(query).scalar_one_or_none()
    if length is None:
        raise NotFound("original-missing", "The original file is not kept in this study.")
    return int(length)


def load_original(conn: Connection, digest: str, start: int = 0, end: int | None = None) -> bytes:
    """The bytes ``[start, end)`` of a kept file, reading only the pieces they lie in."""
    length = original_length(conn, digest)
    end = length if end is None else min(end, length)
    piece, original = tables.original_piece, tables.original
    query = (
        select(piece.c.number, piece.c.body)
        .join(original, original.c.id == piece.c.original_id)
        .where(original.c.digest == bytes.fromhex(digest))
        .where(piece.c.number >= start // PIECE, piece.c.number <= max(end - 1, 0) // PIECE)
        .order_by(piece.c.number)
    )
    body = b"".join(row.body for row in conn.execute(query))
    offset = start - start // PIECE * PIECE
    return body[offset : offset + max(end - start, 0)]


def carry_original(there: Connection, here: Connection, digest: bytes) -> None:
    """Keep a file of another study in this one, piece by piece, unless it is kept already."""
    table, piece = tables.original, tables.original_piece
    if here.execute(select(table.c.id).where(table.c.digest == digest)).first() is not None:
        return
    found = there.execute(
        select(table.c.id, table.c.length).where(table.c.digest == digest)
    ).first()
    if found is None:
        return
    added = here.execute(table.insert().values(digest=digest, length=found.length))
    key = added.inserted_primary_key[0]  # type: ignore[index]  # always there after an insert
    query = select(piece.c.number, piece.c.body).where(piece.c.original_id == found.id)
    for row in there.execute(query.order_by(piece.c.number), execution_options={"yield_per": 1}):
        here.execute(piece.insert().values(original_id=key, number=row.number, body=row.body))
