"""Variables of a project file and their values."""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any

from ...errors import InvalidInput
from ...model import Attribute, AttributeValue, say
from ...model.values import exact_value
from ..zipped import local
from .intake import Coming, Intake, as_xml, derived, described_of, parts
from .kept import kept_beside

__all__ = ["Variables", "value_told"]

_OF_VARIABLE = frozenset({"Description"})
_TYPES = {
    "Text": "text",
    "Boolean": "boolean",
    "Integer": "number",
    "Float": "number",
    "Date": "date",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_VALUES = frozenset({
    "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue",
})  # fmt: skip


class Variables:
    """Variables, which are of cases here or of sources: what they are of shows where they are used."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._waiting: dict[str, Any] = {}
        self._made: dict[tuple[str, str], Attribute] = {}

    def take(self, element: Any) -> None:
        """A variable of the project."""
        self._intake.tally.read["attribute"] += 1
        guid = self._intake.claim(element.get("guid"), Attribute.KIND, element.get("name") or "")
        element.tail = None
        self._waiting[guid] = element

    def unused(self, coming: Coming) -> None:
        """Those that nothing has a value of."""
        for guid in [one for one in self._waiting if (one, "case") not in self._made]:
            if (guid, "source") not in self._made:
                self._attribute(guid, "case", coming)

    def _attribute(self, guid: str, of: str, coming: Coming) -> Attribute | None:
        made = self._made.get((guid, of))
        if made is not None or guid not in self._waiting:
            return made
        element, intake = self._waiting[guid], self._intake
        other = self._made.get((guid, "source" if of == "case" else "case"))
        own = guid if other is None else derived(guid, of)
        description = described_of(element)
        made = Attribute(
            guid=own, of=of, type=_TYPES.get(element.get("typeOfVariable") or "", "text"),
            name=intake.free(f"attribute {of}", element.get("name") or "", "Variable"),
            description=description or "",
        )  # fmt: skip
        self._made[guid, of] = made
        coming.records.append(made)
        if other is not None:
            coming.records += kept_beside("attribute", own, {"same": guid})
        else:
            ours = intake.told.variable(made)
            intake.beside(coming, element, "attribute", own, ours, _OF_VARIABLE)
        return made

    def values(self, element: Any, kind: str, guid: str, coming: Coming) -> list[str]:
        """The values that a case or source has; those that have no place, as XML."""
        left: list[str] = []
        for one in parts(element, "VariableValue"):
            self._intake.tally.read["value"] += 1
            if not self._value(one, kind, guid, coming):
                left.append(as_xml(one))
        return left

    def _value(self, element: Any, kind: str, guid: str, coming: Coming) -> bool:
        intake, where = self._intake, f"{kind} {guid}"
        named = next(iter(parts(element, "VariableRef")), None)
        variable = intake.guid(named.get("targetGUID") if named is not None else None)
        attribute = self._attribute(variable, kind, coming)
        if attribute is None:
            intake.tally.note("no-such-variable", say("A value is of a variable that the file does not "
                                                      "define; it is kept for the way back."), where)  # fmt: skip
            return False
        told = next((one for one in element if local(one.tag) in _VALUES), None)
        if told is None or not (text := "".join(told.itertext())).strip():
            return False
        try:
            value = exact_value(attribute, text)
        except InvalidInput:
            intake.tally.note("bad-value", say("“{value}” is no value of “{variable}”; it is kept for the way "
                                               "back.", value=text, variable=attribute.name), where)  # fmt: skip
            return False
        made = AttributeValue(
            guid=derived(variable, guid),
            attribute=attribute.guid,
            owner_kind=kind,
            owner=guid,
            value=value,
        )
        if made.guid in intake.kinds:
            intake.tally.note("two-values", say("There are two values of “{variable}”; the second is kept for "
                                                "the way back.", variable=attribute.name), where)  # fmt: skip
            return False
        intake.kinds[made.guid] = AttributeValue.KIND
        coming.records.append(made)
        spelled = [local(told.tag), text]
        if spelled != value_told(self._waiting[variable].get("typeOfVariable") or "", value):
            coming.records += kept_beside("value", made.guid, {"spelled": [value, *spelled]})
        return True


def value_told(kind: str, value: str) -> list[str]:
    """A value of a variable of a kind by its element and its text; what the kind cannot hold is text."""
    if kind == "Boolean" and value in {"true", "false"}:
        return ["BooleanValue", value]
    if kind == "Date" and _DAY.fullmatch(value):
        return ["DateValue", value]
    if kind in {"Integer", "Float"}:
        with suppress(InvalidOperation):
            plain = f"{Decimal(value):f}"
            return [
                "IntegerValue" if kind == "Integer" and "." not in plain else "FloatValue",
                plain,
            ]
    return ["TextValue", value]
