"""Cases, memos and sets of a study, as a project file has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...model import (
    Case,
    Link,
    Memo,
    Relation,
    Set,
    say,
)
from .archive_files import Files
from .coming_cases import REPRESENTED
from .going import Going
from .xml_out import tag, text_of, writable

__all__ = ["cases", "notes", "sets"]

_MEMBERS = {"code": "MemberCode", "source": "MemberSource", "memo": "MemberNote"}


def cases(going: Going, values: dict[str, str]) -> Iterator[str]:
    """Each case with what belongs to it."""
    codes: dict[str, list[str]] = defaultdict(list)
    for relation in going.study.each(Relation, type=REPRESENTED):
        if (relation.origin_kind, relation.target_kind) == ("case", "code"):
            codes[relation.origin].append(tag("CodeRef", {"targetGUID": relation.target}))
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    for link in going.study.each(Link, role="member"):
        if link.owner_kind == Case.KIND:
            members[link.owner, link.target_kind].append(link.target)
    for one in going.study.each(Case):
        going.tally.written[Case.KIND] += 1
        inside = text_of("Description", one.description) + "".join(codes[one.guid])
        inside += values.get(one.guid, "")
        for name, kind in (("SourceRef", "source"), ("SelectionRef", "segment")):
            inside += "".join(
                tag(name, {"targetGUID": target}) for target in members[one.guid, kind]
            )
        yield tag(
            "Case",
            going.attributes(one.guid, going.told.case(one)),
            inside + going.unexpected(one.guid),
        )


def notes(going: Going, files: Files) -> Iterator[str]:
    """Each memo; one that described a selection is told there."""
    spoken = set(going.comments.values())
    for one in going.study.each(Memo):
        if one.guid in spoken:
            continue
        going.tally.written[Memo.KIND] += 1
        kept = going.beside(one.guid)
        attributes = dict(going.attributes(one.guid, going.told.note(one)))
        if "file" in kept and "richTextPath" in attributes:
            attributes["richTextPath"] = files.name(
                attributes["richTextPath"], str(kept["file"]), text=False
            )
        elif "richTextPath" not in (kept.get("missing") or ()):
            attributes.pop("richTextPath", None)
        apart = attributes.get("plainTextPath", "")
        inside = ""
        if apart and "plainTextPath" in (kept.get("missing") or ()):
            inside = text_of("PlainTextContent", one.body)
        elif apart or not writable(one.body) or "\r" in one.body:
            path = apart if apart.startswith("internal://") else f"internal://{one.guid}.txt"
            attributes["plainTextPath"] = files.words(path, one.body)
        else:
            inside = text_of("PlainTextContent", one.body) or "<PlainTextContent/>\n"
        yield tag("Note", attributes, inside + going.about(one.guid) + going.unexpected(one.guid))


def sets(going: Going) -> Iterator[str]:
    """Each set; those that came as one are one."""
    members: dict[str, list[str]] = defaultdict(list)
    for link in sorted(
        (one for one in going.study.each(Link, role="member") if one.owner_kind == Set.KIND),
        key=lambda one: one.position,
    ):
        if link.target_kind in _MEMBERS:
            members[link.owner].append(tag(_MEMBERS[link.target_kind], {"targetGUID": link.target}))
    together: dict[str, list[str]] = defaultdict(list)
    for one in going.study.each(Set):
        together[str(going.beside(one.guid).get("same", one.guid))].append(one.guid)
    for one in going.study.each(Set):
        if "same" in going.beside(one.guid):
            continue
        if one.of not in _MEMBERS and one.query is None:
            going.tally.note("no-place", say("A set of things of this kind has no place in this form; it is written "
                                             "only for Jejak."), f"“{one.name}”")  # fmt: skip
            continue
        if one.query is not None:
            going.tally.note("saved-query", say("A set that is found by a query is written without members."),
                             f"“{one.name}”")  # fmt: skip
        going.tally.written[Set.KIND] += 1
        _, theirs = going.beside(one.guid).get("description") or (None, "")
        found = [each for guid in together[one.guid] for each in members[guid]]
        order = list(_MEMBERS.values())
        found.sort(
            key=lambda each: next(
                at for at, name in enumerate(order) if each.startswith(f"<{name} ")
            )
        )
        inside = text_of("Description", theirs or "") + "".join(found)
        yield tag(
            "Set",
            going.attributes(one.guid, going.told.set(one)),
            inside + going.unexpected(one.guid),
        )
