"""Names and GUIDs of what another program knows by numbers only."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable

from ...errors import InvalidInput
from ...model import say
from ...model.identity import clean_name, name_key
from .telling import Telling, shown

__all__ = ["Names", "guid_of"]

_NAMESPACE = uuid.UUID("6b0c0f0e-6c0b-5d0c-9d51-3b9a5b3f7a21")


def guid_of(*parts: object) -> str:
    """A GUID that is always the same for the same parts: what comes in again is found again."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(str(part) for part in parts)))


class Names:
    """Names that are unique among those beside them; each that had to be changed is told."""

    def __init__(
        self, kind: str, telling: Telling, clean: Callable[[str], str] | None = None
    ) -> None:
        self._kind = kind
        self._telling = telling
        self._clean = clean or (lambda name: clean_name(name, kind))
        self._taken: defaultdict[object, set[str]] = defaultdict(set)

    def own(self, name: str, where: str = "", among: object = None) -> str:
        """The name as it is kept, ``among`` those of the same group."""
        try:
            wanted = self._clean(name)
        except InvalidInput:
            wanted = self._clean(f"{self._kind} {where.rpartition(':')[2]}".strip())
            message = say("It has no name there; it is called “{name}” here.", name=wanted)
            self._telling.note("no-name", message, where)
        own, number = wanted, 1
        while name_key(own) in self._taken[among]:
            number += 1
            own = f"{wanted} ({number})"
        self._taken[among].add(name_key(own))
        if number > 1:
            message = say(
                "There are two of the name “{name}”; this one is called “{own}” here.",
                name=shown(wanted), own=shown(own),
            )  # fmt: skip
            self._telling.note("same-name", message, where)
        return own
