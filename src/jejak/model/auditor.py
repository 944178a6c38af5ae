"""What makes a study the copy of another that an auditor reads; kept in its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from ..errors import InvalidInput

__all__ = ["MAY_WRITE", "TEXTS", "AuditorCopy"]

# How much of the material is in it: all texts, or only the passages that are evidence.
TEXTS = ("whole", "evidence")
# What may be written in a copy: remarks, the passages they are about, and who makes them.
MAY_WRITE = frozenset({"remark", "segment", "user"})


@dataclass(frozen=True, slots=True)
class AuditorCopy:
    """``of`` is the GUID of the study that was copied as it stood after its change ``seq``, whose link of
    the chain is ``digest``; ``texts`` is one of :data:`TEXTS`. ``reworded`` are the translations (GUIDs)
    whose words had been corrected since: the copy has no history to tell it by."""

    of: str
    seq: int
    digest: str
    texts: str = "whole"
    reworded: tuple[str, ...] = ()

    @classmethod
    def found(cls, settings: Mapping[str, object]) -> AuditorCopy | None:
        """What a study's settings say; ``None`` where it is no copy."""
        kept = settings.get("auditor")
        if not isinstance(kept, Mapping):
            return None
        seq, reworded = kept.get("seq"), kept.get("reworded")
        return cls(
            str(kept.get("of")),
            seq if isinstance(seq, int) else 0,
            str(kept.get("digest")),
            str(kept.get("texts")),
            tuple(map(str, reworded)) if isinstance(reworded, list | tuple) else (),
        )

    @property
    def settings(self) -> dict[str, object]:
        """The same as settings hold it. Raises :class:`InvalidInput`."""
        if self.texts not in TEXTS:
            raise InvalidInput("bad-texts", f"A copy has one of {', '.join(TEXTS)}.")
        return asdict(self)
