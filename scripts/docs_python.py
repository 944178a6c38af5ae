"""Writes ``docs/reference/python.md`` from what the package says of itself; ``--check`` exits 1
where it is stale. The code on the page is run by the tests."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jejak
from jejak import query
from jejak.study import (
    CaseCollection,
    CodeCollection,
    CodingCollection,
    EventCollection,
    FindingCollection,
    MemoCollection,
    RatingTable,
    RelationTable,
    SetCollection,
    SourceCollection,
    StateTable,
    Tabular,
)
from jejak.study.collection import Collection
from jejak.study.displays import DisplayView

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "python.md"
HEAD = """# Python

<!-- Written by scripts/docs_python.py from what the package says of itself. -->

```python
import jejak

study = jejak.open("my-demo/demo.jejak", user="Rina")
```

`import jejak` loads nothing heavy. Whatever is named here is public and keeps its meaning; everything else is
private. Every change made here is in the study's history like one made by command or in the workspace. What goes
wrong raises a subclass of `jejak.JejakError` ([errors](errors.md)), and then nothing has changed.

Positions are code points, `[start, end)`. Frames are [polars](https://pola.rs) frames and need
`pip install 'jejak[frames]'`; `to_pandas()` needs pandas as well, charts need `jejak[charts]`.
"""
COLLECTIONS = """`study.sources`, `study.codes` (also `study.codebook`), `study.cases`, `study.memos`, `study.sets` and `study.findings` are read
like mappings, by name or GUID. Iterating gives the things themselves.

```python
source = study.sources["S-01"]
assert "S-01" in study.sources and source.guid in study.sources
names = [one.name for one in study.sources]
study.codes.frame()
```

The methods that a collection has of its own take and give plain frozen records, such as `handle.record`; a handle does the
same to what it stands for. Each collection also has:"""
SECTIONS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    (
        "Opening",
        """A study is closed by `close()`, or by itself after `with jejak.open(…) as study:`.""",
        (jejak.create, jejak.open, jejak.import_study),
    ),
    (
        "Study",
        """Beside what is below, a study has the collections (`sources`, `codes`, `cases`, `memos`, `findings`), `codings`, and
`user`, who works. The services it is wired from are for the commands and the workspace.

```python
with study.change("First pass on S-01"):
    study.sources["S-01"].select(0, 40).code("Anonimitas")
study.undo()
study.redo()
study.undo()
```""",
        (jejak.Study,),
    ),
    ("Collections", COLLECTIONS, (Collection,)),
    ("Sources", "", (SourceCollection, jejak.SourceHandle)),
    (
        "Passages and codings",
        """```python
quote = source.select("Nama aslinya aja nggak tahu")
quote.codes, quote.case, quote.context(40)
quote.code("Anonimitas", memo="to compare with G", weight=60)
study.undo()
```""",
        (jejak.Passage, CodingCollection, jejak.CodingHandle),
    ),
    (
        "Codes",
        """```python
study.codes.apply("triple-a")
study.codes["Anonimitas"].segments().frame()
```""",
        (CodeCollection, jejak.CodeHandle),
    ),
    (
        "Cases",
        """```python
study.cases["G"].attributes["peran"]
study.cases["G"].segments()
```""",
        (CaseCollection, jejak.CaseHandle),
    ),
    ("Memos", "", (MemoCollection, jejak.MemoHandle)),
    (
        "Sets",
        """A set groups sources, cases, codes or segments, and is asked for in queries by its name.

```python
study.sets.make("Hidden names", "code", [study.codes["Anonimitas"]])
study.find('in set:"Hidden names"')
study.sets.make("Sellers", "case", query="case.peran = penjual").members
study.undo()
study.undo()
```""",
        (SetCollection, jejak.SetHandle),
    ),
    (
        "Findings",
        """```python
finding = study.findings["F1"]
finding.checks().frame()
finding.evidence().frame()
finding.support(source.select(0, 40), why="where it began", weight=3)
study.undo()
```""",
        (FindingCollection, jejak.FindingHandle),
    ),
    (
        "Relations",
        """```python
one, other = study.cases["G"], study.cases["S"]
tie = study.relations.add(("case", one.guid), "knows", ("case", other.guid), "since 2019")
study.relations.frame()
study.relations.remove([tie])
```""",
        (RelationTable,),
    ),
    (
        "Events and ratings",
        """```python
study.events.frame()
event = study.events.add("Moves to another account", date="2021-03/2021-05", actors=["G"], critical=True)
study.events[event.name].show(source.select(0, 40))
study.ratings.add_variable("Caution", ["low", "medium", "high"])
study.ratings.rate("G", "Caution", "high", date="2021")
study.ratings.extremes("Caution").high
for _ in range(4):
    study.undo()
```

Dates are as far as they are known: `2020`, `2020-05`, `2020-05-03`, `2019/2020`, `2020/..` (or later), `../2020` (or earlier), or
words such as `after May 2020`.""",
        (EventCollection, jejak.EventHandle, StateTable, RatingTable),
    ),
    (
        "What is found",
        """`study.find` gives passages, `study.words` words in context. The query language has [its own page](queries.md).

```python
found = study.find("code:Anonimitas and case.peran = penjual")
found.frame().columns   # guid, source, start, end, text, codes, coders, case, source.kind … case.peran …
for passage in found:
    passage.text, passage.codes
study.words("akun baru").frame()
```""",
        (jejak.Result, jejak.Table, Tabular),
    ),
    (
        "Queries as objects",
        """```python
from jejak import query

wanted = query.code("Anonimitas").overlaps(query.code("Siasat")) & query.coder("Rina")
str(wanted)             # 'code:Anonimitas overlaps code:Siasat and coder:Rina'
study.find(wanted)
study.find(query.code() & ~query.code("Anonimitas"))
```

Objects are put together with `&`, `|`, `~` and the methods below.""",
        (*(getattr(query, name) for name in query.__all__ if name.islower()), query.Query),
    ),
    (
        "Displays",
        """```python
view = study.display("code-frequencies", by="case.peran")
view.frame()
view.chart()
view.save("frequencies.svg")
study.display("cooccurrence", filter="case.peran = penjual")
```

In a notebook a display shows itself. The kinds and their settings: [displays](displays/index.md).""",
        (DisplayView,),
    ),
)


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for title, text, things in SECTIONS:
        parts += [f"## {title}", "", *([text, ""] if text else [])]
        functions = [thing for thing in things if not inspect.isclass(thing)]
        if functions:
            parts += [*_table(_row(_called(thing), thing) for thing in functions), ""]
        for thing in things:
            if inspect.isclass(thing):
                parts += _class(thing)
    parts += ["## Beside the study", "", *_beside()]
    return "\n".join(parts)


def _called(function: Callable[..., Any]) -> str:
    late = {
        jejak.create: "jejak.create",
        jejak.open: "jejak.open",
        jejak.import_study: "jejak.import_study",
    }
    return late.get(function) or f"query.{function.__name__}"


def _class(kind: type) -> list[str]:
    members = {
        name: member
        for above in reversed(kind.__mro__[:-1])
        for name, member in vars(above).items()
        if above.__module__.startswith("jejak")
        if not name.startswith("_") and (callable(member) or isinstance(member, property))
    }
    if not issubclass(kind, Collection) and kind is not Tabular and issubclass(kind, Tabular):
        members = {name: one for name, one in members.items() if name not in vars(Tabular)}
    if issubclass(kind, Collection) and kind is not Collection:
        shared = {*vars(Collection), *vars(Tabular)}
        members = {name: one for name, one in members.items() if name not in shared}
    rows = _table(_row(name, member) for name, member in members.items())
    return [f"### {kind.__name__}", "", _plain(kind.__doc__ or ""), "", *rows, ""]


def _table(rows: Iterator[str]) -> list[str]:
    return ["| | |", "|---|---|", *rows]


def _row(name: str, member: Any) -> str:
    if isinstance(member, property):
        return f"| `{name}` | {_plain(member.fget.__doc__ or '')} |"
    return f"| `{name}{_signature(member)}` | {_plain(member.__doc__ or '')} |"


def _signature(function: Callable[..., Any]) -> str:
    function = getattr(function, "__func__", function)
    found = inspect.signature(function)
    plain = [
        parameter.replace(annotation=inspect.Parameter.empty)
        for parameter in found.parameters.values()
        if parameter.name != "self"
    ]
    return str(found.replace(parameters=plain, return_annotation=inspect.Signature.empty))


def _plain(text: str) -> str:
    """A docstring as one line of Markdown."""
    text = re.sub(r":\w+:`~?(?:[\w.]*\.)?(\w+)`", r"`\1`", inspect.cleandoc(text))
    return " ".join(text.replace("``", "`").split()).replace("|", "\\|")


def _beside() -> list[str]:
    errors = [name for name in jejak.__all__ if name[0].isupper() and _is_error(name)]
    return [
        f"- Errors: {', '.join(f'`jejak.{name}`' for name in errors)}. Each has `code`, `message` and `hint`.",
        "- `jejak.analysis`: the measurements on plain arrays, without any study.",
        "- `jejak.query`: the query language as objects, above.",
        "- `jejak.__version__`: the version, as text.",
        "",
    ]


def _is_error(name: str) -> bool:
    found = getattr(jejak, name)
    return inspect.isclass(found) and issubclass(found, jejak.JejakError)


def main(words: list[str]) -> int:
    """Write the page, or say whether it is fresh; the exit code."""
    if "--check" not in words:
        PAGE.write_text(page(), "utf-8")
    if PAGE.is_file() and PAGE.read_text("utf-8") == page():
        return 0
    print(f"{PAGE.name} is stale: python scripts/docs_python.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
