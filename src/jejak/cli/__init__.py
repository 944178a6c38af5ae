"""The command line: one file a command, loaded when it is called."""

from __future__ import annotations

import errno
import os
import sys
from difflib import get_close_matches
from importlib import import_module

import click

from .. import __version__
from ..errors import JejakError
from .exits import exit_code

__all__ = ["COMMANDS", "main"]

# Command -> module of this room, and the line that `--help` shows.
COMMANDS = {
    "demo": ("demo", "Build the reference study, from its raw files to its report, and open it."),
    "new": ("new", "Begin an empty study."),
    "open": ("open", "Open the workspace in the browser."),
    "add": ("add", "Bring material in: files, folders, globs."),
    "sources": ("lists", "List the sources."),
    "codes": ("lists", "List the codes."),
    "cases": ("lists", "List the cases."),
    "sets": ("lists", "List the sets."),
    "memos": ("memos", "List the memos."),
    "forms": ("forms", "List which summary forms are filled, or write them to a file."),
    "references": ("references", "List the literature, bring some in, or write it out."),
    "events": ("events", "List what happened, in the order of time."),
    "ratings": ("ratings", "List how cases were rated, or which are extreme and typical."),
    "relations": ("relations", "List what codes are to codes and cases to cases."),
    "findings": ("findings", "List the findings."),
    "displays": ("displays", "List the kinds of display, and those that were saved."),
    "manuscripts": ("annotate", "List the manuscripts, and how they quote the study."),
    "networks": ("networks", "List what is drawn by hand: networks, maps and charts."),
    "case": ("case", "Make or change a case."),
    "set": ("set", "Make, change or remove a set that a query fills."),
    "event": ("events", "Note an event, change or remove it."),
    "rate": ("ratings", "Say how far a variable holds in a case."),
    "relation": ("relations", "Say what one code or case is to another, or take that back."),
    "codebook": ("codebook", "Show, write or extend the codebook."),
    "pattern": ("pattern", "See how often codes recur together, and make a pattern code of them."),
    "code": ("code", "Apply codings from a table."),
    "autocode": ("autocode", "Code what a rule matches."),
    "memo": ("memos", "Write a memo."),
    "find": ("find", "Find segments by query, or words in context."),
    "display": ("displays", "Show a display: a table here, or a file."),
    "cells": ("cells", "List the words in the cells of a saved display."),
    "cell": ("cells", "Write in a cell of a saved display, clear it, or move its words."),
    "agree": ("agree", "Show how far coders agree, and where they differ."),
    "settle": ("settle", "List where coders differ, and settle it place by place."),
    "rounds": ("rounds", "List the rounds of coding, with the agreement each came to."),
    "round": ("rounds", "Assign sources to coders who do not see each other's codings yet."),
    "saturation": ("saturation", "Show whether more material still brings new codes."),
    "network": ("networks", "Show, check or extend a drawn network."),
    "finding": ("findings", "Write a finding, or change one, with its evidence."),
    "candidates": (
        "candidates",
        "Show what could be evidence of a finding and was not weighed yet.",
    ),
    "translate": ("translate", "Put words into another language, beside their own."),
    "record": (
        "record",
        "Put on record how a finding was tested: searches, feedback, rules, rivals.",
    ),
    "reasoning": ("reasoning", "Show the steps that lead to a finding, and the weakest of them."),
    "cite": ("cite", "Cite a saved display, or one cell of it, in a finding."),
    "annotate": ("annotate", "Tie a finished manuscript to the study, and check its quotations."),
    "check": ("check", "Run verification: what each finding lacks."),
    "checklist": ("checklist", "Fill a checklist of reporting: COREQ, SRQR, criteria."),
    "criteria": ("checklist", "Show what is on record of the criteria of trustworthiness."),
    "report": ("report", "Write the report."),
    "prose": ("prose", "Write your own words into a report."),
    "import": ("import_", "Make a study out of another program's project."),
    "export": ("export", "Write a whole study for another program, or as plain text."),
    "crate": ("crate", "Write findings, evidence and checks as linked data, for a repository."),
    "feedback": ("feedback", "What participants made of findings, and whom to ask yet."),
    "audit": ("audit", "Show or write the audit trail: six folders and the log."),
    "remarks": ("remarks", "List remarks, send them back from a copy, or take them in."),
    "remark": ("remarks", "Remark on something, answer a remark, or take it away."),
    "history": ("history", "Read the trail of changes."),
    "undo": ("history", "Take back the last changes."),
    "redo": ("history", "Do again what was undone."),
    "merge": ("merge", "Bring in the work of another copy of the study."),
    "protect": ("protect", "Keep what participants were promised: withdrawal."),
    "verify": ("verify", "Check that a study is whole."),
    "formats": ("formats", "What can be read and written."),
    "doctor": ("doctor", "What is installed, and what is missing."),
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{COMMANDS[cmd_name][0]}", __name__)
        # A name that Python has itself stands with a line below.
        found = getattr(module, cmd_name, None) or getattr(module, f"{cmd_name}_")
        command: click.Command = found
        # The sign for “keep these lines” is one character; in a raw docstring it stands as two.
        command.help = (command.help or "").replace("\\b\n", "\b\n")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            close = get_close_matches(args[0], COMMANDS, n=1)
            meant = f" Did you mean “{close[0]}”?" if close else ""
            ctx.fail(f"There is no command “{args[0]}”.{meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=_Lazy,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="jejak")
@click.pass_context
def jejak(ctx: click.Context) -> None:
    """Qualitative research with an unbroken trail from every conclusion to the words under it."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> None:
    """Run a command; an error is one line on stderr and the exit code of its kind."""
    try:
        # Outside its own mode click gives the code of an Exit back instead of raising it.
        code = jejak(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        click.echo(f"jejak: {error.format_message()}{_advice(error)}", err=True)
        sys.exit(2)
    except click.Abort:
        click.echo("jejak: stopped. Nothing was left half done.", err=True)
        sys.exit(130)
    except JejakError as error:
        from ..i18n import refusal
        from .language import language

        told = " ".join(part for part in refusal(error, language()) if part)
        click.echo(f"jejak: {told}", err=True)
        sys.exit(exit_code(error))
    except UnicodeEncodeError:
        click.echo("jejak: A name or text that was given is not valid text.", err=True)
        sys.exit(2)
    except OSError as error:
        _system_refused(error)


def _advice(error: click.ClickException) -> str:
    """Where to read more about a command that was not called as it wants to be."""
    context = getattr(error, "ctx", None)
    return "" if context is None else f" See: {context.command_path} --help"


def _system_refused(error: OSError) -> None:
    """One line for what the system itself refuses: a full disk, a place without permission."""
    # Whatever still waits to be written cannot be, and is not to be tried again at the end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno == errno.EPIPE:
        sys.exit(1)
    where = f" ({error.filename})" if error.filename else ""
    click.echo(f"jejak: {error.strerror}{where}. Nothing was left half done.", err=True)
    sys.exit(7)
