"""Attributes: the variables of cases and sources, and blocks of their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..errors import Conflict, InvalidInput
from ..model import Attribute, AttributeValue, Case, Message, Source, say
from ..model.identity import clean_name, name_key
from ..model.values import date_order, exact_value
from ..store import Change, Rows, Store
from ..store.cascade import remove_whole
from ..store.lookups import refuse_taken
from .attribute_records import (
    check_attribute,
    make_attribute,
    order_attributes,
    ordered_attributes,
    put_exact,
    write_values,
)
from .rating_records import rate_on_the_whole, refit_ratings, shown_values

__all__ = ["Attributes", "Misfit", "RefusedValue", "ValuesReport", "why_refused"]

_OWNERS: dict[str, type[Case | Source]] = {"case": Case, "source": Source}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that is not of a type: whose it is (GUID, name) and what it says."""

    owner: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class RefusedValue:
    """A value that was not written: owner and attribute (GUIDs), what was given, and why not."""

    owner: str
    attribute: str
    value: str
    why: Message


@dataclass(frozen=True, slots=True)
class ValuesReport:
    """How many values are other than before, and those that were refused."""

    changed: int
    refused: tuple[RefusedValue, ...] = ()


def why_refused(attribute: Attribute, value: str) -> Message:
    """In words, why a value is not of an attribute's type."""
    name = attribute.name
    if attribute.type == "number":
        return say("“{value}” is no number for “{name}”.", value=value, name=name)
    if attribute.type == "date":
        return say("“{value}” is no clear date for “{name}”; write it as 2020-05-31, 2020-05 or 2020.",
                   value=value, name=name)  # fmt: skip
    if attribute.type == "time":
        return say("“{value}” is no time for “{name}”; write it as 14:30.", value=value, name=name)
    if attribute.type == "boolean":
        return say("“{value}” is neither yes nor no for “{name}”.", value=value, name=name)
    return say("“{value}” is none of the values of “{name}”: {options}.",
               value=value, name=name, options=list(attribute.options))  # fmt: skip


class Attributes:
    """The attributes of a study's cases and sources."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self, of: str | None = None) -> list[Attribute]:
        """All attributes, or those ``of`` cases or sources, in their order."""
        with self._store.read() as rows:
            return ordered_attributes(rows, of)

    def add(
        self,
        name: str,
        type: str = "text",
        *,
        of: str = "case",
        options: Sequence[str] = (),
        description: str = "",
    ) -> Attribute:
        """A new attribute. Raises :class:`InvalidInput`, :class:`Conflict`."""
        name = clean_name(name, "attribute")
        with self._store.write(say("Make the attribute “{name}”", name=name), self._user) as change:
            return make_attribute(
                change, name=name, type=type, of=of, options=options, description=description
            )

    def update(
        self,
        attribute: Attribute,
        *,
        clear: bool = False,
        renamed: Mapping[str, str] | None = None,
        **values: Any,
    ) -> Attribute:
        """Change an attribute's name, type, description or options; its values follow.

        ``renamed`` says which option is called otherwise from now on. Values that do not fit are
        taken away with ``clear``; else :class:`Conflict`, and nothing is changed. Raises
        :class:`InvalidInput` as :meth:`add`.
        """
        verb = say("Change the attribute “{name}”", name=attribute.name)
        with self._store.write(verb, self._user) as change:
            then = _changed(attribute, values)
            check_attribute(then.name, then.type, then.of, then.options)
            same_kind = change.rows.each(Attribute, of=then.of)
            refuse_taken(same_kind, then.name, "attribute", but=then.guid)
            _refit(change, attribute, then, renamed or {}, clear=clear)
            written = change.set(
                attribute, name=then.name, type=then.type,
                description=then.description, options=then.options,
            )  # fmt: skip
            if then.type == "rating" != attribute.type:
                rate_on_the_whole(change, _values_of(change.rows, attribute))
            return written

    def misfits(self, attribute: Attribute, type: str, options: Sequence[str] = ()) -> list[Misfit]:
        """The values that would not fit if it were of another type or had other options."""
        then = _changed(attribute, {"type": type, "options": options or attribute.options})
        with self._store.read() as rows:
            return _misfits(rows, attribute, then)

    def arrange(self, guids: Sequence[str]) -> None:
        """Put attributes into an order; those left out come last. Raises :class:`NotFound`."""
        with self._store.write(say("Put the attributes into an order"), self._user) as change:
            for guid in guids:
                change.rows.get(Attribute, guid)
            order_attributes(change, list(dict.fromkeys(guids)))

    def remove(self, attribute: Attribute) -> dict[str, int]:
        """Remove an attribute with all its values; how many entities went, by kind."""
        verb = say("Remove the attribute “{name}”", name=attribute.name)
        with self._store.write(verb, self._user) as change:
            return remove_whole(change, Attribute.KIND, [attribute.guid])

    def values(self, of: str, owners: Iterable[str] | None = None) -> list[AttributeValue]:
        """The values of all cases or sources, or of some by GUID."""
        with self._store.read() as rows:
            if owners is None:
                return rows.all(AttributeValue, owner_kind=of)
            found = rows.among(AttributeValue, "owner", owners)
            return [one for one in found if one.owner_kind == of]

    def set_values(
        self,
        of: str,
        values: Sequence[tuple[str, str, str | None]],
        seen: Mapping[tuple[str, str], str | None] | None = None,
    ) -> ValuesReport:
        """Write a block of values (owner, attribute, value; ``None`` or nothing takes one away) as
        one change. What is not of its type is refused by itself, the rest is written.

        ``seen`` is what the person saw before, by (owner, attribute): where somebody wrote another
        value meanwhile, it stays and the new one is refused. Raises :class:`NotFound`,
        :class:`InvalidInput`.
        """
        verb = (
            say("Change a value") if len(values) == 1 else say("Change {n} values", n=len(values))
        )
        with self._store.write(verb, self._user) as change:
            attributes = {one.guid: one for one in change.rows.all(Attribute, of=of)}
            _check_there(change.rows, of, attributes, values)
            wanted, refused = _understood(attributes, values)
            refused += _overtaken(change.rows, attributes, wanted, seen or {})
            return ValuesReport(put_exact(change, of, wanted), tuple(refused))


def _check_there(
    rows: Rows,
    of: str,
    attributes: Mapping[str, Attribute],
    values: Sequence[tuple[str, str, str | None]],
) -> None:
    if of not in _OWNERS:
        raise InvalidInput("bad-owner", f"A {of} has no attributes.")
    owners = {owner for owner, _, _ in values}
    there = {one.guid for one in rows.among(_OWNERS[of], "guid", owners)}
    for owner in owners - there:
        rows.get(_OWNERS[of], owner)
    for _, attribute, _ in values:
        if attribute not in attributes:
            rows.get(Attribute, attribute)
            raise InvalidInput("bad-owner", f"This attribute is not one of a {of}.")


def _understood(
    attributes: Mapping[str, Attribute], values: Sequence[tuple[str, str, str | None]]
) -> tuple[dict[tuple[str, str], str | None], list[RefusedValue]]:
    columns: dict[str, list[str]] = {}
    for _, guid, value in values:
        columns.setdefault(guid, []).append(value or "")
    orders = {guid: date_order(column) for guid, column in columns.items()}
    wanted: dict[tuple[str, str], str | None] = {}
    refused = []
    for owner, guid, given in values:
        value = given or ""
        try:
            exact = exact_value(attributes[guid], value, orders[guid]) if value.strip() else None
        except InvalidInput:
            refused.append(RefusedValue(owner, guid, value, why_refused(attributes[guid], value)))
            continue
        wanted[owner, guid] = exact
    return wanted, refused


def _overtaken(
    rows: Rows,
    attributes: Mapping[str, Attribute],
    wanted: dict[tuple[str, str], str | None],
    seen: Mapping[tuple[str, str], str | None],
) -> list[RefusedValue]:
    """Takes out of what is wanted where somebody else wrote something else meanwhile."""
    held = [key for key in wanted if key in seen]
    owners = {owner for owner, _ in held}
    there = {
        (one.owner, one.attribute): one.value
        for one in (rows.among(AttributeValue, "owner", owners) if owners else [])
    }
    refused = []
    for key in held:
        now, new = there.get(key), wanted[key]
        if now not in (seen[key], new):
            why = say("“{name}” was changed meanwhile to “{now}”, which was kept.",
                      name=attributes[key[1]].name, now=now or "—")  # fmt: skip
            refused.append(RefusedValue(*key, new or "", why))
            del wanted[key]
    return refused


def _changed(attribute: Attribute, values: Mapping[str, Any]) -> Attribute:
    given = {key: value for key, value in values.items() if value is not None}
    unknown = set(given) - {"name", "type", "description", "options"}
    if unknown:
        raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(unknown)}.")
    if "name" in given:
        given["name"] = clean_name(given["name"], "attribute")
    if "options" in given:
        given["options"] = tuple(clean_name(one, "value") for one in given["options"])
    return replace(attribute, **given)


def _misfits(rows: Rows, attribute: Attribute, then: Attribute) -> list[Misfit]:
    values = rows.all(AttributeValue, attribute=attribute.guid)
    owners = rows.among(_OWNERS[attribute.of], "guid", [value.owner for value in values])
    names = {owner.guid: owner.name for owner in owners}
    return [
        Misfit(value.owner, names.get(value.owner, ""), value.value)
        for value in values
        if _fit(then, value.value) is None
    ]


def _fit(attribute: Attribute, value: str) -> str | None:
    try:
        return exact_value(attribute, value)
    except InvalidInput:
        return None


def _refit(
    change: Change, before: Attribute, then: Attribute, renamed: Mapping[str, str], *, clear: bool
) -> None:
    if (before.type, before.options) == (then.type, then.options) and not renamed:
        return
    called = {name_key(old): new for old, new in renamed.items()}

    def fitting(value: str) -> str | None:
        return _fit(then, called.get(name_key(value), value))

    there = _values_of(change.rows, before)
    wanted = {key: fitting(value) for key, value in there.items()}
    lost = [value for key, value in there.items() if wanted[key] is None]
    if before.type == "rating":
        lost += refit_ratings(change, before, fitting, kept=then.type == "rating")
        wanted |= shown_values(change, wanted) if then.type == "rating" else {}
    if lost and not clear:
        raise Conflict(
            "values-do-not-fit",
            f"{len(lost)} values of “{before.name}” do not fit, such as “{lost[0]}”.",
            "Nothing was changed. Mend them first, or let them be cleared.",
        )
    write_values(change, then.of, wanted)


def _values_of(rows: Rows, attribute: Attribute) -> dict[tuple[str, str], str]:
    values = rows.all(AttributeValue, attribute=attribute.guid)
    return {(one.owner, attribute.guid): one.value for one in values}
