"""What of people leaves a study in reports and files; kept in the study's settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import InvalidInput

__all__ = ["CODERS", "Privacy"]

CODERS = ("name", "initials", "none")


@dataclass(frozen=True, slots=True)
class Privacy:
    """``coders`` says how those who coded and wrote are named: by *name*, by *initials*, or by *none*
    but a number; ``hidden`` are the attributes (GUIDs) whose values stay in the study."""

    coders: str = "name"
    hidden: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> Privacy:
        """What a study's settings say; whatever is not said or not known is as by default."""
        kept = settings.get("privacy")
        if not isinstance(kept, Mapping):
            return cls()
        coders, hidden = kept.get("coders"), kept.get("hidden")
        return cls(
            coders=str(coders) if coders in CODERS else "name",
            hidden=tuple(map(str, hidden)) if isinstance(hidden, list | tuple) else (),
        )

    @property
    def settings(self) -> dict[str, object]:
        """The same as a study's settings hold it. Raises :class:`InvalidInput`."""
        if self.coders not in CODERS:
            known = ", ".join(CODERS)
            raise InvalidInput("bad-privacy", f"Coders are shown by one of {known}.")
        return {"coders": self.coders, "hidden": list(self.hidden)}

    def shown(self, number: int, name: str, initials: str) -> str:
        """How the ``number``-th person (from 1) is called outside the study."""
        if self.coders == "name":
            return name
        return (initials if self.coders == "initials" else "") or f"#{number}"
