"""A document as LaTeX, for XeLaTeX, LuaLaTeX or Tectonic: one file, with its pictures beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import resources
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .columns import column_widths
from .document import (
    Abstract,
    Bibliography,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Fold,
    Inline,
    Mark,
    Note,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Text,
    Turn,
)
from .latex_words import escaped
from .outline import outline

__all__ = ["as_latex", "as_latex_zip"]

_LEVELS = ("section", "subsection", "subsubsection", "paragraph", "subparagraph")
_SIGNS = {"good": "●", "fair": "◐", "poor": "◆", "none": "○"}
_LANGUAGES = {"id": "indonesian", "en": "english"}
# An entry of an archive is of no time, so that the same document is the same file.
_TIME = (1980, 1, 1, 0, 0, 0)


def as_latex(document: Document) -> bytes:
    """The .tex file in UTF-8. Pictures are shown where they lie in ``figures/`` beside it, and told
    by their words where they do not."""
    return _Writer(document).text().encode("utf-8", "replace")


def as_latex_zip(document: Document) -> bytes:
    """An archive of ``report.tex`` and its pictures."""
    writer = _Writer(document)
    files = {"report.tex": writer.text().encode("utf-8", "replace")}
    files |= {f"figures/{name}": draw() for name, draw in writer.pictures.items()}
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, _TIME), content, ZIP_DEFLATED)
    return kept.getvalue()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._outline = outline(document)
        self._places: dict[str, str] = {}
        self.pictures: dict[str, Callable[[], bytes]] = {}
        self._writers: dict[type, Callable[[Any, int], str]] = {
            Paragraph: self._paragraph,
            Notice: self._notice,
            Bullets: self._bullets,
            Facts: lambda it, _: self._facts(it.pairs),
            Table: self._table,
            Figure: self._figure,
            Quote: self._quote,
            Bibliography: self._works,
            Abstract: self._abstract,
            PageBreak: lambda _, __: r"\clearpage",
            Fold: self._fold,
            Section: self._section,
        }

    def text(self) -> str:
        """All of the file."""
        own = self._document
        head = (resources.files("jejak.documents") / "preamble.tex").read_text("utf-8")
        fields = {
            "LANGUAGE": _LANGUAGES.get(own.language, "english"),
            "LANDSCAPE": ",landscape" if own.wide else "",
            "NUMBERS": "3" if own.numbered else "-2",
            "CHAPTERS": _chapters(own),
            "TITLE": escaped(_flat(own.title)),
            "RUNNING": escaped(_flat(own.title)[:80]),
            "AUTHORS": escaped(", ".join(own.front.authors) if own.front else ""),
            "FIGURE": escaped(own.figure),
            "TABLE": escaped(own.table),
            "CONTENTS": escaped(own.contents),
            "FIGURES": escaped(own.figures),
            "TABLES": escaped(own.tables),
        }
        head = re.sub(r"@([A-Z]+)@", lambda match: fields[match[1]], head)
        body = [*self._first(), *self._blocks(own.opening, 0), *self._contents()]
        body += self._blocks(own.sections, 0)
        if own.closing:
            body.append(rf"\par\bigskip{{\small\color{{quiet}}{{}}{escaped(own.closing)}\par}}")
        return "\n\n".join([head.rstrip(), r"\begin{document}", *body, r"\end{document}"]) + "\n"

    def _first(self) -> list[str]:
        own, front = self._document, self._document.front
        subtitle = (
            rf"{{\bfseries\color{{accent}}{escaped(own.subtitle)}\par}}" if own.subtitle else ""
        )
        title = rf"{{\LARGE\bfseries\raggedright {escaped(own.title)}\par}}"
        if front is None:
            return [subtitle, title, r"\bigskip"]
        return [
            r"\begin{titlepage}\centering\null\vfill",
            subtitle,
            title.replace(r"\raggedright", r"\centering"),
            r"\bigskip",
            rf"{{\color{{quiet}}{{}}{escaped(front.note)}\par}}" if front.note else "",
            r"\vfill",
            *(rf"{{\large\bfseries {escaped(one)}\par}}" for one in front.authors),
            r"\vfill",
            *(rf"{escaped(one)}\par" for one in front.institution),
            rf"{escaped(front.date)}\par" if front.date else "",
            r"\end{titlepage}",
        ]

    def _contents(self) -> list[str]:
        if not self._document.sections or not self._document.contents:
            return []
        lists = [r"\listoftables"] if self._outline.tables else []
        lists += [r"\listoffigures"] if self._outline.figures else []
        return [r"\clearpage\tableofcontents", *lists, r"\clearpage"]

    # --- words ---

    def _text(self, text: Text) -> str:
        return "".join(self._part(part) for part in text)

    def _part(self, part: Inline) -> str:
        if isinstance(part, Note):
            return rf"\footnote{{{self._text(part.told)}}}"
        if isinstance(part, Mark):
            told = f"{_SIGNS[part.tone]}\u00a0{part.text}"
            return rf"\textbf{{\textcolor{{{part.tone}}}{{{escaped(told)}}}}}"
        told = escaped(part.text)
        if isinstance(part, Run) and part.strong:
            told = rf"\textbf{{{told}}}"
        if isinstance(part, Run) and part.emphasis:
            told = rf"\emph{{{told}}}"
        if isinstance(part, Run) and part.quiet:
            told = rf"\textcolor{{quiet}}{{{{}}{told}}}"
        return rf"\hyperref[{self._place(part.link)}]{{{told}}}" if part.link else told

    def _place(self, anchor: str) -> str:
        """The name of a place: letters and digits alone."""
        return self._places.setdefault(anchor, f"p{len(self._places)}")

    def _target(self, anchor: str) -> str:
        return rf"\jplace{{{self._place(anchor)}}}" if anchor else ""

    # --- blocks ---

    def _blocks(self, blocks: Iterable[Block], level: int) -> list[str]:
        return [self._writers[type(block)](block, level) for block in blocks]

    def _paragraph(self, it: Paragraph, _: int) -> str:
        told = self._text(it.text)
        return (
            rf"{{\small\color{{quiet}}{{}}{told}\par}}"
            if it.style == "note"
            else rf"{{}}{told}\par"
        )

    def _notice(self, it: Notice, _: int) -> str:
        return (
            rf"\begin{{jnotice}}{{\bfseries\color{{accent}}{escaped(it.title)}}}\par "
            rf"{self._text(it.text)}\end{{jnotice}}"
        )

    def _bullets(self, it: Bullets, _: int) -> str:
        kind = "enumerate" if it.numbered else "itemize"
        if not it.entries:
            return ""
        items = "\n".join(rf"\item {{}}{self._text(entry)}" for entry in it.entries)
        return f"\\begin{{{kind}}}\n{items}\n\\end{{{kind}}}"

    def _facts(self, pairs: Iterable[tuple[str, Text]]) -> str:
        items = "\n".join(
            rf"{{}}{escaped(name)} & {{}}{self._text(told)} \\" for name, told in pairs
        )
        return f"\\begin{{jfacts}}\n{items}\n\\end{{jfacts}}" if items else ""

    def _table(self, it: Table, _: int) -> str:
        widths = column_widths(it, 8_840)
        shares = [width / max(sum(widths), 1) for width in widths]
        columns = "".join(
            rf">{{\{'raggedleft' if column.number else 'raggedright'}\arraybackslash}}"
            rf"p{{\dimexpr {share:.4f}\linewidth-2\tabcolsep\relax}}"
            for column, share in zip(it.columns, shares, strict=True)
        )
        head = " & ".join(rf"{{}}\textbf{{{escaped(column.label)}}}" for column in it.columns)
        head = rf"\toprule {head} \\ \midrule"
        named = self._outline.caption(it)
        caption = rf"\caption{{{escaped(_flat(it.caption))}}}\\" if named else ""
        lines = [self._row(it, number) for number in range(len(it.rows))]
        count = "" if named else r"\addtocounter{table}{-1}"
        return "\n".join(
            [
                rf"{{\small\begin{{longtable}}{{@{{}}{columns}@{{}}}}",
                caption,
                rf"{head}\endfirsthead {head}\endhead",
                *lines,
                rf"\bottomrule\end{{longtable}}{count}}}",
            ]
        )

    def _row(self, it: Table, number: int) -> str:
        closing = it.closing and number == len(it.rows) - 1
        depth = min(it.depths[number], 8) if it.depths else 0
        cells = [f"{{}}{self._text(cell)}" for cell in it.rows[number]]
        if closing:
            cells = [rf"\textbf{{{cell}}}" for cell in cells]
        cells[0] = (rf"\hspace*{{{depth * 0.9:.1f}em}}" if depth else "") + cells[0]
        return (r"\midrule " if closing else "") + " & ".join(cells) + r" \\"

    def _figure(self, it: Figure, _: int) -> str:
        name = f"figure-{len(self.pictures) + 1}.png"
        self.pictures[name] = it.png
        caption = rf"\caption{{{escaped(_flat(it.caption))}}}" if self._outline.caption(it) else ""
        return (
            rf"\begin{{figure}}[htbp]\centering\jpicture{{figures/{name}}}{{{escaped(_flat(it.alt))}}}"
            rf"{caption}\end{{figure}}"
        )

    def _quote(self, it: Quote, _: int) -> str:
        it = it.on_paper()
        around = it.lead or it.tail or it.previous or it.following
        core = escaped(it.text) if around else f"“{escaped(it.text)}”"
        who = rf"\textbf{{{escaped(it.speaker)}:}} " if it.speaker and around else ""
        lines = [
            *(_turn(turn) for turn in it.previous),
            rf"{self._target(it.anchor)}{{}}{who}{_quiet(it.lead)}{core}{_quiet(it.tail)}",
            *(_turn(turn) for turn in it.following),
        ]
        lines += [rf"\emph{{“{escaped(it.translation)}”}}"] if it.translation else []
        lines.append(rf"{{\small\color{{quiet}}— {escaped(it.told)}}}")
        details = r"\enskip·\enskip ".join(
            rf"\textcolor{{quiet}}{{{{}}{escaped(name)}:}} {self._text(told)}"
            for name, told in it.details
        )
        lines += [rf"{{\small {details}}}"] if details else []
        return "\\begin{jquote}\n" + "\\par\n".join(lines) + "\\par\n\\end{jquote}"

    def _works(self, it: Bibliography, _: int) -> str:
        if not it.works:
            return ""
        items = "\n".join(
            rf"\item[{{{escaped(work.label)}}}] {self._target(work.anchor)}{{}}{self._text(work.text)}"
            for work in it.works
        )
        return f"\\begin{{jworks}}\n{items}\n\\end{{jworks}}"

    def _abstract(self, it: Abstract, level: int) -> str:
        keywords = (
            rf"\textbf{{{escaped(it.keyword)}:}} {escaped(', '.join(it.keywords))}\par"
            if it.keywords
            else ""
        )
        inner = "\n\n".join(self._blocks(it.blocks, level + 1))
        page = r"\clearpage" if self._document.contents else ""
        return "\n\n".join(
            [rf"{page}\section*{{{escaped(_flat(it.title))}}}", inner, keywords, page]
        )

    def _fold(self, it: Fold, level: int) -> str:
        summary = rf"{{\bfseries\color{{accent}}{escaped(it.summary)}\par}}\nopagebreak"
        return "\n\n".join([summary, *self._blocks(it.blocks, level)])

    def _section(self, it: Section, level: int) -> str:
        number = self._outline.number(it)
        label = rf"{escaped(it.label)}\quad " if it.label else ""
        name = _LEVELS[min(level, len(_LEVELS) - 1)]
        title = rf"{{{label}{escaped(_flat(it.title))}}}"
        listed = rf"\addcontentsline{{toc}}{{{name}}}{title}" if it.listed and not number else ""
        place = rf"\label{{{self._place(it.anchor)}}}" if it.anchor else ""
        heading = rf"\{name}{'' if number else '*'}{title}{place}{listed}"
        return "\n\n".join([heading, *self._blocks(it.blocks, level + 1)])


def _chapters(own: Document) -> str:
    """Where numbers begin, and how chapters have them."""
    told = rf"\setcounter{{section}}{{{own.first - 1}}}" if own.numbered else ""
    if own.numbered and own.chapter:
        told += rf"\renewcommand{{\thesection}}{{{escaped(own.chapter)} \Roman{{section}}}}"
        told += r"\renewcommand{\thesubsection}{\arabic{section}.\arabic{subsection}}"
    return told


def _turn(turn: Turn) -> str:
    who = rf"\textbf{{{escaped(turn.speaker)}:}} " if turn.speaker else ""
    return rf"{{\small\color{{quiet}}{{}}{who}{escaped(turn.text)}}}"


def _quiet(text: str) -> str:
    return rf"\textcolor{{quiet}}{{{{}}{escaped(text)}}}" if text else ""


def _flat(text: str) -> str:
    return " ".join(text.split())
