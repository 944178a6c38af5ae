"""The templates of a report as a person chooses them: their parts by the titles they stand under."""

from __future__ import annotations

from dataclasses import dataclass

from ..report import PARTS, TEMPLATES
from ..report.arranging import standing
from ..report.teller import Teller

__all__ = ["PartCard", "TemplateCard", "template_cards"]


@dataclass(frozen=True, slots=True)
class PartCard:
    """A part: its name, its title, and the chapter it stands in (by name and title), if any."""

    name: str
    title: str
    chapter: str = ""
    chapter_title: str = ""


@dataclass(frozen=True, slots=True)
class TemplateCard:
    """A template: ``parts`` are its own in their order, ``others`` those it can have besides."""

    name: str
    title: str
    about: str
    parts: tuple[PartCard, ...]
    others: tuple[PartCard, ...]


def template_cards(language: str) -> list[TemplateCard]:
    """Every template, in a language."""
    tell = Teller(language)
    cards = []
    for template in TEMPLATES.all().values():
        parts = tuple(
            PartCard(
                place.part,
                tell(place.title or PARTS.get(place.part).title),
                chapter.name if chapter else "",
                tell(chapter.title) if chapter else "",
            )
            for chapter, place in standing(template)
        )
        own = {one.name for one in parts}
        others = tuple(
            PartCard(name, tell(part.title))
            for name, part in PARTS.all().items()
            if name not in own
        )
        cards.append(
            TemplateCard(template.name, tell(template.title), tell(template.about), parts, others)
        )
    return cards
