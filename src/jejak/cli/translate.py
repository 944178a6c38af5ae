"""``jejak translate``: words in another language, beside their own."""

from __future__ import annotations

import click

from ..errors import InvalidInput
from ..model import say
from .language import tell
from .show import as_json, json_option, study_argument, table, user_option

__all__ = ["translate"]

_COLUMNS = ("where", "words", "language", "translation", "translator", "note")
_OLDER = say("older than its words, which were corrected since")


@click.command()
@study_argument
@click.argument("source", required=False)
@click.argument("words", required=False)
@click.option("--into", "language", default="", help="The language, by its code: en, id, jv.")
@click.option("--text", help="What the words say in it; empty takes the translation away.")
@click.option("--by", "translator", help="Who translated, where that is somebody else.")
@json_option
@user_option
def translate(
    study: str,
    source: str | None,
    words: str | None,
    language: str,
    text: str | None,
    translator: str | None,
    as_json_: bool,
    user: str | None,
) -> None:
    """Put words of a source into another language; without any, list all translations.

    The words are quoted as they stand, and only once in the source. A report shows the translation
    beside them, in its own language where there is one.

    Example: jejak translate study.jejak DS-01 "nama asli tidak" --into en --text "not my real name"
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        if source is not None:
            if words is None or text is None or not language:
                raise InvalidInput(
                    "nothing-to-translate", "It is not said what is to be translated, and how.",
                    "Give the words, --into and --text.",
                )  # fmt: skip
            found = work.sources.get(source)
            start, end = work.coding.locate(found, words)
            work.translations.write_at(found, start, end, language, text, translator)
        rows: list[dict[str, object]] = [
            {
                "where": told.where, "words": told.label, "language": one.record.language,
                "translation": one.record.text, "translator": one.record.translator,
                "stale": one.stale,
            }
            for one, told in work.translations.all()
        ]  # fmt: skip
    if as_json_:
        as_json(rows)
    else:
        for row in rows:
            row["note"] = tell(_OLDER) if row["stale"] else ""
        table(rows, _COLUMNS)
