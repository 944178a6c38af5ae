"""Memos, links, and sets of a project file: what ties other things together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import UnreadableSource
from ...model import Link, Memo, Relation, Set, say
from ..zipped import local
from .contents import Contents
from .intake import Coming, Intake, as_xml, derived, described_of
from .kept import kept_beside
from .told import excerpt

__all__ = ["link_of", "note_of", "set_of"]

_OF_NOTE = frozenset({"PlainTextContent", "NoteRef"})
_OF_LINK = frozenset({"NoteRef"})
_MEMBERS: Mapping[str, str] = {"MemberCode": "code", "MemberSource": "source", "MemberNote": "memo"}
_OF_SET = frozenset({"Description", *_MEMBERS})


def note_of(intake: Intake, contents: Contents, element: Any, coming: Coming) -> None:
    """A memo. Selections and codings in it have no place in a study and are kept beside."""
    intake.tally.read["memo"] += 1
    raw = element.get("name") or ""
    guid = intake.claim(element.get("guid"), Memo.KIND, raw)
    content: dict[str, Any] = {}
    where = f"“{raw}”" if raw else guid
    body = contents.text_of(element, where, _rich(intake, element, content, coming), content).text
    memo = Memo(
        guid=guid, title=" ".join(raw.split()) or excerpt(body) or "Memo", body=body,
        user=intake.user(element.get("creatingUser"), coming),
        created=intake.when(element.get("creationDateTime"), where),
    )  # fmt: skip
    coming.records.append(memo)
    intake.beside(coming, element, "memo", guid, intake.told.note(memo), _OF_NOTE, **content)
    intake.note_refs(element, "memo", guid)


def _rich(intake: Intake, element: Any, content: dict[str, Any], coming: Coming) -> Any:
    """The file that a memo came in, which goes back as it was."""
    info = (
        intake.archive.find(element.get("richTextPath") or "")
        if element.get("richTextPath")
        else None
    )
    if info is None:
        return None
    try:
        file = intake.archive.original(info)
    except UnreadableSource as error:
        intake.tally.note("broken-file", say("{why}", why=error.message), element.get("name") or "")
        return None
    coming.originals.append(file)
    content["file"] = file.digest
    return file


def link_of(intake: Intake, element: Any, study: str, coming: Coming) -> None:
    """A relation between two things."""
    intake.tally.read["relation"] += 1
    ends = [intake.guid(element.get(name)) for name in ("originGUID", "targetGUID")]
    kinds = [intake.kinds.get(end) for end in ends]
    if None in kinds or "words" in kinds:
        intake.tally.note("refers-to-nothing", say("A link leads to something that is not in the file; it is kept "
                                                   "for the way back."), element.get("name") or "")  # fmt: skip
        coming.records += kept_beside("study", study, {"in": {"Links": [as_xml(element)]}})
        return
    guid = intake.claim(element.get("guid"), Relation.KIND, element.get("name") or "")
    relation = Relation(
        guid=guid, type=" ".join((element.get("name") or "").split()) or "is linked with",
        origin_kind=str(kinds[0]), origin=ends[0], target_kind=str(kinds[1]), target=ends[1],
    )  # fmt: skip
    coming.records.append(relation)
    intake.beside(coming, element, "relation", guid, intake.told.link(relation), _OF_LINK)
    intake.note_refs(element, "relation", guid)


def set_of(intake: Intake, element: Any, coming: Coming) -> None:
    """A set; one of several kinds of things becomes one of each."""
    intake.tally.read["set"] += 1
    raw = element.get("name") or ""
    guid = intake.claim(element.get("guid"), Set.KIND, raw)
    members: dict[str, list[str]] = {}
    left = []
    for one in element:
        kind = _MEMBERS.get(local(one.tag))
        if kind is None:
            continue
        target = intake.guid(one.get("targetGUID"))
        if intake.kinds.get(target) == kind:
            members.setdefault(kind, []).append(target)
        else:
            left.append(as_xml(one))
            intake.tally.note("refers-to-nothing", say("A set has a member that is not in the file; that is kept for "
                                                       "the way back."), f"“{raw}”")  # fmt: skip
    content: dict[str, Any] = {"extra": left}
    description = described_of(element)
    if description:
        content["description"] = ["", description]
        intake.tally.note("described-set", say("A set has no description in a study; it is kept for the way back."),
                          f"“{raw}”")  # fmt: skip
    for number, kind in enumerate(members or {"source": []}):
        own = guid if number == 0 else derived(guid, kind)
        one = Set(guid=own, name=intake.free("set", raw, "Set"), of=kind)
        coming.records.append(one)
        coming.records += (
            Link(guid=derived(own, target, "member"), role="member", owner_kind="set", owner=own,
                 target_kind=kind, target=target, position=position)
            for position, target in enumerate(dict.fromkeys(members.get(kind, ())))
        )  # fmt: skip
        if number == 0:
            intake.beside(coming, element, "set", guid, intake.told.set(one), _OF_SET, **content)
        else:
            coming.records += kept_beside("set", own, {"same": guid})
