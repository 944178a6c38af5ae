"""Attributes and their values within a change: what cases, sources and tables of them share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..errors import InvalidInput
from ..model import Attribute, AttributeValue, Link, StudyInfo
from ..model.case import ATTRIBUTE_OWNERS, ATTRIBUTE_TYPES, CHOSEN
from ..model.identity import clean_name, name_key
from ..model.values import exact_value
from ..store import Change, Rows
from ..store.lookups import refuse_taken
from .rating_records import rate_on_the_whole, shown_values

__all__ = [
    "Wanted",
    "attribute_named",
    "check_attribute",
    "make_attribute",
    "order_attributes",
    "ordered_attributes",
    "put_exact",
    "put_values",
    "write_values",
]

# (owner, attribute) by GUID, and the value in its exact form; None takes it away.
Wanted = Mapping[tuple[str, str], str | None]


def ordered_attributes(rows: Rows, of: str | None = None) -> list[Attribute]:
    """The attributes in the order the study gives them; those without a place come last."""
    found = rows.all(Attribute) if of is None else rows.all(Attribute, of=of)
    links = rows.all(Link, role="member", target_kind="attribute")
    places = {link.target: link.position for link in links}
    return sorted(found, key=lambda one: places.get(one.guid, len(places) + 1))


def order_attributes(change: Change, guids: Sequence[str]) -> None:
    """Put attributes into an order: a place for each, kept beside the study itself."""
    links = change.rows.all(Link, role="member", target_kind="attribute")
    there = {link.target: link for link in links}
    study = change.rows.all(StudyInfo)[0].guid
    for place, guid in enumerate(guids, 1):
        if guid in there:
            change.set(there[guid], position=place)
            continue
        change.add(
            Link(
                role="member", owner_kind="study", owner=study,
                target_kind="attribute", target=guid, position=place,
            )
        )  # fmt: skip


def check_attribute(name: str, type: str, of: str, options: Sequence[str]) -> None:
    """Raise :class:`InvalidInput` where an attribute would make no sense."""
    if type not in ATTRIBUTE_TYPES:
        raise InvalidInput(
            "bad-type", f"“{type}” is no type.", f"Use one of: {', '.join(ATTRIBUTE_TYPES)}."
        )
    if of not in ATTRIBUTE_OWNERS:
        raise InvalidInput(
            "bad-owner", f"A {of} has no attributes.", f"Use one of: {', '.join(ATTRIBUTE_OWNERS)}."
        )
    if type in CHOSEN and not options:
        raise InvalidInput("no-options", f"“{name}” is a {type}, and needs values to choose from.")
    if type == "rating" and of != "case":
        raise InvalidInput("bad-owner", "Only cases are rated.")
    if len({name_key(option) for option in options}) < len(options):
        raise InvalidInput("same-options", f"Two of the values of “{name}” are the same.")


def make_attribute(
    change: Change,
    *,
    name: str,
    type: str = "text",
    of: str = "case",
    options: Iterable[str] = (),
    description: str = "",
) -> Attribute:
    """A new attribute. Raises :class:`InvalidInput`, :class:`Conflict`."""
    name = clean_name(name, "attribute")
    given = tuple(clean_name(option, "value") for option in options)
    check_attribute(name, type, of, given)
    refuse_taken(change.rows.each(Attribute, of=of), name, "attribute")
    made = Attribute(name=name, of=of, type=type, options=given, description=description)
    change.add(made)
    return made


def attribute_named(attributes: Iterable[Attribute], name: str) -> Attribute | None:
    """The attribute of that name, as names are compared."""
    wanted = name_key(name)
    return next((one for one in attributes if name_key(one.name) == wanted), None)


def put_values(change: Change, of: str, owner: str, values: Mapping[str, str | None]) -> None:
    """Set the values of one case or source by attribute name; new attributes are made.

    Raises :class:`InvalidInput` where a value is of another type.
    """
    wanted: dict[tuple[str, str], str | None] = {}
    for name, value in values.items():
        given = None if value is None or not value.strip() else value
        attribute = attribute_named(change.rows.all(Attribute, of=of), name)
        if attribute is None:
            if value is None:
                continue
            attribute = make_attribute(change, name=name, of=of)
        exact = None if given is None else exact_value(attribute, given)
        wanted[owner, attribute.guid] = exact
    put_exact(change, of, wanted)


def put_exact(change: Change, of: str, wanted: Wanted, touched: set[str] | None = None) -> int:
    """Write many values, each in its exact form already; how many were other than before.

    The owners of those are added to ``touched``. A value of a *rating* is one on the whole.
    """
    rated = {one.guid for one in change.rows.all(Attribute, type="rating")}
    judged = {key: value for key, value in wanted.items() if key[1] in rated}
    rate_on_the_whole(change, judged)
    return write_values(change, of, {**wanted, **shown_values(change, judged)}, touched)


def write_values(change: Change, of: str, wanted: Wanted, touched: set[str] | None = None) -> int:
    """As :func:`put_exact`, without a rating for the value of a rated variable."""
    owners = {owner for owner, _ in wanted}
    there = {
        (one.owner, one.attribute): one
        for one in change.rows.among(AttributeValue, "owner", owners)
    }
    before = {key: one.value for key, one in there.items()}
    other = [key for key, value in wanted.items() if before.get(key) != value]
    gone = [there[key].guid for key in other if wanted[key] is None]
    changed = {there[key].guid: (wanted[key],) for key in other if key in there and wanted[key]}
    new = [
        AttributeValue(attribute=attribute, owner_kind=of, owner=owner, value=value)
        for owner, attribute in other
        if (owner, attribute) not in there and (value := wanted[owner, attribute]) is not None
    ]
    if gone:
        change.remove_guids(AttributeValue.KIND, gone)
    change.set_many(AttributeValue.KIND, ("value",), changed)
    change.add_many(new)
    if touched is not None:
        touched.update(owner for owner, _ in other)
    return len(other)
