"""Variables of a study and their values, as a project file has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...model import Attribute, AttributeValue
from .coming_variables import value_told
from .going import Going
from .xml_out import tag, text_of

__all__ = ["values_of", "variables"]


def variables(going: Going) -> Iterator[str]:
    """Each variable; one of cases and one of sources that came as one are one."""
    for one in going.study.each(Attribute):
        if "same" in going.beside(one.guid):
            continue
        going.tally.written[Attribute.KIND] += 1
        inside = text_of("Description", one.description) + going.unexpected(one.guid)
        yield tag("Variable", going.attributes(one.guid, going.told.variable(one)), inside)


def values_of(going: Going) -> dict[str, str]:
    """The values of each case and source, as elements."""
    known = {one.guid: one for one in going.study.each(Attribute)}
    kinds = {
        guid: going.attributes(guid, going.told.variable(one))["typeOfVariable"]
        for guid, one in known.items()
    }
    found: dict[str, list[str]] = defaultdict(list)
    for value in going.study.each(AttributeValue):
        going.tally.written[AttributeValue.KIND] += 1
        variable = str(going.beside(value.attribute).get("same", value.attribute))
        name, text = value_told(kinds.get(variable, kinds[value.attribute]), value.value)
        spelled = going.beside(value.guid).get("spelled")
        if spelled and spelled[0] == value.value:
            name, text = spelled[1:]
        inside = tag("VariableRef", {"targetGUID": variable}) + (
            text_of(name, text) or f"<{name}/>\n"
        )
        found[value.owner].append(tag("VariableValue", {}, inside))
    return {owner: "".join(elements) for owner, elements in found.items()}
