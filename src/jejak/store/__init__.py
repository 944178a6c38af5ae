"""The only SQL: one study's tables, its history and its texts behind one door."""

from __future__ import annotations

from .rows import Rows
from .store import Store
from .writing import Change

__all__ = ["Change", "Rows", "Store"]
