"""The styles of Word files: quiet letters, clear headings, quotations that read well."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from io import BytesIO
from typing import Any

from .docx_parts import HEADINGS, element

__all__ = ["prepared"]

_PLAIN, _READING = "Calibri", "Cambria"
_INK, _QUIET, _ACCENT = "1B2423", "5B6866", "0F6168"


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: letters in points, spaces in points, indents in centimetres; ``leader`` has
    dots to a number at the right."""

    name: str
    size: float
    font: str = _PLAIN
    bold: bool = False
    colour: str = _INK
    before: float = 0
    after: float = 6
    left: float = 0
    hanging: float = 0
    with_next: bool = False
    line: float = 1.15
    leader: bool = False
    centred: bool = False


_STYLES = (
    _Style("Normal", 10.5),
    _Style("Title", 24, _READING, bold=True, after=18, line=1.1),
    _Style("Subtitle", 10.5, bold=True, colour=_ACCENT, after=4),
    _Style("Heading 1", 18, _READING, bold=True, before=26, after=10, with_next=True),
    _Style("Heading 2", 13.5, _READING, bold=True, before=18, after=6, with_next=True),
    _Style("Heading 3", 11.5, bold=True, colour=_QUIET, before=12, after=4, with_next=True),
    _Style("Heading 4", 10.5, bold=True, colour=_QUIET, before=10, after=4, with_next=True),
    _Style("Minor Heading", 10.5, bold=True, colour=_ACCENT, before=12, after=4, with_next=True),
    _Style("Contents", 13.5, _READING, bold=True, before=18, after=6, with_next=True),
    _Style("Caption", 9, colour=_QUIET, before=4, after=12),
    _Style("Table Caption", 9.5, bold=True, before=8, after=4, with_next=True),
    _Style("Picture", 10.5, after=2, with_next=True),
    _Style("Notice", 11, _READING, after=12, left=0.4),
    _Style("Note", 9.5, colour=_QUIET),
    _Style("Fold", 10.5, colour=_ACCENT, before=10, after=6, with_next=True),
    _Style("Fact", 10.5, after=3, left=4, hanging=4),
    _Style("Numbered", 10.5, left=0.8, hanging=0.8),
    _Style("Quote", 11, _READING, before=10, after=2, left=0.6, with_next=True),
    _Style("Quote Source", 9, colour=_QUIET, after=3, left=0.6, with_next=True),
    _Style("Quote Context", 9.5, _READING, after=2, left=1.2, with_next=True),
    _Style("Quote Detail", 9, before=2, after=4, left=1.2),
    _Style("Quote Translation", 10.5, _READING, after=2, left=0.6, with_next=True),
    _Style("Front Kind", 10.5, bold=True, colour=_ACCENT, before=150, after=10, centred=True),
    _Style("Front Title", 24, _READING, bold=True, after=30, line=1.15, centred=True),
    _Style("Front Note", 11, _READING, colour=_QUIET, after=54, centred=True),
    _Style("Front Author", 13, bold=True, after=150, centred=True),
    _Style("Front Institution", 12, _READING, after=8, centred=True),
    _Style("Front Date", 12, _READING, centred=True),
    _Style("Bibliography", 10.5, _READING, left=0.8, hanging=0.8),
    _Style("Table Text", 9, after=0, line=1.05),
    _Style("After Table", 4, after=6),
    _Style("TOC 1", 10.5, bold=True, before=5, after=2, leader=True),
    _Style("TOC 2", 10, colour=_QUIET, after=2, left=0.6, leader=True),
    _Style("table of figures", 10, after=2, leader=True),
    _Style("Header", 8.5, colour=_QUIET),
    _Style("footnote text", 9, after=2, line=1.05),
    _Style("Footer", 8.5, colour=_QUIET),
)
# The width between the margins, where numbers of pages end.
_TEXT_CM = 16.5
_BARS = {
    "Notice": _ACCENT,
    "Quote": "B9C4C1",
    "Quote Source": "B9C4C1",
}


def prepared(language: str, *, wide: bool = False) -> Any:
    """A new file with its page (A4, on its side where it is ``wide``) and its styles; ``language`` is
    that of its words."""
    return import_module("docx").Document(BytesIO(_blank(language, wide=wide)))


@cache
def _blank(language: str, *, wide: bool) -> bytes:
    """The file before anything is written in it: setting styles takes ten times as long as reading
    them."""
    file = import_module("docx").Document()
    shared = import_module("docx.shared")
    page = file.sections[0]
    page.page_width, page.page_height = shared.Cm(21), shared.Cm(29.7)
    if wide:
        page.page_width, page.page_height = page.page_height, page.page_width
        page.orientation = import_module("docx.enum.section").WD_ORIENT.LANDSCAPE
    page.left_margin = page.right_margin = shared.Cm(2.25)
    page.top_margin = page.bottom_margin = shared.Cm(2.3)
    names = {style.name for style in file.styles}
    for one in _STYLES:
        style = file.styles[one.name] if one.name in names else file.styles.add_style(one.name, 1)
        _set(file, style, one, shared)
    _bullets(file, shared)
    _references(file)
    _headings(file)
    look = file.styles["Normal"].element.get_or_add_rPr()
    look.append(element("lang", val={"id": "id-ID"}.get(language, "en-GB")))
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()


def _set(file: Any, style: Any, one: _Style, shared: Any) -> None:
    style.base_style = None if one.name == "Normal" else file.styles["Normal"]
    font, form = style.font, style.paragraph_format
    font.size, font.bold, font.italic = shared.Pt(one.size), one.bold, False
    font.color.rgb = shared.RGBColor.from_string(one.colour)
    font.name = one.font
    _every_script(style, one)
    form.space_before, form.space_after = shared.Pt(one.before), shared.Pt(one.after)
    form.left_indent = shared.Cm(one.left)
    form.first_line_indent = shared.Cm(-one.hanging)
    form.keep_with_next, form.line_spacing = one.with_next, one.line
    form.widow_control = True
    if one.hanging:
        form.tab_stops.add_tab_stop(shared.Cm(one.left))
    if one.leader:
        form.tab_stops.add_tab_stop(shared.Cm(_TEXT_CM), 2, 1)
        form.right_indent = shared.Cm(1.2)
    if one.centred:
        form.alignment = 1
    if one.name in _BARS:
        _bar(style, _BARS[one.name])


def _every_script(style: Any, one: _Style) -> None:
    """The same size and letters for scripts other than Latin, and no theme's fonts before them."""
    look = style.element.get_or_add_rPr()
    fonts = look.rFonts
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    name = import_module("docx.oxml.ns").qn
    fonts.set(name("w:cs"), "Noto Naskh Arabic" if one.font == _READING else "Arial")
    fonts.set(
        name("w:eastAsia"), "Noto Serif CJK SC" if one.font == _READING else "Noto Sans CJK SC"
    )
    look.append(element("szCs", val=str(int(one.size * 2))))


def _bar(style: Any, colour: str) -> None:
    shape = style.element.get_or_add_pPr()
    borders = element("pBdr")
    borders.append(element("left", val="single", sz="18", space="10", color=colour))
    shape.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def _bullets(file: Any, shared: Any) -> None:
    style = file.styles["List Bullet"]
    style.paragraph_format.space_after = shared.Pt(4)


def _references(file: Any) -> None:
    """The raised numbers of footnotes."""
    style = file.styles.add_style("footnote reference", 2)
    style.element.set(import_module("docx.oxml.ns").qn("w:styleId"), "FootnoteReference")
    style.font.superscript = True


def _headings(file: Any) -> None:
    """The list that numbers headings where a document asks for numbers: 1, 1.1, 1.1.1."""
    lists = file.part.numbering_part.element
    kind = element("abstractNum", abstractNumId=HEADINGS)
    kind.append(element("multiLevelType", val="multilevel"))
    for level in range(4):
        own = element("lvl", ilvl=str(level))
        own.append(element("start", val="1"))
        own.append(element("numFmt", val="decimal"))
        own.append(element("suff", val="space"))
        own.append(element("lvlText", val=".".join(f"%{n + 1}" for n in range(level + 1))))
        own.append(element("lvlJc", val="left"))
        kind.append(own)
    lists.insert(0, kind)
    use = element("num", numId=HEADINGS)
    use.append(element("abstractNumId", val=HEADINGS))
    lists.append(use)


def begin_numbers(file: Any, first: int, chapter: str) -> None:
    """Where the numbers of headings begin, and the word before those of chapters, which are Roman."""
    kinds = file.part.numbering_part.element
    name = import_module("docx.oxml.ns").qn
    own = next(one for one in kinds if one.get(name("w:abstractNumId")) == HEADINGS)
    levels = own.findall(name("w:lvl"))
    levels[0].find(name("w:start")).set(name("w:val"), str(first))
    if not chapter:
        return
    levels[0].find(name("w:numFmt")).set(name("w:val"), "upperRoman")
    levels[0].find(name("w:lvlText")).set(name("w:val"), f"{chapter} %1")
    for level in levels[1:]:
        level.find(name("w:numFmt")).addnext(element("isLgl"))
