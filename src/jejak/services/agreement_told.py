"""What was computed of agreement, in words for the methods section, and what to say of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..analysis.agreement import COEFFICIENTS, Coefficient, Measure
from ..analysis.agreement.bands import band_of
from ..i18n import translate
from ..model import Message, say
from .agreed import Agreed, Settled

__all__ = [
    "methods", "remarks", "told_agreement", "unit_of",
]  # fmt: skip

_UNITS = {
    "character": say("character"),
    "word": say("word"),
    "sentence": say("sentence"),
    "block": say("block"),
    "source": say("source"),
}
_UNWEIGHTED = "identity"
_SEVERAL = 3
# What a narrower interval is, for the sentence on how much more it takes.
NARROW = 0.1


def unit_of(measure: str, unit: str) -> str | None:
    """The unit that a coefficient counted over; ``None`` for one over stretches as they were marked."""
    return unit if COEFFICIENTS.get(measure).in_units else None


def methods(agreed: Agreed) -> list[Message]:
    """Sentence by sentence exactly what was computed."""
    measure = COEFFICIENTS.get(agreed.question.measure)
    version = say("Computed with Jejak as of change {version}.", version=agreed.version)
    if not agreed.shared:
        nothing = say("No source was read by two coders, so no agreement was computed.")
        return [nothing, _who_read(agreed), version]
    told = [
        say(
            "{coders} coded {n} source with {characters} characters that two or more of them read.|"
            "{coders} coded {n} sources with {characters} characters that two or more of them read.",
            coders=[name for _, name in agreed.coders], n=len(agreed.shared),
            characters=agreed.characters,
        ),
        *_programs(agreed),
        *_in_round(agreed),
        _who_read(agreed),
        _which(agreed, measure),
        *_by_other_names(agreed),
        *_options(agreed),
        *_units(agreed, not measure.in_units),
        *_jointly(agreed),
        *_over_pairs(agreed, measure),
        *_interval(agreed),
    ]  # fmt: skip
    if agreed.left_out:
        told.append(
            say(
                "{n} coding by rule or by an accepted suggestion does not count.|"
                "{n} codings by rule or by an accepted suggestion do not count.",
                n=agreed.left_out,
            )
        )
    if agreed.now is not None:
        told.append(_before_and_now(agreed.now))
    return [*told, version]


def _who_read(agreed: Agreed) -> Message:
    if agreed.stated:
        return say("Who had read what was stated; whoever coded in a source had read it.")
    if agreed.of_round:
        return say(
            "Whoever coded in a source, set its status to in progress or coded, or said in the round that they "
            "had read it, had read it. What somebody did not read is missing; what they read and did not code "
            "is uncoded."
        )
    return say(
        "Who had read what is taken from the history: whoever coded in a source, or set its status "
        "to in progress or coded. What somebody did not read is missing; what they read and did not "
        "code is uncoded."
    )


def _programs(agreed: Agreed) -> list[Message]:
    names = list(agreed.machines)
    if not names:
        return []
    return [
        say(
            "{names} is a program; a source in which it marked nothing counts as not read by it, unless it "
            "is stated.|{names} are programs; a source in which one marked nothing counts as not read by it, "
            "unless it is stated.",
            names=names, n=len(names),
        )
    ]  # fmt: skip


def _before_and_now(now: Settled) -> Message:
    value = now.whole.value
    if value is None:
        return say(
            "Since then the coders settled {n} disagreement; all above is as each coded before.|"
            "Since then the coders settled {n} disagreements; all above is as each coded before.",
            n=now.count,
        )
    return say(
        "Since then the coders settled {n} disagreement, and all codes jointly come to {value}; all above "
        "is as each coded before.|"
        "Since then the coders settled {n} disagreements, and all codes jointly come to {value}; all above "
        "is as each coded before.",
        n=now.count, value=round(value, 2),
    )  # fmt: skip


def _in_round(agreed: Agreed) -> list[Message]:
    if not agreed.of_round:
        return []
    if agreed.again:
        return [
            say(
                "Both are readings of one person: (1) stood before the round “{name}” was opened, (2) was "
                "made in it without seeing the first.",
                name=agreed.of_round,
            )
        ]
    return [
        say(
            "They coded it in the round “{name}”, without seeing each other's codings until it was closed.",
            name=agreed.of_round,
        )
    ]


def _which(agreed: Agreed, measure: Measure) -> Message:
    """Which coefficient, of which codes: of all jointly only where that is defined."""
    how = {"title": measure.title, "source": measure.source, "n": len(agreed.codes)}
    if agreed.whole.value is None and len(agreed.codes) > 1:
        return say(
            "Agreement is {title} ({source}), of each of {n} codes by itself; of all jointly it is not "
            "defined.",
            **how,
        )
    return say(
        "Agreement is {title} ({source}), of {n} code by itself.|"
        "Agreement is {title} ({source}), of each of {n} codes by itself and of all jointly.",
        **how,
    )


def _by_other_names(agreed: Agreed) -> list[Message]:
    """Which coefficient it is of one code, and of all, where that is not the one that was asked for."""
    asked = agreed.question.measure
    of_one = {one.coefficient.measure for one in agreed.codes if one.coefficient.value is not None}
    told = [
        say("Of one code by itself it is {title}.", title=COEFFICIENTS.get(name).title)
        for name in of_one - {asked, "alpha"}
    ]
    if asked == "k-u-alpha" and agreed.whole.measure != asked:
        told.append(
            say("Of all jointly it is {title}.", title=COEFFICIENTS.get(agreed.whole.measure).title)
        )
    return told


def _over_pairs(agreed: Agreed, measure: Measure) -> list[Message]:
    if len(agreed.coders) < _SEVERAL or not measure.of_pairs:
        return []
    return [say("With more than two coders it is the mean over all pairs of them.")]


def _options(agreed: Agreed) -> list[Message]:
    """With which settings: weights, the sampler of chance, how near two stretches must be."""
    of_code = agreed.codes[0].coefficient.options if agreed.codes else {}
    chosen = {**of_code, **agreed.whole.options, **agreed.question.options}
    told = [f"{name} {value}" for name, value in chosen.items() if name != "value"]
    if not told:
        return []
    settings = say("Its settings are {settings}.", settings=told)
    return [settings, *_weights(agreed, chosen.get("weights", _UNWEIGHTED))]


def _weights(agreed: Agreed, weights: object) -> list[Message]:
    """By which order values are near or far; of one code there are two values, so nothing is weighed."""
    if weights == _UNWEIGHTED:
        return []
    told = [say("Of one code by itself, which is there or not, weights change nothing.")]
    if agreed.whole.value is not None:
        told.append(
            say(
                "Jointly, what is uncoded comes first in the order that weights go by, then {codes}.",
                codes=[one.name for one in agreed.codes],
            )
        )
    return told


def _units(agreed: Agreed, by_stretch: bool) -> list[Message]:  # noqa: FBT001  (one of two)
    if by_stretch:
        return [say("It compares stretches as coders marked them, without units cut beforehand.")]
    if agreed.question.unit == "character":
        return [say("The unit is the character; texts are compared as runs of equal characters.")]
    unit = _UNITS[agreed.question.unit]
    return [say("The unit is the {unit}: it has a code if a coding touches it.", unit=unit)]


def _jointly(agreed: Agreed) -> list[Message]:
    if agreed.whole.value is None:
        return []
    if agreed.question.measure in ("alpha", "joint-alpha"):
        return [
            say(
                "Jointly, two places are as far apart as there are codes that only one of them has, so "
                "that the disagreements of all codes add up."
            )
        ]
    if agreed.question.measure == "set-alpha":
        return [
            say(
                "Jointly, every place has a set of codes, and a difference weighs less where the sets are "
                "large; of one code by itself it is the nominal alpha."
            )
        ]
    if not agreed.exclusive:
        return []
    told = [say("Jointly, every place has one code or none: the codes exclude each other here.")]
    measure = COEFFICIENTS.get(agreed.question.measure)
    if measure.in_units and agreed.question.unit != "character":
        told.append(
            say(
                "Jointly, a {unit} in which somebody has several codes counts as the one that most of its "
                "characters have.",
                unit=_UNITS[agreed.question.unit],
            )
        )
    return told


def _interval(agreed: Agreed) -> list[Message]:
    known = [one.coefficient for one in agreed.codes if one.coefficient.value is not None]
    shown = next((one for one in [agreed.whole, *known] if one.interval), None)
    percent = round(100 * agreed.question.interval.confidence)
    if shown is None:
        if any(one.without_one for one in [agreed.whole, *known]):
            return [
                say(
                    "Fewer than ten sources were compared, so no interval is given, only between which "
                    "values the coefficient lies when any one source is left out."
                )
            ]
        if known and agreed.question.interval.method and len(agreed.shared) == 1:
            return [say("One source alone was compared, so there is no interval.")]
        return []
    if shown.interval == "bootstrap":
        return [
            say(
                "Intervals hold the middle {percent}% of {samples} bootstrap samples, drawn by source "
                "(seed {seed}).",
                percent=percent, samples=shown.samples, seed=str(shown.seed),
            ),
            *_undefined([agreed.whole, *known]),
        ]  # fmt: skip
    if shown.interval == "jackknife":
        return [say("Intervals of {percent}% are by jackknife over sources.", percent=percent)]
    return [say("Intervals of {percent}% are by the delta method over sources.", percent=percent)]


def _undefined(found: Sequence[Coefficient]) -> list[Message]:
    most = max(one.undefined for one in found)
    if not most:
        return []
    return [
        say(
            "Samples in which a coefficient had no value, as nothing differed in them, are left out: at "
            "most {most} of one code.",
            most=most,
        )
    ]


def remarks(agreed: Agreed) -> list[Message]:
    """What to say of the result: why there is none, what authors say of such a value, and how many more
    sources would narrow it."""
    whole = agreed.whole
    if whole.value is None:
        return [] if whole.reason is None else [whole.reason]
    told = []
    if whole.coverage is not None:
        told.append(
            say("It rests on {percent}% of the material.", percent=round(100 * whole.coverage, 1))
        )
    band = band_of(whole.measure, whole.value)
    if band is not None:
        told.append(band.text)
    if (whole.width or 0) > NARROW:
        told.append(
            say(
                "An interval {width} wide would take about {n} sources like these.",
                width=NARROW, n=whole.groups_for(NARROW),
            )
        )  # fmt: skip
    if not any(
        one.coefficient.value is not None and one.coefficient.value < 1 for one in agreed.codes
    ):
        told.append(say("Every code that has a value was applied alike."))
    return told


def told_agreement(agreed: Agreed, language: str) -> dict[str, Any]:
    """The answer for JSON, with what is to say of it."""
    return {
        "measure": agreed.question.measure,
        "unit": unit_of(agreed.question.measure, agreed.question.unit),
        "options": {**agreed.whole.options, **agreed.question.options},
        "coders": [name for _, name in agreed.coders],
        "sources": list(agreed.shared),
        "characters": agreed.characters,
        "jointly": _plain(agreed.whole, language),
        "settled": 0 if agreed.now is None else agreed.now.count,
        "now": None if agreed.now is None else agreed.now.whole.value,
        "codes": [
            {
                "guid": one.guid,
                "code": one.name,
                **_plain(one.coefficient, language),
                "now": None if now is None else now.value,
                "stretches": {
                    name: many for (_, name), many in zip(agreed.coders, one.stretches, strict=True)
                },
            }
            for one, now in zip(agreed.codes, _now_of(agreed), strict=True)
        ],
        "pairs": [
            {"first": one.first, "second": one.second, "value": one.coefficient.value}
            for one in agreed.pairs
        ],
        "places": [
            {
                "source": one.source_name, "start": one.start, "end": one.end, "code": one.code_name,
                "coded": list(one.coded), "without": list(one.without), "apart": one.apart,
                "text": one.text,
            }
            for one in agreed.places
        ],
        "differences": agreed.total,
        "version": agreed.version,
        "methods": " ".join(translate(one, language) for one in methods(agreed)),
        "remarks": [translate(one, language) for one in remarks(agreed)],
    }  # fmt: skip


def _now_of(agreed: Agreed) -> Sequence[Coefficient | None]:
    return [None] * len(agreed.codes) if agreed.now is None else agreed.now.codes


def _plain(one: Coefficient, language: str) -> dict[str, Any]:
    least, greatest = one.without_one or (None, None)
    return {
        "value": one.value, "observed": one.observed, "expected": one.expected, "low": one.low, "high": one.high, "confidence": one.confidence,
        "interval": one.interval or None, "error": one.error, "least": least, "greatest": greatest,
        "samples": one.samples, "seed": one.seed, "undefined": one.undefined, "units": one.units,
        "coverage": one.coverage, "groups": one.groups,
        "reason": None if one.reason is None else translate(one.reason, language),
    }  # fmt: skip
