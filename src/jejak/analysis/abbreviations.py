"""Abbreviations that end in a dot, Indonesian and English, case folded and without that dot."""

from __future__ import annotations

__all__ = ["ANYWHERE", "BEFORE_NAMES", "BEFORE_NUMBERS"]

# A name follows: the dot ends no sentence.
BEFORE_NAMES = frozenset({
    "a.n", "bp", "bpk", "c.q", "d.a", "dr", "dra", "drs", "hj", "ir", "jl", "jln", "kab", "kec",
    "kel", "messrs", "mr", "mrs", "ms", "nn", "ny", "prof", "prov", "q.q", "sdr", "sdri", "st",
    "tn", "u.p", "ust", "yth", "cf", "e.g", "i.e", "mis", "s.d", "vs",
})  # fmt: skip

# Words of their own, too (*no*, *hal*): only before a number does the dot end no sentence.
BEFORE_NUMBERS = frozenset({
    "art", "ay", "bab", "ch", "ed", "eds", "eq", "fig", "figs", "hal", "hlm", "no", "nos", "p",
    "par", "pp", "psl", "rp", "sec", "tel", "telp", "tgl", "tlp", "vol", "vols",
})  # fmt: skip

# May stand last as well: a sentence ends there when the next word begins in upper case.
ANYWHERE = frozenset({
    "a.k.a", "a.m", "al", "approx", "bln", "co", "corp", "dept", "dkk", "dll", "dsb", "dst", "etc",
    "inc", "jr", "ltd", "m.a", "m.m", "m.si", "p.m", "ph.d", "s.e", "s.h", "s.pd", "s.sos", "s.t",
    "sr", "tg", "th", "thn", "tsb", "u.k", "u.s",
})  # fmt: skip
