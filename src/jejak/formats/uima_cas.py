"""UIMA CAS, as INCEpTION, WebAnno and DKPro have them: JSON, or XMI with its type system; one a text."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from ..errors import JejakError, MissingExtra, UnreadableSource
from ..model import say
from ..model.identity import moment_text
from ..model.parcel import Parcel, Tally
from .annotated import POSITIONS, AnnotatedText, Mark, Tie, parcel_of
from .annotating import Annotating, OutText
from .json_text import begins, moment, number, text
from .names_of_files import file_names
from .projects import Opened, Outgoing, ProjectFormat, ProjectOptions, Sink
from .reading import load
from .zipped import check_archive, local, open_archive, parse_xml, part

__all__ = ["JSON", "XMI"]

_OURS = "webanno.custom.Coding"
_TIE = "webanno.custom.CodingRelation"
_ABOUT = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
# What programs make of every text by themselves; nobody's reading of it.
_MACHINERY = (
    "uima.", "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.", "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.",
    "de.tudarmstadt.ukp.dkpro.core.api.syntax.", "de.tudarmstadt.ukp.clarin.webanno.api.type.",
)  # fmt: skip
_NOT_PEOPLE = {"INITIAL_CAS"}
_MOST = 20_000
_UNHELD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENDS = (("Governor", "Dependent"), ("governor", "dependent"))


def _cassis() -> Any:
    try:
        import cassis
    except ImportError:
        raise MissingExtra("annotation", "Reading and writing UIMA CAS") from None
    return cassis


def _json_there(path: Path) -> bool:
    if path.is_dir():
        return any(
            '"%FEATURE_STRUCTURES"' in begins(one, ".json") for one in _first(path, "*.json")
        )
    if path.suffix.casefold() == ".zip":
        return any(
            name.endswith(".json") and b"%FEATURE_STRUCTURES" in body[:65536]
            for name, body in _archived(path)
        )
    return '"%FEATURE_STRUCTURES"' in begins(path, ".json")


def _xmi_there(path: Path) -> bool:
    if path.is_dir():
        return any(True for _ in _first(path, "*.xmi"))
    if path.suffix.casefold() == ".zip":
        return any(name.endswith(".xmi") for name, _ in _archived(path))
    return bool(begins(path, ".xmi"))


def _first(path: Path, pattern: str) -> Iterator[Path]:
    for count, one in enumerate(path.rglob(pattern)):
        if count > 20:
            return
        yield one


def _archived(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        content = load(path)
        check_archive(content)
        with open_archive(content) as archive:
            for name in archive.namelist():
                if name.endswith((".json", ".xmi", ".xml")):
                    yield name, part(archive, name) or b""
    except JejakError:
        return


def _files(path: Path) -> dict[str, bytes]:
    if path.is_file() and path.suffix.casefold() == ".zip":
        check_archive(load(path))
        return dict(_archived(path))
    if path.is_file():
        beside = [one for one in path.parent.glob("*.xml") if path.suffix.casefold() == ".xmi"]
        return {one.name: load(one) for one in [path, *beside]}
    found = [
        one for one in path.rglob("*") if one.suffix in {".json", ".xmi", ".xml"} and one.is_file()
    ]
    if len(found) > _MOST:
        raise UnreadableSource("too-large", f"The folder holds more than {_MOST:,} files.")
    return {one.relative_to(path).as_posix(): load(one) for one in found}


def read_json(opened: Opened, options: ProjectOptions) -> Parcel:
    """Each text as a source, the spans of its layers as codings; see :func:`_read`."""
    return _read(opened, options, "cas-json", ".json")


def read_xmi(opened: Opened, options: ProjectOptions) -> Parcel:
    """The same of XMI with a type system beside it."""
    return _read(opened, options, "cas-xmi", ".xmi")


def _read(opened: Opened, options: ProjectOptions, name: str, ending: str) -> Parcel:
    """Layers are codes, with the value of their first text feature below them; a folder of a text with a
    file for each annotator, as INCEpTION exports it, is one source."""
    cassis, tally, files = _cassis(), Tally(name, "UIMA"), _files(opened.path)
    types = _types(cassis, files) if ending == ".xmi" else None
    texts: dict[tuple[str, str], AnnotatedText] = {}
    for file in sorted(files):
        if file.endswith(ending) and PurePosixPath(file).stem not in _NOT_PEOPLE:
            try:
                found = _text(_loaded(cassis, files[file], types), file, tally)
            except (
                JejakError,
                ValueError,
                TypeError,
                LookupError,
                AttributeError,
                Warning,
            ) as error:
                message = say("It could not be read and was left out: {why}", why=str(error)[:200])
                tally.note("file-left-out", message, file)
                continue
            before = texts.get((found.name, found.text))
            texts[found.name, found.text] = _together(before, found) if before else found
    if not texts:
        raise UnreadableSource("corrupt", "No file of it is a CAS with a text.")
    return parcel_of(
        opened.path.stem,
        list(texts.values()),
        tally,
        unit="points",
        options=options,
        nobody="unknown",
    )


def _together(one: AnnotatedText, other: AnnotatedText) -> AnnotatedText:
    return AnnotatedText(
        one.name, one.text, [*one.marks, *other.marks], [*one.ties, *other.ties], guid=one.guid
    )


def _types(cassis: Any, files: Mapping[str, bytes]) -> Any:
    for name, body in sorted(files.items()):
        if name.endswith(".xml") and local(parse_xml(body).tag) == "typeSystemDescription":
            return cassis.load_typesystem(io.BytesIO(body))
    raise UnreadableSource(
        "no-types", "The type system is missing (TypeSystem.xml), without which XMI cannot be read.",
        "Put it beside the file, or export as UIMA CAS JSON, which has it inside.",
    )  # fmt: skip


def _loaded(cassis: Any, body: bytes, types: Any) -> Any:
    # A position that is none of the text would else be taken for another.
    with warnings.catch_warnings():
        warnings.filterwarnings("error", "Not mapping", UserWarning)
        if types is None:
            return cassis.load_cas_from_json(body.decode("utf-8-sig"))
        parse_xml(body)
        return cassis.load_cas_from_xmi(io.BytesIO(body), typesystem=types, lenient=True)


def _text(cas: Any, file: str, tally: Tally) -> AnnotatedText:
    words = cas.sofa_string
    if not isinstance(words, str) or not words:
        raise UnreadableSource("empty", "The file holds no text.")
    path = PurePosixPath(file)
    by_person = path.parent.parent.name in {"annotation", "curation"} and path.parent.name
    person = path.stem if by_person else ""
    marks: list[Mark] = []
    ties: list[Tie] = []
    left: Counter[str] = Counter()
    about = guid = ""
    for one in cas.select_all_fs():
        kind = one.type.name
        if kind.endswith(".DocumentMetaData"):
            about = text(getattr(one, "documentTitle", None)) or about
            guid = text(getattr(one, "documentId", None)) or guid
            continue
        if kind.startswith(_MACHINERY):
            left[kind.rpartition(".")[2]] += not kind.startswith("uima.")
            continue
        ends = next((pair for pair in _ENDS if all(hasattr(one, end) for end in pair)), None)
        if ends is not None:
            origin, target = (_key(getattr(one, end), file) for end in ends)
            ties.append(
                Tie(_value(one, ("label", "value")) or kind.rpartition(".")[2], origin, target)
            )
        elif isinstance(getattr(one, "begin", None), int):
            marks.append(_mark(one, file, person))
    if left.total():
        message = say("What programs mark by themselves was left out: {what}.", what=sorted(left))
        tally.note("machinery", message, file)
    name = path.parent.name if by_person else about or path.stem
    return AnnotatedText(name, words, marks, ties, guid=guid)


def _key(one: Any, file: str) -> str:
    own = text(getattr(one, "guid", None)) if one is not None else ""
    return own or f"{file} {getattr(one, 'xmiID', '')}"


def _mark(one: Any, file: str, person: str) -> Mark:
    key, user = _key(one, file), text(getattr(one, "coder", None)) or person
    begin, end = one.begin, one.end if isinstance(one.end, int) else -1
    if one.type.name == _OURS:
        return Mark(
            begin, end, text(one.code), note=text(getattr(one, "note", None)),
            weight=number(getattr(one, "weight", None)), created=moment(getattr(one, "created", None)),
            key=key, user=user,
        )  # fmt: skip
    layer, value = (
        one.type.name.rpartition(".")[2],
        _value(one, ("code", "value", "label", "identifier")),
    )
    return Mark(begin, end, f"{layer}/{value}" if value else layer, key=key, user=user)


def _value(one: Any, first: tuple[str, ...]) -> str:
    """The value of a feature of text: one of these, else the first there is."""
    names = [feature.name for feature in one.type.all_features]
    ordered = [
        *(name for name in first if name in names),
        *(name for name in names if name not in first),
    ]
    for name in ordered:
        value = getattr(one, name, None)
        if isinstance(value, str) and value.strip() and name not in {"coder", "note", "guid"}:
            return value
    return ""


# --- out ---


def write_json(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """A CAS for each source, with its type system inside."""
    sink.put("TypeSystem.xml", [_layers(_cassis()).to_xml().encode()])
    for name, cas in _written(study, tally):
        sink.put(f"{name}.json", [cas.to_json(pretty_print=True).encode("utf-8", "replace"), b"\n"])


def write_xmi(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """A CAS for each source, and the type system beside them."""
    sink.put("TypeSystem.xml", [_layers(_cassis()).to_xml().encode()])
    for name, cas in _written(study, tally, xml=True):
        sink.put(f"{name}.xmi", [cas.to_xmi(pretty_print=True).encode("utf-8", "replace"), b"\n"])


def _layers(cassis: Any) -> Any:
    types = cassis.TypeSystem()
    coding = types.create_type(_OURS, "uima.tcas.Annotation")
    for name in ("code", "coder", "note", "created", "guid"):
        types.create_feature(coding, name, "uima.cas.String")
    types.create_feature(coding, "weight", "uima.cas.Integer")
    tie = types.create_type(_TIE, "uima.tcas.Annotation")
    types.create_feature(tie, "label", "uima.cas.String")
    for name in _ENDS[0]:
        types.create_feature(tie, name, coding)
    about = types.create_type(_ABOUT, "uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId"):
        types.create_feature(about, name, "uima.cas.String")
    return types


def _written(study: Outgoing, tally: Tally, *, xml: bool = False) -> Iterator[tuple[str, Any]]:
    cassis, names = _cassis(), file_names()
    out = Annotating(study, tally, relations=True, notes=True, weights=True)
    for one in out.texts():
        name, same = names(one.source.name)
        if not same:
            tally.note("renamed", say("Its files are called {name}.", name=name), one.source.name)
        if not one.text:
            tally.note("no-text", say("It has no text and was left out."), one.source.name)
            continue
        if xml and _UNHELD.search(one.text):
            message = say("Signs that no XML can hold stand as “�”.")
            tally.note("mended", message, one.source.name)
        yield name, _filled(cassis, one, _held if xml else str)


def _held(words: str) -> str:
    return _UNHELD.sub("�", words)


def _filled(cassis: Any, one: OutText, held: Callable[[str], str]) -> Any:
    types = _layers(cassis)
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = held(one.text), "text/plain"
    coding, tie, about = (types.get_type(name) for name in (_OURS, _TIE, _ABOUT))
    cas.add(
        about(begin=0, end=len(one.text), language="x-unspecified",
              documentTitle=held(one.source.name), documentId=one.source.guid)
    )  # fmt: skip
    made: dict[str, Any] = {}
    for each in one.codings:
        made[each.guid] = coding(
            begin=each.start, end=each.end, code=held(each.code), coder=held(each.user), guid=each.guid,
            created=moment_text(each.created), note=held(each.note) or None, weight=each.weight,
        )  # fmt: skip
        cas.add(made[each.guid])
    for type, origin, target in one.relations:
        ends = made[origin], made[target]
        cas.add(
            tie(
                begin=ends[1].begin,
                end=ends[1].end,
                label=held(type),
                Governor=ends[0],
                Dependent=ends[1],
            )
        )
    return cas


JSON = ProjectFormat(
    "cas-json",
    say("UIMA CAS (JSON)"),
    ("TypeSystem.xml",),
    _json_there,
    read_json,
    write_json,
    folder=True,
    questions=(POSITIONS,),
)
XMI = ProjectFormat(
    "cas-xmi",
    say("UIMA CAS (XMI)"),
    ("TypeSystem.xml",),
    _xmi_there,
    read_xmi,
    write_xmi,
    folder=True,
    questions=(POSITIONS,),
)
