"""Consent: what participants agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import InvalidInput
from ..model import Case, Consent, say
from ..model.identity import check_date
from ..store import Rows, Store

__all__ = ["Consents"]

_EDITABLE = {"scope", "date", "form", "withdrawn", "terms"}
_TERM = str | int | float | bool | None


class Consents:
    """The consents of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self, case: Case | None = None) -> list[Consent]:
        """All consents, or those of one case."""
        if case is None:
            return self._store.all(Consent)
        return self._store.all(Consent, case=case.guid)

    def missing(self) -> list[Case]:
        """The persons and groups who are on record with no consent that is in force."""
        with self._store.read() as rows:
            given = {one.case for one in rows.each(Consent) if one.withdrawn is None}
            return [
                case
                for case in rows.each(Case)
                if case.kind in ("person", "group") and case.guid not in given
            ]

    def add(
        self,
        case: Case,
        scope: str,
        date: str | None = None,
        form: str = "",
        *,
        withdrawn: str | None = None,
        terms: Mapping[str, Any] | None = None,
    ) -> Consent:
        """Put on record what a participant agreed to. Dates are ISO dates of any precision.

        ``terms`` are single permissions by name, such as ``{"quote": True}``. Raises
        :class:`InvalidInput`.
        """
        values = {
            "scope": scope, "date": date, "form": form, "withdrawn": withdrawn,
            "terms": dict(terms or {}),
        }  # fmt: skip
        _check(values)
        verb = say("Record consent of “{case}”", case=case.name)
        with self._store.write(verb, self._user) as change:
            consent = Consent(case=change.rows.get(Case, case.guid).guid, **values)  # type: ignore[arg-type]  # fields by name
            change.add(consent)
            return consent

    def update(self, consent: Consent, **values: Any) -> Consent:
        """Change a consent. Raises :class:`InvalidInput`, :class:`NotFound`."""
        unknown = set(values) - _EDITABLE
        if unknown:
            raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(unknown)}.")
        _check(values)
        verb = say("Change the consent of “{case}”", case=self._name(consent))
        with self._store.write(verb, self._user) as change:
            return change.set(consent, **values)

    def remove(self, consent: Consent) -> None:
        """Remove a consent from the record; the words of the case stay."""
        verb = say("Remove a consent of “{case}”", case=self._name(consent))
        with self._store.write(verb, self._user) as change:
            change.remove(consent)

    def _name(self, consent: Consent) -> str:
        with self._store.read() as rows:
            return _case_of(rows, consent).name


def _case_of(rows: Rows, consent: Consent) -> Case:
    return rows.get(Case, consent.case)


def _check(values: Mapping[str, Any]) -> None:
    if "scope" in values and not str(values["scope"]).strip():
        raise InvalidInput("no-scope", "Say what was agreed to.", "Nothing was changed.")
    for name in ("date", "withdrawn"):
        if values.get(name) is not None:
            check_date(str(values[name]))
    for name, value in values.get("terms", {}).items():
        if not isinstance(value, _TERM):
            raise InvalidInput("bad-term", f"The term “{name}” is no plain value.")
