"""``jejak cite``: displays, and cells of them, that findings rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .displays import lang_option, language_of
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..services.finding_displays import CitedDisplay
    from ..study import Study

__all__ = ["cite"]


@click.command()
@study_argument
@click.argument("label")
@click.argument("display", required=False)
@click.option("--row", default="", help="A row of it, by its name: the cell is evidence.")
@click.option("--column", default="", help="The column of that cell.")
@click.option("--stance", default="supports", help="supports, qualifies or contradicts.")
@click.option("--weight", type=int, help="The weight of that evidence, 0 to 6.")
@click.option("--why", default="", help="Why it counts.")
@click.option("--remove", is_flag=True, help="Cite the display or the cell no more.")
@lang_option
@json_option
@user_option
def cite(
    study: str,
    label: str,
    display: str | None,
    row: str,
    column: str,
    stance: str,
    weight: int | None,
    why: str,
    remove: bool,
    lang: str | None,
    as_json_: bool,
    user: str | None,
) -> None:
    """Cite a saved display in a finding, or one cell of it as evidence, as it is now.

    Then show what the finding cites: what each cell said when it was cited, and what it says now.

    Example: jejak cite study.jejak F2 "Kode menurut peran" --row Anonim --column penjual --weight 4
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        language = language_of(work, lang)
        finding = work.findings[label]
        if display is not None and remove:
            _remove(work, label, display, (row, column), language)
        elif display is not None:
            finding.cite(display, row, column, stance=stance, weight=weight, why=why)
        cells = finding.cited().rows()
        shown = [_row(one, language) for one in work.findings.shown(finding.record)]
    if as_json_:
        as_json([*shown, *(_cell(one) for one in cells if one["stance"])])
        return
    for one in shown:
        click.echo(f"{one['name']}  as of change {one['seq']}: {one['differing']} of {one['kept']} differ")  # fmt: skip
    if cells:
        table(cells, ("display", "stance", "told"))


def _remove(work: Study, label: str, display: str, place: tuple[str, str], language: str) -> None:
    from ..displays.writing import label as told
    from ..errors import NotFound

    finding, shown = work.findings.get(label), work.displays.get(display)
    if not any(place):
        work.findings.unshow(finding, shown)
        return
    cards = [
        card
        for card in work.findings.evidence(finding)
        if card.cell is not None
        and card.cell.display.guid == shown.guid
        and place[0] in (card.cell.cell.row_key, told(card.cell.cell.row, language))
        and place[1] in (card.cell.cell.column_key, told(card.cell.cell.column, language))
    ]
    if not cards:
        raise NotFound("not-cited", f"{label} does not cite that cell of “{shown.name}”.")
    work.findings.remove_evidence([card.evidence.guid for card in cards])


def _row(one: CitedDisplay, language: str) -> dict[str, Any]:
    from ..displays.writing import label

    return {
        "guid": one.display.guid,
        "name": one.display.name,
        "kind": one.display.kind,
        "seq": one.seq,
        "cited": one.cited.isoformat(),
        "codebook": one.codebook,
        "kept": one.then.kept,
        "differing": one.then.differing,
        "changed": [
            {
                "row": label(cell.row, language),
                "column": label(cell.column, language),
                "then": cell.then.value if cell.then else None,
                "now": cell.now.value if cell.now else None,
            }
            for cell in one.changed
        ],
    }


def _cell(row: dict[str, Any]) -> dict[str, Any]:
    return {"name": row["display"], **row}
