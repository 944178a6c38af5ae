"""Variables of cases and sources, and their values, from programs that keep every value as text."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...errors import InvalidInput
from ...model import Attribute, AttributeValue, say
from ...model.identity import name_key
from ...model.values import exact_value
from .names import Names
from .packing import Packing
from .telling import shown

__all__ = ["Variables"]


@dataclass(slots=True)
class _Variable:
    name: str
    of: str
    number: bool = False
    description: str = ""
    where: str = ""
    values: dict[str, tuple[str, str]] = field(default_factory=dict)


class Variables:
    """Gathers variables and values until both can be packed: a variable is a number where every value
    of it is one."""

    def __init__(self, packing: Packing) -> None:
        self._packing = packing
        self._known: dict[tuple[str, str], _Variable] = {}

    def declare(
        self, name: str, of: str, *, number: bool = False, description: str = "", where: str = ""
    ) -> None:
        """A variable of ``case`` or ``source``, as its origin declares it."""
        variable = self._variable(name, of, where)
        variable.number, variable.description = number, description

    def put(self, name: str, of: str, owner: str, value: str, where: str) -> None:
        """The value that a case or source (GUID) has; an empty one is none."""
        if not value.strip():
            return
        self._packing.telling.tally.read["value"] += 1
        values = self._variable(name, of, where).values
        if owner in values and values[owner][0] != value:
            message = say(
                "“{name}” has two values; “{kept}” was kept, “{left}” was left out.",
                name=shown(name), kept=shown(values[owner][0]), left=shown(value),
            )  # fmt: skip
            self._packing.telling.note("two-values", message, where)
        values.setdefault(owner, (value, where))

    def pack(self) -> None:
        """Pack every variable with its values."""
        names = Names("attribute", self._packing.telling)
        for (of, key), one in self._known.items():
            self._packing.telling.tally.read["attribute"] += 1
            guid = self._packing.guid("attribute", of, key)
            attribute = Attribute(
                guid=guid, name=names.own(one.name, one.where, of), of=of, type=self._type(one),
                description=one.description,
            )  # fmt: skip
            self._packing.add(attribute)
            for owner, (value, _) in one.values.items():
                self._packing.add(
                    AttributeValue(
                        guid=self._packing.guid("value", guid, owner), attribute=guid,
                        owner_kind=of, owner=owner, value=exact_value(attribute, value),
                    )
                )  # fmt: skip

    def _variable(self, name: str, of: str, where: str) -> _Variable:
        return self._known.setdefault((of, name_key(name)), _Variable(name, of, where=where))

    def _type(self, one: _Variable) -> str:
        if not one.number:
            return "text"
        probe = Attribute(name="?", type="number")
        for value, where in one.values.values():
            try:
                exact_value(probe, value)
            except InvalidInput:
                message = say(
                    "“{name}” is a number there, but “{value}” is none: it is text here.",
                    name=shown(one.name), value=shown(value),
                )  # fmt: skip
                self._packing.telling.note("not-a-number", message, where)
                return "text"
        return "number"
