"""``jejak audit``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..errors import InvalidInput
from ..model import say
from .language import note, tell
from .show import as_json, json_option, study_argument, table, user_option

__all__ = ["audit"]


@click.command()
@study_argument
@click.option(
    "-o", "output", type=click.Path(path_type=Path),
    help="Write the trail: a folder that is new or empty, or a .zip file.",
)  # fmt: skip
@click.option(
    "--copy", "copied", type=click.Path(path_type=Path), metavar="FILE",
    help="Write a copy that an auditor reads and remarks on in the browser.",
)  # fmt: skip
@click.option(
    "--texts",
    type=click.Choice(["whole", "evidence"]),
    default="whole",
    help="What of the material can be read in the copy: all, or only what is evidence.",
)
@click.option("--lang", help="The language, id or en; else the study's own.")
@click.option(
    "--put", "moved", multiple=True, metavar="KIND:NAME=CATEGORY",
    help="Put something into another category than its kind; =none takes that back.",
)  # fmt: skip
@json_option
@user_option
def audit(
    study: str, output: Path | None, copied: Path | None, texts: str, lang: str | None,
    moved: tuple[str, ...], as_json_: bool, user: str | None,
) -> None:  # fmt: skip
    r"""Show everything in the study by the six categories of an audit trail, or write it out.

    The categories are raw, reduction, synthesis, process, intentions and instruments. Names that the
    study knows to be real are replaced by pseudonyms in all that is written, and the values of hidden
    attributes are left out.

    \b
    Examples: jejak audit study.jejak
              jejak audit study.jejak -o trail.zip --lang en
              jejak audit study.jejak --copy copy.jejak --texts evidence
              jejak audit study.jejak --put "source:Interview guide=instruments"
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        for one in moved:
            _put(work, one)
        if output is not None:
            work.audit.write(output, lang or work.language)
            note(say("The audit trail was written to {file}.", file=str(output)))
        if copied is not None:
            _copy(work, copied, texts)
        if output is not None or copied is not None:
            return
        found = work.audit.categories()
    rows = [
        {"category": one.name, "kind": kind, "count": count, "what": tell(words)}
        for one in found
        for kind, (words, count) in one.counts.items()
    ]
    if as_json_:
        as_json(rows)
    else:
        table(rows, ("category", "what", "count"))


def _copy(work: Any, path: Path, texts: str) -> None:
    done = work.remarks.copy(path, texts)
    copied = sum(done.copied.values())
    note(say("A copy for an auditor was written to {file}: {n} things.", file=str(path), n=copied))
    left = sum(done.left_out.values())
    if left:
        note(say("{n} things stay: they rest on what stays in the study.", n=left))


def _put(work: Any, told: str) -> None:
    thing, sign, category = told.rpartition("=")
    kind, colon, name = thing.partition(":")
    if not (sign and colon):
        raise InvalidInput(
            "bad-category", f"“{told}” puts nothing anywhere.", "Write KIND:NAME=CATEGORY."
        )
    guid = _found(work, kind.strip(), name.strip())
    wanted = category.strip()
    work.audit.put(kind.strip(), guid, None if wanted == "none" else wanted)


def _found(work: Any, kind: str, name: str) -> str:
    from ..store.lookups import is_guid

    places = {
        "source": "sources", "memo": "memos", "code": "codes", "case": "cases", "set": "sets",
        "finding": "findings", "event": "events", "reference": "references",
    }  # fmt: skip
    if is_guid(name) or kind not in places:
        return name
    return str(getattr(work, places[kind])[name].guid)
