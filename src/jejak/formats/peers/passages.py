"""A passage of a text as another program keeps it, told about and packed."""

from __future__ import annotations

from ...model import say
from ...model.message import Message
from .packing import Packing
from .places import Place, Words
from .telling import shown

__all__ = ["pack_passage"]

_TOLD: dict[str, Message] = {
    "moved": say("The passage “{quote}” is not where its position says; it was set to where its words stand."),
    "differs": say(
        "The words at the position of the passage are not those that were kept with it (“{quote}”); the "
        "position was kept."
    ),
    "cut": say("A passage reaches beyond the text (“{quote}”); it was cut to what is there."),
}  # fmt: skip
_COUNTED = say(
    "Positions of this source are counted in another way than usual ({way}), as the words kept with them show."
)


def pack_passage(
    packing: Packing, source: str, words: Words, start: int | None, end: int | None,
    quote: str, where: str,
) -> str | None:  # fmt: skip
    """The GUID of the segment for a stretch and the words that were kept with it; ``None``, which is
    told, where it holds nothing."""
    place = None if start is None or end is None else words.find(start, end, quote)
    if place is None:
        message = say(
            "A passage that holds no character of the text was left out (“{quote}”).",
            quote=shown(quote),
        )
        packing.telling.note("empty-passage", message, where)
        return None
    _tell(packing, source, place, words, quote, where)
    return packing.text_segment(source, place.start, place.end)


def _tell(
    packing: Packing, source: str, place: Place, words: Words, quote: str, where: str
) -> None:
    if place.how in _TOLD:
        template = _TOLD[place.how]
        shown_quote = shown(quote or words.text[place.start : place.end])
        packing.telling.note(place.how, Message(template.text, {"quote": shown_quote}), where)
    elif place.how != "as stored":
        packing.telling.note_for(
            "counted-otherwise", source, Message(_COUNTED.text, {"way": place.how}), where
        )
