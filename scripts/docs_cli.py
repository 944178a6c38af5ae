"""Writes ``docs/reference/cli.md`` from the commands themselves; ``--check`` exits 1 where it is stale."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import click

from jejak.cli import COMMANDS, jejak
from jejak.cli.exits import EXITS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "cli.md"
HEAD = """# Commands

<!-- Written by scripts/docs_cli.py from the commands themselves. -->

`jejak COMMAND STUDY …`: `STUDY` is the path of a study file. `jejak COMMAND --help` says the same as this page.

- `-o FILE` writes to a file, and its ending decides the format.
- `--json` gives output for programs on stdout, one array of flat objects for every list. Messages go to stderr;
  progress is shown only on a terminal.
- `--user` says who works, by name or initials; without it the study's first user does.
- Messages are in Indonesian where `JEJAK_LANG`, `LC_ALL`, `LC_MESSAGES` or `LANG` (the first that is set) says so, else
  in English.
- A refused command says in one line what happened and what to do, changes nothing, and leaves an exit code
  ([errors](errors.md)): {exits}; 130 where it was stopped.

**Completion in the shell.** For bash, put this into `~/.bashrc` (zsh: `zsh_source`, in `~/.zshrc`; fish: `fish_source`):

```sh
eval "$(_JEJAK_COMPLETE=bash_source jejak)"
```
"""


def page() -> str:
    """The whole page."""
    codes = ", ".join(f"{code} `{kind.__name__}`" for kind, code in EXITS.items())
    parts = [HEAD.format(exits=f"0 done, 1 a check does not hold, {codes}")]
    parts += [_command(name, _loaded(name)) for name in COMMANDS]
    return "\n".join(parts)


def _loaded(name: str) -> click.Command:
    command = jejak.get_command(click.Context(jejak), name)
    assert command is not None
    return command


def _command(name: str, command: click.Command, above: str = "jejak") -> str:
    called = f"{above} {name}"
    told, examples = _told(command)
    lines = [f"## {called}" if above == "jejak" else f"### {called}", "", *told]
    if isinstance(command, click.Group):
        lines += [_command(below, command.commands[below], called) for below in command.commands]
        return "\n".join(lines)
    words = [_word(one) for one in command.params if isinstance(one, click.Argument)]
    lines += ["```", " ".join([called, *words, "[OPTIONS]"]), "```", ""]
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    if options:
        lines += ["| option | |", "|---|---|"]
        lines += [_option(option) for option in options]
        lines.append("")
    if examples:
        lines += ["```sh", *examples, "```", ""]
    return "\n".join(lines)


def _told(command: click.Command) -> tuple[list[str], list[str]]:
    """The help of a command, and its examples."""
    lines: list[str] = []
    examples: list[str] = []
    for part in inspect.cleandoc(command.help or "").split("\n\n"):
        kept = part.startswith("\b\n")
        text = ("\n  " if kept else " ").join(
            line.strip() for line in part.removeprefix("\b\n").split("\n")
        )
        before, sign, example = text.partition("Example: ")
        if before.strip():
            lines += [before.strip(), ""]
        if sign:
            examples.append(example)
    return lines, examples


def _word(argument: click.Argument) -> str:
    name = (argument.metavar or argument.name or "").upper()
    many = " …" if argument.nargs == -1 else ""
    return f"{name}{many}" if argument.required else f"[{name}{many}]"


def _option(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in [*option.opts, *option.secondary_opts])
    longest = max(option.opts, key=len).lstrip("-").upper()
    usual = "FILE" if isinstance(option.type, click.Path) else longest
    kind = "" if option.is_flag else f" {option.metavar or usual}"
    said = (option.help or "").replace("|", "\\|")
    shown = option.show_default and option.default is not None and not option.is_flag
    default = f" Default: `{option.default}`." if shown else ""
    return f"| {names}{kind} | {said}{default} |"


def main(words: list[str]) -> int:
    """Write the page, or say whether it is fresh; the exit code."""
    if "--check" not in words:
        PAGE.write_text(page(), "utf-8")
    if PAGE.is_file() and PAGE.read_text("utf-8") == page():
        return 0
    print(f"{PAGE.name} is stale: python scripts/docs_cli.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
