"""What the study says of itself."""

from __future__ import annotations

from ..errors import InvalidInput
from ..model import StudyInfo, say
from ..model.identity import clean_name
from ..store import Store

__all__ = ["About"]


class About:
    """The title and description of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def update(self, **values: object) -> StudyInfo:
        """Change the title or the description. Raises :class:`InvalidInput`."""
        unknown = set(values) - {"title", "description"}
        if unknown:
            raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(unknown)}.")
        if "title" in values:
            values["title"] = clean_name(values["title"], "study")
        with self._store.write(say("Change what the study says of itself"), self._user) as change:
            return change.set(change.rows.all(StudyInfo)[0], **values)
