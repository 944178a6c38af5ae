"""Label Studio: tasks of texts with their annotations (JSON and JSON-MIN)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..errors import UnreadableSource
from ..model import say
from ..model.identity import moment_text
from ..model.parcel import Parcel, Tally
from .annotated import POSITIONS, AnnotatedText, Mark, Tie, parcel_of
from .annotating import Annotating, OutText
from .json_text import begins, json_of, listed, mappings, moment, number, text
from .projects import Opened, Outgoing, ProjectFormat, ProjectOptions, Sink

__all__ = ["FORMAT"]

_SPANS = {"labels", "hypertextlabels"}
_WHOLE = {"choices", "taxonomy"}
_NAMES = ("source", "name", "title", "filename", "file_name")


def recognise(path: Any) -> bool:
    """Whether a file is a list of tasks."""
    head = begins(path, ".json")
    if not head.startswith("["):
        return False
    full = '"annotations"' in head or '"completions"' in head
    return (full and '"data"' in head) or ('"annotator"' in head and '"labels"' in head)


def read(opened: Opened, options: ProjectOptions) -> Parcel:
    """Each task as a source; annotators are people, labels codes, relations ties between codings.

    Positions are code points, or UTF-16 units where an older Label Studio wrote them: the words beside
    them tell. What was skipped, and predictions, are left out and counted.
    """
    tally = Tally("label-studio", "Label Studio")
    tasks = mappings(json_of(opened.path))
    if not tasks:
        raise UnreadableSource("corrupt", "The file is no list of tasks of Label Studio.")
    reading = _Reading(tally, opened.path.stem)
    return parcel_of(
        opened.path.stem, list(reading.texts(tasks)), tally,
        unit="points", options=options, nobody="Label Studio",
    )  # fmt: skip


class _Reading:
    """Tasks on their way in."""

    def __init__(self, tally: Tally, title: str) -> None:
        self._tally, self._title = tally, title

    def texts(self, tasks: list[dict[str, Any]]) -> Iterator[AnnotatedText]:
        short: dict[str, list[dict[str, Any]]] = {}
        for task in tasks:
            if isinstance(task.get("data"), dict):
                one = self._task(task)
                if one is not None:
                    yield one
            else:
                short.setdefault(text(task.get("id")), []).append(task)
        for key, rows in short.items():
            yield from self._short(key, rows)

    def _task(self, task: dict[str, Any]) -> AnnotatedText | None:
        data, where = task["data"], f"task {text(task.get('id'))}"
        words = _words(data)
        if not words:
            self._tally.note("no-text", say("The text of the task is not in the file."), where)
            return None
        marks: list[Mark] = []
        ties: list[Tie] = []
        people = data.get("coders") if isinstance(data.get("coders"), dict) else {}
        for one in mappings(task.get("annotations", task.get("completions"))):
            if one.get("was_cancelled"):
                self._tally.note(
                    "skipped", say("An annotation was skipped by its annotator."), where
                )
                continue
            self._results(one, _person(one.get("completed_by"), people), marks, ties, where)
        self._predictions(task, where)
        return AnnotatedText(self._name(task), words, marks, ties, guid=text(data.get("guid")))

    def _predictions(self, task: dict[str, Any], where: str) -> None:
        left = len(mappings(task.get("predictions")))
        if left:
            message = say("{n} predictions of a machine were left out.", n=left)
            self._tally.note("predictions", message, where)

    def _name(self, task: dict[str, Any]) -> str:
        named = next(
            (text(task["data"].get(name)) for name in _NAMES if task["data"].get(name)), ""
        )
        return (
            named
            or text(task.get("file_upload"))
            or f"{self._title} {text(task.get('id'))}".strip()
        )

    def _results(
        self,
        annotation: dict[str, Any],
        person: str,
        marks: list[Mark],
        ties: list[Tie],
        where: str,
    ) -> None:
        made = moment(annotation.get("created_at"))
        for one in mappings(annotation.get("result")):
            kind, value = text(one.get("type")), one.get("value")
            if kind == "relation":
                labels = one.get("labels") or ["relation"]
                ends = text(one.get("from_id")), text(one.get("to_id"))
                ties += [Tie(text(label), *ends) for label in labels]
            elif kind in _SPANS | _WHOLE and isinstance(value, dict):
                meta = one.get("meta")
                told = meta if isinstance(meta, dict) else {}
                marks += _marks(one, kind, value, told, person, made)
            else:
                message = say("A result of the type “{type}” has no place here.", type=kind)
                self._tally.note("result-left-out", message, where)

    def _short(self, key: str, rows: list[dict[str, Any]]) -> Iterator[AnnotatedText]:
        """The rows of one task in the short form, each of an annotator."""
        words = _words({name: value for name, value in rows[0].items() if name != "annotator"})
        if not words:
            self._tally.note(
                "no-text", say("The text of the task is not in the file."), f"task {key}"
            )
            return
        marks: list[Mark] = []
        for row in rows:
            spans = next((mappings(v) for v in row.values() if mappings(v)), [])
            person = _person(row.get("annotator"), {})
            for value in spans:
                kind = "hypertextlabels" if "hypertextlabels" in value else "labels"
                marks += _marks({}, kind, value, {}, person, moment(row.get("created_at")))
        yield AnnotatedText(self._name({**rows[0], "data": rows[0]}), words, marks)


def _words(data: Mapping[str, Any]) -> str:
    """The text of a task; an address of one is none."""
    found = data.get("text")
    if not isinstance(found, str):
        found = max((one for one in data.values() if isinstance(one, str)), key=len, default="")
    return "" if found.startswith(("http://", "https://", "/data/", "s3://", "gs://")) else found


def _person(by: object, people: Mapping[str, Any]) -> str:
    if isinstance(by, dict):
        name = " ".join(filter(None, (text(by.get("first_name")), text(by.get("last_name")))))
        return name or text(by.get("email")) or text(by.get("id"))
    told = text(by)
    return text(people.get(told)) or (f"annotator {told}" if told.isdigit() else told)


def _marks(
    one: Mapping[str, Any],
    kind: str,
    value: Mapping[str, Any],
    meta: Mapping[str, Any],
    person: str,
    made: Any,
) -> Iterator[Mark]:
    note, labels = meta.get("text"), value.get(kind) or []
    said = Mark(
        0, 0, "", user=person, note="\n".join(map(text, note)) if isinstance(note, list) else text(note),
        weight=number(meta.get("weight")), created=moment(meta.get("created")) or made,
        key=text(one.get("id")),
    )  # fmt: skip
    for place, label in enumerate(labels if isinstance(labels, list) else [labels]):
        path = "/".join(map(text, label)) if isinstance(label, list) else text(label)
        said = replace(said, code=path, key=said.key if place == 0 else "")
        if kind in _WHOLE:
            yield replace(said, whole=True)
            continue
        whole = value.get("globalOffsets")
        at = whole if kind == "hypertextlabels" and isinstance(whole, dict) else value
        start, end, words = number(at.get("start")), number(at.get("end")), value.get("text")
        yield replace(
            said, start=-1 if start is None else start, end=-1 if end is None else end,
            words=words if isinstance(words, str) and words else None,
        )  # fmt: skip


def write(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """A task for each source, an annotation for each person who coded there."""
    out = Annotating(study, tally, relations=True, notes=True, weights=True)
    people = {name: str(number) for number, name in enumerate(out.users.values(), 1)}
    tasks = (_task(number, one, people) for number, one in enumerate(out.texts(), 1))
    sink.put("", listed(tasks))


def _task(number: int, one: OutText, people: Mapping[str, str]) -> dict[str, object]:
    users = list(dict.fromkeys(coding.user for coding in one.codings))
    of = {coding.guid: coding.user for coding in one.codings}
    annotations = []
    for user in users:
        result: list[dict[str, object]] = [
            {
                "id": coding.guid, "type": "labels", "from_name": "label", "to_name": "text",
                "value": {
                    "start": coding.start, "end": coding.end,
                    "text": one.text[coding.start : coding.end], "labels": [coding.code],
                },
                "meta": _meta(coding),
            }
            for coding in one.codings
            if coding.user == user
        ]  # fmt: skip
        result += [
            {
                "type": "relation",
                "from_id": origin,
                "to_id": target,
                "direction": "right",
                "labels": [type],
            }
            for type, origin, target in one.relations
            if of[origin] == user
        ]
        annotations.append(
            {"completed_by": int(people[user]) if user in people else None, "result": result}
        )
    data = {
        "text": one.text, "source": one.source.name, "guid": one.source.guid,
        "coders": {people[user]: user for user in users if user in people},
    }  # fmt: skip
    return {"id": number, "data": data, "annotations": annotations}


def _meta(coding: Any) -> dict[str, object]:
    meta: dict[str, object] = {"created": moment_text(coding.created)}
    if coding.note:
        meta["text"] = [coding.note]
    if coding.weight is not None:
        meta["weight"] = coding.weight
    return meta


FORMAT = ProjectFormat(
    "label-studio", say("Label Studio"), (".label-studio.json",), recognise, read, write,
    questions=(POSITIONS,),
)  # fmt: skip
