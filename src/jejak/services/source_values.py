"""What is known of sources: which values there are, and writing them for one or many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..errors import InvalidInput
from ..model import Attribute, AttributeValue, Case, Link, Set, Source, Speaker
from ..model.identity import check_date, clean_name, name_key
from ..model.source import SOURCE_KINDS, SOURCE_STATUSES
from ..model.values import exact_value
from ..store import Change

__all__ = [
    "case_to_be",
    "check_values",
    "set_attributes",
    "set_to_be",
    "tie_members",
    "tie_speaker",
]


def check_values(values: Mapping[str, object]) -> None:
    """Raise :class:`InvalidInput` for a kind, status or date that is none."""
    kind, status, collected = (values.get(key) for key in ("kind", "status", "collected"))
    if kind is not None and kind not in SOURCE_KINDS:
        raise InvalidInput(
            "unknown-kind",
            f"“{kind}” is no kind of material.",
            f"Use one of: {', '.join(SOURCE_KINDS)}.",
        )
    if status is not None and status not in SOURCE_STATUSES:
        raise InvalidInput(
            "unknown-status",
            f"“{status}” is no status.",
            f"Use one of: {', '.join(SOURCE_STATUSES)}.",
        )
    if collected is not None:
        check_date(str(collected))


def tie_members(change: Change, kind: str, owner: str, sources: Sequence[str]) -> None:
    """Make sources members of a case or a set (``kind``), those that are none yet."""
    there = {
        link.target for link in change.rows.among(Link, "owner", [owner]) if link.role == "member"
    }
    change.add_many(
        Link(role="member", owner_kind=kind, owner=owner, target_kind="source", target=source)
        for source in dict.fromkeys(sources)
        if source not in there
    )


def tie_speaker(change: Change, name: str, case: Case, source: str) -> None:
    """Say whose words a speaker's turns in a source are."""
    wanted = name_key(name)
    for there in change.rows.all(Speaker, source=source):
        if name_key(there.name) == wanted:
            change.set(there, case=case.guid)
            return
    change.add(Speaker(name=clean_name(name, "speaker"), case=case.guid, source=source))


def case_to_be(change: Change, name: str) -> Case:
    """The case of that name or GUID, made where there is none."""
    wanted = name_key(name)
    for there in change.rows.all(Case):
        if there.guid == name or name_key(there.name) == wanted:
            return there
    made = Case(name=clean_name(name, "case"))
    change.add(made)
    return made


def set_to_be(change: Change, name: str) -> Set:
    """The set of sources of that name or GUID, made where there is none. Raises
    :class:`InvalidInput` where it is filled by a query."""
    wanted = name_key(name)
    for there in change.rows.all(Set, of="source"):
        if there.guid == name or name_key(there.name) == wanted:
            if there.query is not None:
                raise InvalidInput(
                    "set-by-query",
                    f"The set “{there.name}” is filled by its query.",
                    "Nothing was changed. Choose another set, or a new name.",
                )
            return there
    made = Set(name=clean_name(name, "set"), of="source")
    change.add(made)
    return made


def set_attributes(
    change: Change, sources: Sequence[str], values: Mapping[str, str | None]
) -> None:
    """Give sources the same values of attributes, by name; ``None`` takes one away. Raises
    :class:`InvalidInput`."""
    attributes = {name_key(one.name): one for one in change.rows.all(Attribute, of="source")}
    for name, value in values.items():
        attribute = attributes.get(name_key(name))
        if attribute is None:
            attribute = Attribute(name=clean_name(name, "attribute"), of="source")
            change.add(attribute)
        _set_attribute(change, attribute, sources, (value or "").strip())


def _set_attribute(
    change: Change, attribute: Attribute, sources: Sequence[str], value: str
) -> None:
    there = {
        one.owner: one
        for one in change.rows.among(AttributeValue, "owner", sources)
        if one.attribute == attribute.guid
    }
    if not value:
        change.remove(*there.values())
        return
    exact = exact_value(attribute, value)
    change.set_many("value", ("value",), {one.guid: (exact,) for one in there.values()})
    change.add_many(
        AttributeValue(attribute=attribute.guid, owner_kind=Source.KIND, owner=source, value=exact)
        for source in sources
        if source not in there
    )
