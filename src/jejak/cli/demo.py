"""``jejak demo``."""

from __future__ import annotations

from pathlib import Path

import click

from .show import table

__all__ = ["demo"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("jejak-demo"))
@click.option("--lang", default="id", show_default=True, help="The study's language: id or en.")
@click.option("--no-open", is_flag=True, help="Only build it; do not open the workspace.")
def demo(folder: Path, lang: str, no_open: bool) -> None:  # noqa: ARG001
    """Build the reference study from its raw files, step by step, and show what is in it.

    Everything in it is invented. Example: jejak demo
    """
    from ..i18n import check_language, translate
    from ..study import open_study
    from ..study.reference import build_reference

    check_language(lang)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "demo.jejak"
    if path.exists():
        click.echo(f"{path} is there already and is kept as it is.")
    else:
        for step in build_reference(path, lang):
            click.echo(f"· {translate(step, lang)}")
    with open_study(path) as study:
        codings = study.store.corpus().codings
        codes = study.store.corpus().codes
        rows = [
            {"code": codes.path[n], "codings": int((codings.code == n).sum())}
            for n in range(len(codes.guid))
        ]
    click.echo("\nThe codes used most:")
    table(sorted(rows, key=lambda row: -int(str(row["codings"])))[:8], ("code", "codings"))
    click.echo(f"\nThe study is {path}. Next: jejak find {path} 'code:Anonimitas'")
