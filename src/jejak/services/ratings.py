"""Ratings: how far a variable holds in each case, when, and the words that show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..analysis.extremes import ends_of, profiles
from ..analysis.levels import MEASURED, level_words, levels_of
from ..errors import InvalidInput
from ..model import Attribute, Case, Message, Rating, User, say
from ..model.event import in_order
from ..model.identity import clean_name, fold
from ..model.values import exact_value
from ..model.when import exact_when, kept_when, period
from ..store import Change, Rows, Store
from ..store.cascade import remove_whole
from ..store.lookups import find_case, named
from .attribute_records import make_attribute, ordered_attributes, write_values
from .evidence_ties import Shown, evidence_of, tie_evidence, untie_evidence
from .rating_records import shown_values
from .things import Thing

__all__ = ["CaseProfile", "Extremes", "RatingCard", "RatingGrid", "Ratings"]


@dataclass(frozen=True, slots=True)
class RatingCard:
    """A rating with its date in words, who gave it, its passages, and whether it is the one that the
    variable's value in the case shows."""

    rating: Rating
    when: Message
    by: str
    evidence: tuple[Thing, ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class RatingGrid:
    """The rated variables, the cases, and all ratings: those of a case and variable in their order."""

    variables: tuple[Attribute, ...]
    cases: tuple[Case, ...]
    ratings: tuple[RatingCard, ...]


@dataclass(frozen=True, slots=True)
class Extremes:
    """The cases (GUID, name) at the ends of a variable and in the middle of it; ``outliers`` lie far
    from all others, ``missing`` have no value. ``lowest`` and ``highest`` are what the ends are."""

    variable: Attribute
    lowest: str | None
    highest: str | None
    median: str | None
    low: tuple[tuple[str, str], ...]
    high: tuple[tuple[str, str], ...]
    typical: tuple[tuple[str, str], ...]
    outliers: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CaseProfile:
    """A case, how far it is from the median of all variables (0 to 1, ``None``: nothing known), and
    of how many of them a value is known."""

    case: str
    name: str
    distance: float | None
    known: int


class Ratings:
    """The ratings of a study's cases."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    # -- reading -----------------------------------------------------------------------------------

    def variables(self) -> list[Attribute]:
        """The variables that are rated, in the order of the attributes."""
        with self._store.read() as rows:
            return [one for one in ordered_attributes(rows, "case") if one.type == "rating"]

    def get(self, guid: str) -> Rating:
        """A rating by its GUID. Raises :class:`NotFound`."""
        return self._store.get(Rating, guid)

    def all(self, *, case: str | None = None, variable: str | None = None) -> list[RatingCard]:
        """Ratings told whole: all, or those of a case or variable by name or GUID.

        Raises :class:`NotFound`.
        """
        with self._store.view() as rows:
            wanted: dict[str, object] = {}
            if case is not None:
                wanted["case"] = find_case(rows, case).guid
            if variable is not None:
                wanted["attribute"] = _variable(rows, variable).guid
            return _cards(rows, rows.all(Rating, **wanted))

    def grid(
        self,
        *,
        case: str | None = None,
        variable: str | None = None,
        since: str = "",
        until: str = "",
        text: str = "",
        people: Sequence[str] | None = None,
    ) -> RatingGrid:
        """All cases by all rated variables, or one ``case`` or ``variable`` (name or GUID), and their
        ratings: those that may be of a time from ``since`` to ``until`` (dates of any precision), with
        ``text`` in value or note, and given by ``people`` (GUIDs). What is shown in a cell is chosen
        among these. Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        with self._store.view() as rows:
            cases = rows.all(Case) if case is None else [find_case(rows, case)]
            variables = self.variables() if variable is None else [_variable(rows, variable)]
            own = {one.guid for one in cases}, {one.guid for one in variables}
            during, letters = period(since, until), fold(text)
            ratings = [
                one
                for one in rows.all(Rating)
                if one.case in own[0] and one.attribute in own[1] and during(one.date)
                and letters in fold(f"{one.value}\n{one.note}")
                and (people is None or one.user in people)
            ]  # fmt: skip
            return RatingGrid(tuple(variables), tuple(cases), tuple(_cards(rows, ratings)))

    def extremes(self, variable: str) -> Extremes:
        """The extreme and the typical cases of a variable (a rating or a number).

        Raises :class:`NotFound`, :class:`InvalidInput` for a variable of another type.
        """
        with self._store.view() as rows:
            attribute = named(rows.all(Attribute, of="case"), variable, "attribute")
            if attribute.type not in MEASURED:
                raise InvalidInput(
                    "not-measured",
                    f"“{attribute.name}” has no order, so no case is at the end of it.",
                    "Take a number or a rating.",
                )
            corpus = self._store.corpus()
            column = corpus.attribute(attribute.name)
            assert column is not None, attribute
            values = levels_of(column)
            ends = ends_of(values)
            cases = list(zip(corpus.cases.guid, corpus.cases.name, strict=True))

            def of(
                found: np.ndarray[tuple[int], np.dtype[np.int64]],
            ) -> tuple[tuple[str, str], ...]:
                return tuple(cases[row] for row in found.tolist())

            shown = column.value
            return Extremes(
                variable=attribute,
                lowest=shown[int(ends.lowest[0])] if len(ends.lowest) else None,
                highest=shown[int(ends.highest[0])] if len(ends.highest) else None,
                median=None if ends.median is None else level_words(column, ends.median),
                low=of(ends.lowest),
                high=of(ends.highest),
                typical=of(ends.typical),
                outliers=of(ends.outliers),
                missing=of(ends.missing),
            )

    def profiles(self) -> list[CaseProfile]:
        """How far each case is from the middle of all ratings and numbers, the most unusual first."""
        with self._store.read():
            corpus = self._store.corpus()
            columns = [
                levels_of(one)
                for one in corpus.attributes
                if one.of == "case" and one.type in MEASURED
            ]
            size = len(corpus.cases.guid)
            table = np.stack(columns, axis=1) if columns else np.empty((size, 0))
            found = profiles(table)
            told = [
                CaseProfile(guid, name, None if np.isnan(away) else round(float(away), 4), known)
                for guid, name, away, known in zip(
                    corpus.cases.guid, corpus.cases.name, found.distance, found.known.tolist(),
                    strict=True,
                )
            ]  # fmt: skip
            return sorted(told, key=lambda one: -1.0 if one.distance is None else one.distance,
                          reverse=True)  # fmt: skip

    # -- writing -----------------------------------------------------------------------------------

    def add_variable(self, name: str, levels: Sequence[str], description: str = "") -> Attribute:
        """A new variable that cases are rated on, its levels from the lowest to the highest.

        Raises :class:`InvalidInput`, :class:`Conflict`.
        """
        name = clean_name(name, "attribute")
        with self._store.write(say("Make the attribute “{name}”", name=name), self._user) as change:
            return make_attribute(
                change, name=name, type="rating", options=levels, description=description
            )

    def rate(
        self,
        case: str,
        variable: str,
        value: str,
        *,
        date: str = "",
        note: str = "",
        shown: Sequence[Shown] = (),
    ) -> Rating:
        """Say how far a variable holds in a case: at a partly known date, or on the whole.

        Where the same person rated it for the same date before, that rating is changed. ``shown``
        are passages as in :meth:`Events.add`. Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        with self._store.write(say("Rate a case"), self._user) as change:
            attribute = _variable(change.rows, variable)
            rated = find_case(change.rows, case)
            change.retell(say("Rate a case on “{name}”", name=attribute.name))
            exact, when = exact_value(attribute, value), exact_when(date)
            there = change.rows.first(
                Rating, case=rated.guid, attribute=attribute.guid, date=when, user=self._user
            )
            if there is None:
                rating = Rating(
                    attribute=attribute.guid, case=rated.guid, value=exact, date=when,
                    note=note.strip(), user=self._user,
                )  # fmt: skip
                change.add(rating)
            else:
                rating = change.set(there, value=exact, note=note.strip() or there.note)
            tie_evidence(change, rating, shown)
            _settle(change, [rating])
            return rating

    def update(
        self,
        rating: Rating,
        *,
        value: str | None = None,
        date: str | None = None,
        note: str | None = None,
    ) -> Rating:
        """Change a rating's value, date or note. Raises :class:`InvalidInput`."""
        with self._store.write(say("Change a rating"), self._user) as change:
            attribute = change.rows.get(Attribute, rating.attribute)
            changed = {
                "value": None if value is None else exact_value(attribute, value),
                "date": None if date is None else exact_when(date),
                "note": None if note is None else note.strip(),
            }
            given = {name: one for name, one in changed.items() if one is not None}
            written = change.set(rating, **given)
            _settle(change, [written])
            return written

    def show(self, rating: Rating, shown: Sequence[Shown]) -> int:
        """Tie passages to a rating as what it rests on; how many are new to it.

        Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        with self._store.write(say("Add evidence to a rating"), self._user) as change:
            change.rows.get(Rating, rating.guid)
            return len(tie_evidence(change, rating, shown))

    def hide(self, rating: Rating, segments: Sequence[str]) -> int:
        """Take passages (segments by GUID) from a rating; their codings stay. How many there were."""
        with self._store.write(say("Take evidence from a rating"), self._user) as change:
            return untie_evidence(change, rating, segments)

    def remove(self, ratings: Sequence[Rating]) -> dict[str, int]:
        """Remove ratings; the variable shows what is left. How many entities went, by kind."""
        verb = say("Remove {n} rating|Remove {n} ratings", n=len(ratings))
        with self._store.write(verb, self._user) as change:
            counts = remove_whole(change, Rating.KIND, [one.guid for one in ratings])
            _settle(change, ratings)
            return counts


def _settle(change: Change, ratings: Sequence[Rating]) -> None:
    """Let the variables' values be those of the ratings that they show."""
    keys = dict.fromkeys((one.case, one.attribute) for one in ratings)
    write_values(change, Case.KIND, shown_values(change, keys))


def _variable(rows: Rows, name: str) -> Attribute:
    """The rated variable of that name or GUID. Raises :class:`NotFound`, :class:`InvalidInput`."""
    attributes = rows.all(Attribute, of="case")
    found = next((one for one in attributes if one.guid == name), None)
    found = found or named(attributes, name, "attribute")
    if found.type != "rating":
        raise InvalidInput(
            "not-rated",
            f"“{found.name}” is no rating but a {found.type}.",
            "Make it one in the table of attributes, or take another variable.",
        )
    return found


def _cards(rows: Rows, ratings: Sequence[Rating]) -> list[RatingCard]:
    ordered = in_order(ratings)
    names = {user.guid: user.name for user in rows.all(User)}
    evidence = evidence_of(rows, [one.guid for one in ordered])
    last: dict[tuple[str, str], Rating] = {}
    for one in ordered:
        key = one.case, one.attribute
        if not one.date or key not in last or last[key].date:
            last[key] = one
    shown = {one.guid for one in last.values()}
    return [
        RatingCard(
            one,
            say("on the whole") if not one.date else kept_when(one.date).words(),
            names[one.user],
            evidence.get(one.guid, ()),
            one.guid in shown,
        )
        for one in ordered
    ]
