"""The one object behind command line, library and workspace."""

from __future__ import annotations

from .study import Study, create_study, open_study

__all__ = ["Study", "create_study", "open_study"]
