"""What may be changed in a study that is a copy for an auditor: remarks, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, select

from ..errors import NotAllowed
from ..model.auditor import MAY_WRITE, AuditorCopy
from .history import Group
from .schema import TABLES

__all__ = ["copy_told", "refuse_beyond"]


def copy_told(conn: Connection) -> AuditorCopy | None:
    """Of what a study is the copy; ``None`` where it is no copy."""
    settings = conn.execute(select(TABLES["study"].c.settings)).scalar()
    return AuditorCopy.found(json.loads(settings)) if settings else None


def refuse_beyond(conn: Connection, groups: Iterable[Group]) -> None:
    """Raise :class:`NotAllowed` where a change of an auditor's copy does more than remark."""
    done = [(group.kind, group.op) for group in groups]
    if all(kind in MAY_WRITE for kind, _ in done) or ("study", "add") in done:
        return
    if copy_told(conn) is not None:
        raise NotAllowed(
            "auditor-copy",
            "This is a copy for an auditor: remarks can be added to it, and nothing can be changed.",
            "Nothing was changed.",
        )
