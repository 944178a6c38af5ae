"""A table of cases written at once: pasted from a spreadsheet, or read from a file of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NoReturn

from ..errors import InvalidInput
from ..model import Attribute, AttributeValue, Case, Message, say
from ..model.case import ATTRIBUTE_TYPES, CASE_KINDS, CHOSEN
from ..model.identity import clean_name, name_key
from ..model.values import date_order, exact_value, guess_type
from ..store import Change, Store
from .attribute_records import attribute_named, make_attribute, put_exact
from .attributes import why_refused

__all__ = ["CaseRow", "CaseTable", "RefusedCell", "TableReport"]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A row: the case by GUID, or (else) by its name, which makes one where there is none.

    ``values`` are by attribute name; ``None`` or nothing takes a value away. A ``name`` beside a
    GUID renames the case. ``seen`` is what stood in some of its cells as far as the writer knows:
    where somebody else wrote there since, the cell is refused.
    """

    guid: str | None = None
    name: str | None = None
    kind: str | None = None
    description: str | None = None
    values: Mapping[str, str | None] = field(default_factory=dict)
    seen: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """What was not written: the row (from 0), the column's name, what was given, and why not."""

    row: int
    column: str
    value: str
    why: Message


@dataclass(frozen=True, slots=True)
class TableReport:
    """What a table did, or would do: names of new cases, new attributes as (name, type), how many
    values of how many cases that were there are other than before, and what was refused."""

    made: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    changed: int = 0
    touched: int = 0
    refused: tuple[RefusedCell, ...] = ()
    seq: int | None = None
    dry_run: bool = False


def _exact_seen(attribute: Attribute, seen: str | None, order: str) -> str | None:
    """What a writer saw, in the form values are kept in, where it has one."""
    if seen is None or not seen.strip():
        return None
    try:
        return exact_value(attribute, seen, order)
    except InvalidInput:
        return seen


def _overtaken(now: str | None) -> Message:
    if now is None:
        return say(
            "Somebody else took away what stood here meanwhile. Write it again to put it back."
        )
    return say(
        "Somebody else wrote “{now}” here meanwhile. Write it again to put it over theirs.", now=now
    )


class _Rehearsed(Exception):
    """Takes a rehearsed table back."""


class CaseTable:
    """Writes tables of cases."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def apply(
        self,
        rows: Sequence[CaseRow],
        types: Mapping[str, str] | None = None,
        *,
        dry_run: bool = False,
    ) -> TableReport:
        """Write rows as one change. A cell that is not understood is refused by itself.

        Attributes that are not there are made: of the type that ``types`` gives by name, else of
        the one that all their values have. A dry run does all of it and takes it back. Raises
        :class:`NotFound` (GUID), :class:`InvalidInput` (type).
        """
        done: list[TableReport] = []
        verb = say("Fill the table of cases")
        try:
            with self._store.write(verb, self._user) as change:
                report = _Filling(change, rows, types or {}).report()
                told = say(
                    "Fill the table of cases: {made} new, {changed} values changed",
                    made=len(report.made), changed=report.changed,
                )  # fmt: skip
                change.retell(told)
                seq = None if dry_run or change.empty else change.seq
                done.append(replace(report, seq=seq, dry_run=dry_run))
                if dry_run:
                    _take_back()
        except _Rehearsed:
            pass
        return done[0]


def _take_back() -> NoReturn:
    raise _Rehearsed


class _Filling:
    """One table on its way into the study."""

    def __init__(self, change: Change, rows: Sequence[CaseRow], types: Mapping[str, str]) -> None:
        self._change = change
        self._rows = rows
        self._cases = {case.guid: case for case in change.rows.all(Case)}
        self._by_name = {name_key(case.name): case for case in self._cases.values()}
        self._refused: list[RefusedCell] = []
        self._made: list[Case] = []
        self._touched: set[str] = set()
        self._fields: dict[str, tuple[object, ...]] = {}
        self._attributes, self._new = self._columns(types)

    def report(self) -> TableReport:
        """Write the rows; what became of them."""
        owners = [self._case(number, row) for number, row in enumerate(self._rows)]
        self._change.set_many(Case.KIND, ("name", "kind", "description"), self._fields)
        self._change.add_many(self._made)
        changed = self._write(owners) + len(self._fields)
        return TableReport(
            tuple(case.name for case in self._made), self._new, changed,
            len(self._touched - {case.guid for case in self._made}), tuple(self._refused),
        )  # fmt: skip

    def _columns(
        self, types: Mapping[str, str]
    ) -> tuple[dict[str, Attribute], tuple[tuple[str, str], ...]]:
        names = dict.fromkeys(name for row in self._rows for name in row.values)
        there = self._change.rows.all(Attribute, of="case")
        found, new = {}, []
        for name in names:
            attribute = attribute_named(there, name)
            if attribute is None:
                attribute = self._new_attribute(name, types.get(name, ""))
                there.append(attribute)
                new.append((attribute.name, attribute.type))
            found[name] = attribute
        return found, tuple(new)

    def _new_attribute(self, name: str, wanted: str) -> Attribute:
        values = [row.values.get(name) or "" for row in self._rows]
        type_ = wanted or guess_type(values)
        if type_ not in ATTRIBUTE_TYPES:
            raise InvalidInput("bad-type", f"“{type_}” is no type.")
        options = dict.fromkeys(" ".join(one.split()) for one in values if one.strip())
        return make_attribute(
            self._change, name=name, type=type_, options=options if type_ in CHOSEN else ()
        )

    def _case(self, number: int, row: CaseRow) -> Case | None:
        kind = self._kind(number, row)
        if row.guid is not None:
            case = self._cases.get(row.guid) or self._change.rows.get(Case, row.guid)
            self._rename(number, row, case, kind)
            return case
        try:
            name = clean_name(row.name or "", "case")
        except InvalidInput:
            if any((value or "").strip() for value in row.values.values()):
                self._refuse(number, "", "", say("A case needs a name; this row has none."))
            return None
        found = self._by_name.get(name_key(name))
        if found is None:
            found = Case(name=name, kind=kind or "person", description=row.description or "")
            self._by_name[name_key(name)] = found
            self._made.append(found)
        else:
            self._rename(number, CaseRow(description=row.description), found, kind)
        return found

    def _kind(self, number: int, row: CaseRow) -> str | None:
        kind = (row.kind or "").strip().casefold()
        if not kind:
            return None
        if kind in CASE_KINDS:
            return kind
        why = say("“{value}” is no kind of case.", value=row.kind)
        self._refuse(number, "kind", row.kind or "", why)
        return None

    def _rename(self, number: int, row: CaseRow, case: Case, kind: str | None) -> None:
        name = " ".join((row.name or "").split()) or case.name
        other = self._by_name.get(name_key(name))
        if other is not None and other.guid != case.guid:
            why = say("There is a case “{name}” already.", name=name)
            self._refuse(number, "name", name, why)
            name = case.name
        description = case.description if row.description is None else row.description
        fields = (name, kind or case.kind, description)
        if fields != (case.name, case.kind, case.description) and case not in self._made:
            self._fields[case.guid] = fields
            self._touched.add(case.guid)
            self._by_name[name_key(name)] = case

    def _write(self, owners: Sequence[Case | None]) -> int:
        orders = {
            name: date_order([row.values.get(name) or "" for row in self._rows])
            for name in self._attributes
        }
        wanted: dict[tuple[str, str], str | None] = {}
        for number, (row, case) in enumerate(zip(self._rows, owners, strict=True)):
            if case is None:
                continue
            for name, given in row.values.items():
                attribute, value = self._attributes[name], given or ""
                try:
                    exact = exact_value(attribute, value, orders[name]) if value.strip() else None
                except InvalidInput:
                    self._refuse(number, name, value, why_refused(attribute, value))
                    continue
                if name in row.seen:
                    known = _exact_seen(attribute, row.seen[name], orders[name])
                    now = self._standing(case, attribute)
                    if now not in {known, exact}:
                        self._refuse(number, name, value, _overtaken(now))
                        continue
                wanted[case.guid, attribute.guid] = exact
        return self._put(wanted)

    def _standing(self, case: Case, attribute: Attribute) -> str | None:
        found = self._change.rows.first(AttributeValue, owner=case.guid, attribute=attribute.guid)
        return None if found is None else found.value

    def _put(self, wanted: dict[tuple[str, str], str | None]) -> int:
        made = {case.guid for case in self._made}
        new = {key: value for key, value in wanted.items() if key[0] in made}
        old = {key: value for key, value in wanted.items() if key[0] not in made}
        put_exact(self._change, "case", new)
        return put_exact(self._change, "case", old, self._touched)

    def _refuse(self, row: int, column: str, value: str, why: Message) -> None:
        self._refused.append(RefusedCell(row, column, value, why))
