"""Which parts stand in a report, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ..errors import InvalidInput, NotFound
from . import ON_REQUEST, PARTS, TEMPLATES
from .template import Chapter, Place, Template

__all__ = ["arranged", "chosen_parts", "standing", "template_named"]


def template_named(name: str) -> Template:
    """The template of that name. Raises :class:`InvalidInput`."""
    try:
        return TEMPLATES.get(name)
    except NotFound:
        raise InvalidInput(
            "unknown-template",
            f"There is no template “{name}” of a report.",
            f"There are: {', '.join(TEMPLATES.names())}.",
        ) from None


def standing(template: Template) -> tuple[tuple[Chapter | None, Place], ...]:
    """The parts of a template that there are, each with its chapter, in their order: those it names,
    and those that name a part of it after which they stand."""
    names = PARTS.names()
    if not template.contents:
        return tuple((None, Place(name)) for name in names if name not in ON_REQUEST)
    there = [(chapter, place) for chapter, place in template.places() if place.part in names]
    for name in names:
        after = PARTS.get(name).stands_after.get(template.name)
        known = [place.part for _, place in there]
        if after in known and name not in known:
            at = known.index(after)
            there.insert(at + 1, (there[at][0], Place(name)))
    return tuple(there)


def chosen_parts(parts: Sequence[str] | None, template: Template | None = None) -> tuple[str, ...]:
    """Names of parts as they were asked for, each once; all of the template for ``None``.

    Raises :class:`InvalidInput` for a name that is none.
    """
    names = PARTS.names()
    if parts is None:
        own = standing(template or template_named("study"))
        return tuple(place.part for _, place in own)
    unknown = [part for part in parts if part not in names]
    if unknown:
        raise InvalidInput(
            "unknown-part",
            f"A report has no part “{unknown[0]}”.",
            f"There are: {', '.join(names)}.",
        )
    return tuple(dict.fromkeys(parts))


def arranged(template: Template, parts: Sequence[str]) -> tuple[Chapter | Place, ...]:
    """The parts in their order, those of a chapter together under its heading, where the first of
    them stands. A part that the template does not have stands without a number."""
    homes: Mapping[str, tuple[Chapter | None, Place]] = MappingProxyType(
        {place.part: (chapter, place) for chapter, place in standing(template)}
    )
    found: dict[str, Chapter | Place] = {}
    for name in parts:
        chapter, place = homes.get(name, (None, Place(name, numbered=False)))
        if chapter is None:
            found[name] = place
            continue
        there = found.get(chapter.name, replace(chapter, places=()))
        assert isinstance(there, Chapter)
        found[chapter.name] = replace(there, places=(*there.places, place))
    return tuple(found.values())
