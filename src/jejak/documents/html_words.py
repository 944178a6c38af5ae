"""Words of a page: every text of a document as HTML, hundreds of thousands of them in a long report."""

from __future__ import annotations

from .document import Citation, Inline, Mark, Note, Run, Text
from .outline import Outline

__all__ = ["escaped", "told"]


def escaped(text: str) -> str:
    """Words as HTML holds them, between tags or in an attribute."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


def told(text: Text, outline: Outline) -> str:
    """A text as HTML; its notes have the numbers of the outline."""
    return "".join([_part(part, outline) for part in text])


def _part(part: Inline, outline: Outline) -> str:
    if isinstance(part, Run):
        return _run(part, escaped(part.text))
    if isinstance(part, Mark):
        return f'<span class="mark {part.tone}">{escaped(part.text)}</span>'
    if isinstance(part, Note):
        return _reference(outline.note(part))
    return _cited(part)


def _run(run: Run, words: str) -> str:
    if run.link:
        return f'<a href="#{escaped(run.link)}">{words}</a>'
    if run.language:
        look = ' class="set-off"' if run.emphasis else ""
        return f'<span lang="{escaped(run.language)}"{look}>{words}</span>'
    if run.strong:
        return f"<strong>{words}</strong>"
    if run.emphasis:
        return f"<em>{words}</em>"
    return f'<span class="quiet">{words}</span>' if run.quiet else words


def _reference(number: int) -> str:
    place = f'<a id="note-ref-{number}" href="#note-{number}" role="doc-noteref">{number}</a>'
    return f"<sup>{place}</sup>"


def _cited(one: Citation) -> str:
    if not one.link:
        return escaped(one.text)
    return f'<a href="#{escaped(one.link)}" class="cited">{escaped(one.text)}</a>'
