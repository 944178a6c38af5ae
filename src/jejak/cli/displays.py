"""``jejak displays`` and ``jejak display``: matrices and charts, on the terminal or as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..model import Display
    from ..model.shape import Matrix
    from ..study import Study

__all__ = ["display", "displays", "lang_option", "language_of"]

lang_option = click.option("--lang", help="Language of the texts: id or en (default: the study's).")


@click.command()
@study_argument
@lang_option
@json_option
def displays(study: str, lang: str | None, as_json_: bool) -> None:
    """List the kinds of display with their settings, and the displays that were saved.

    Example: jejak displays study.jejak --json
    """
    from ..displays.command import command
    from ..displays.plain import plain_kind
    from ..i18n import translate
    from ..model import say
    from ..study import open_study

    with open_study(study) as work:
        language = language_of(work, lang)
        kinds = [plain_kind(kind, language) for kind in work.displays.kinds()]
        saved: list[dict[str, Any]] = [
            {"guid": one.guid, "name": one.name, "kind": one.kind, "settings": dict(one.settings)}
            for one in work.displays.saved()
        ]
    if as_json_:
        as_json(
            [{**one, "saved": False} for one in kinds] + [{**one, "saved": True} for one in saved]
        )
        return
    for kind in kinds:
        click.echo(f"{kind['name']}: {kind['title']}. {kind['about']}")
        if kind["also"]:
            click.echo(f"  {translate(say('Also called: {names}.', names=kind['also']), language)}")
        for setting in kind["settings"]:
            choices = ", ".join(choice["value"] for choice in setting["choices"])
            what = choices or setting["type"]
            click.echo(f"  --set {setting['name']}=…  {setting['label']} ({what})")
        if kind["example"]:
            click.echo(f"  {command(kind['name'], kind['example'], study)}")
    if saved:
        click.echo()
        table(saved, ("name", "kind"))


@click.command()
@study_argument
@click.argument("kind")
@click.option(
    "--set",
    "chosen",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting; for several codes, once for each.",
)
@click.option("--filter", "query", help="Only what this query is about.")
@click.option("--save", "kept", metavar="NAME", help="Keep it under this name, with its settings.")
@click.option("--rename", metavar="NAME", help="Call a saved one so.")
@click.option("--remove", is_flag=True, help="Remove a saved one, with the words in its cells.")
@lang_option
@click.option(
    "-o",
    "output",
    type=click.Path(path_type=Path),
    help="A file: .svg .png .pdf .html .csv .xlsx .docx .json .md, .sav (SPSS), .zip (R), .gexf .graphml",
)
@user_option
@json_option
def display(
    study: str, kind: str, chosen: tuple[str, ...], query: str | None, kept: str | None,
    rename: str | None, remove: bool, lang: str | None, output: Path | None, user: str | None,
    as_json_: bool,
) -> None:  # fmt: skip
    r"""Show a display as a table, or write it to a file. KIND may be the name of a saved one.

    \b
    Examples: jejak display study.jejak code-frequencies --set by=case.peran -o frekuensi.html
              jejak display study.jejak framework-matrix --save "Chains"
              jejak display study.jejak "Chains" --rename "Chains by case"
    """
    from ..displays.plain import plain_matrix
    from ..study import open_study

    with open_study(study, user=user) as work:
        language = language_of(work, lang)
        if remove:
            work.displays.remove(work.displays.get(kind))
            return
        if rename is not None:
            kind = work.displays.update(work.displays.get(kind), name=rename).name
        if kept is not None:
            kind = _saved(work, kind, kept, _settings(chosen, query))
        matrix = _computed(work, kind, {} if kept else _settings(chosen, query))
        if output is not None:
            click.echo(str(work.displays.write(matrix, output, language)), err=True)
    if as_json_:
        as_json(plain_matrix(matrix, language))
    elif output is None:
        _show(matrix, language)


def language_of(work: Study, lang: str | None) -> str:
    """The language asked for, or the study's first that there is. Raises :class:`InvalidInput`."""
    from ..i18n import LANGUAGES, check_language

    if lang is not None:
        return check_language(lang)
    return next((known for known in work.info.languages if known in LANGUAGES), "en")


def _settings(chosen: tuple[str, ...], query: str | None) -> dict[str, object]:
    from ..errors import InvalidInput

    settings: dict[str, object] = {} if query is None else {"filter": query}
    several: dict[str, list[str]] = {}
    for text in chosen:
        name, equals, value = text.partition("=")
        if not equals:
            raise InvalidInput("bad-setting", f"“{text}” is no setting.", "Write NAME=VALUE.")
        several.setdefault(name.strip(), []).append(value.strip())
    return settings | {n: v[0] if len(v) == 1 else v for n, v in several.items()}


def _found(work: Study, kind: str) -> Display | None:
    """The saved display of that name, unless a kind is called so."""
    from ..displays import DISPLAYS
    from ..model.identity import name_key

    if kind in DISPLAYS.names():
        return None
    return next(
        (one for one in work.displays.saved() if name_key(one.name) == name_key(kind)), None
    )


def _computed(work: Study, kind: str, settings: dict[str, object]) -> Matrix:
    saved = _found(work, kind)
    if saved is None:
        return work.displays.compute(kind, settings)
    matrix = work.displays.compute(saved.kind, {**saved.settings, **settings})
    return work.displays.told(matrix, saved)


def _saved(work: Study, kind: str, name: str, settings: dict[str, object]) -> str:
    """Keep a kind, or a saved one with other settings, under a name; the name."""
    saved = _found(work, kind)
    if saved is None:
        return work.displays.save(name, kind, settings).name
    return work.displays.save(name, saved.kind, {**saved.settings, **settings}).name


def _show(matrix: Matrix, language: str) -> None:
    from rich.console import Console

    from ..displays.files.caption import caption_lines, cell_lines, word_lines
    from ..displays.writing import label
    from .matrix_table import tables

    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=10_000)
    console.print(label(matrix.caption.title, language), style="bold", markup=False)
    for part in tables(matrix, language, console.width):
        console.print(part)
    for line in word_lines(matrix, language):
        console.print(line, markup=False)
    for line in (*caption_lines(matrix, language), *cell_lines(matrix, language, signs=True)):
        console.print(line, style="dim", markup=False)
