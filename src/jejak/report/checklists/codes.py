"""The codes: where they come from, how they are ordered and defined."""

from __future__ import annotations

from collections import Counter

from ...model import say
from ..facts import ReportFacts
from ..frames_named import frames_of
from .filled import Fill, Filled, Place, named, share

__all__ = ["FILLS"]


def _orientation(facts: ReportFacts) -> Filled:
    frames = frames_of(facts)
    sentence = (
        say(
            "The codebook uses {n} ready frame: {names}. The orientation itself is for you to say."
            "|The codebook uses {n} ready frames: {names}. The orientation itself is for you to say.",
            n=len(frames), names=frames,
        )
        if frames
        else say("No code comes from a ready frame. The orientation is for you to say.")
    )  # fmt: skip
    return Filled(
        "partly" if frames else "not on record", sentence, {"frames": len(frames)},
        say("Name the approach that carries the study, and why you chose it."),
        (Place("codebook"),), part="codebook",
    )  # fmt: skip


def _tree(facts: ReportFacts) -> Filled:
    codes = [one for one in facts.codes if one.code.codable]
    levels = max((one.depth + 1 for one in facts.codes), default=0)
    used = sum(bool(one.codings) for one in codes)
    sentence = (
        say(
            "Codes in the tree: {codes}, on {levels} levels; of these in use: {used}.",
            codes=len(codes), levels=levels, used=used,
        )
        if codes
        else say("There is no code yet.")
    )  # fmt: skip
    return Filled(
        "on record" if codes else "not on record", sentence,
        {"codes": len(codes), "levels": levels, "used": used},
        None if codes else say("Code the material: Reduce."), (Place("codebook"),), part="codebook",
    )  # fmt: skip


def _definitions(facts: ReportFacts) -> Filled:
    codes = [one for one in facts.codes if one.code.codable and one.codings]
    defined = [one for one in codes if one.code.short.strip() or one.code.definition.strip()]
    without = [one for one in codes if one not in defined]
    changed = facts.method.book.get("defined", 0)
    sentence = say(
        "{n} of {total} codes in use are defined; changes of definitions: {changed}.",
        n=len(defined), total=len(codes), changed=changed,
    )  # fmt: skip
    return Filled(
        share(len(defined), len(codes)) if codes else "not on record", sentence,
        {"defined": len(defined), "used": len(codes), "changed": changed},
        say("Define the codes that lack it: Reduce, Codebook."),
        named("code", ((one.code.guid, one.code.name) for one in without)) or (Place("codebook"),),
        part="codebook",
    )  # fmt: skip


def _derivation(facts: ReportFacts) -> Filled:
    kinds = Counter(one.code.kind for one in facts.codes if one.code.codable)
    sentence = say(
        "Codes: {codes}; set beforehand: {given}, drawn from the material: {found}, tying others "
        "together: {patterns}.",
        codes=kinds.total(), given=kinds["a priori"], found=kinds["inductive"],
        patterns=kinds["pattern"],
    )  # fmt: skip
    return Filled(
        "on record" if kinds else "not on record", sentence,
        {"codes": kinds.total(), "a_priori": kinds["a priori"], "inductive": kinds["inductive"],
         "pattern": kinds["pattern"]},
        None if kinds else say("Code the material: Reduce."), (Place("codebook"),), part="method",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "orientation": _orientation,
    "tree": _tree,
    "definitions": _definitions,
    "derivation": _derivation,
}
