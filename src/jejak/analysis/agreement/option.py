"""What a coefficient can be told: its settings, and which values make sense for them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Option"]


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a coefficient by its ``name``: one of ``choices``, where there are some, else a number
    (of which ``whole`` are only whole ones), or words. ``usual`` is what it is where nothing is said;
    ``tables`` says that a table of numbers may stand for a choice."""

    name: str
    usual: str | float | None
    choices: tuple[str, ...] = ()
    whole: bool = False
    tables: bool = False

    def takes(self, value: object) -> bool:
        """Whether a value makes sense for it at all."""
        if isinstance(value, str):
            return value in self.choices if self.choices else isinstance(self.usual, str)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return self.tables or (value is None and self.usual is None)
        number = not isinstance(self.usual, str)
        return number and (isinstance(value, int) or not self.whole)
