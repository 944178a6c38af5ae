"""One table of what was measured: figure, limit, rival, and how both grow; and whether limits held."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Line", "busy", "ms", "told"]


def busy() -> bool:
    """Whether others want the processors more than there are."""
    return os.getloadavg()[0] > (os.cpu_count() or 1)


def ms(work: Callable[[], object]) -> float:
    """How long some work takes in milliseconds: by the clock, or, where others keep the processors
    :func:`busy`, the time that the processors gave to this program alone."""
    busy_before, clock, own = busy(), time.perf_counter(), time.process_time()
    work()
    clock, own = time.perf_counter() - clock, time.process_time() - own
    return 1000 * (own if busy_before or busy() else clock)


@dataclass
class Line:
    """One thing that is measured: by size ``cold`` (asked first) and ``warm`` (asked again), the
    limits of both at the largest size, and by rival and size what the same takes there."""

    name: str
    limit: float
    warm_limit: float = 0.0
    cold: dict[int, float] = field(default_factory=dict)
    warm: dict[int, float] = field(default_factory=dict)
    rivals: dict[str, dict[int, float]] = field(default_factory=dict)
    said: str = ""

    def over(self, size: int) -> list[str]:
        """Which limits it misses at a size."""
        asked: Mapping[str, tuple[dict[int, float], float]] = {
            "cold": (self.cold, self.limit), "warm": (self.warm, self.warm_limit),
        }  # fmt: skip
        return [
            word for word, (found, most) in asked.items() if most and found.get(size, 0.0) >= most
        ]


def told(lines: Sequence[Line], sizes: Sequence[int], *, binding: int) -> tuple[str, int]:
    """The table, and how many limits were missed at the size at which they bind."""
    small, large = min(sizes), max(sizes)
    head = (
        f"{'milliseconds at ' + format(large, ','):<31}{'cold':>9}{'limit':>8}{'warm':>9}{'limit':>7}"
        f"{'growth':>9}  beside, and how many times as long it takes there\n"
    )
    missed, text = 0, [head]
    for line in lines:
        cold, warm = line.cold.get(large), line.warm.get(large)
        first = line.cold or line.warm
        growth = (
            first[large] / first[small] if small < large and {small, large} <= set(first) else None
        )
        beside = []
        for name, found in line.rivals.items():
            at = large if large in found else max(found)
            ours = first.get(at)
            times = f" ×{found[at] / ours:,.1f}" if ours else ""
            grown = (
                f", grows ×{found[at] / found[small]:,.0f}"
                if small in found and at != small
                else ""
            )
            where = "" if at == large else f" at {at:,}"
            beside.append(f"{name}{where} {found[at]:,.0f}{times}{grown}")
        over = line.over(large) if large >= binding else []
        missed += len(over)
        text.append(
            f"{line.name:<31}{_figure(cold)}{_limit(line.limit, 8)}{_figure(warm)}"
            f"{_limit(line.warm_limit, 7)}{'' if growth is None else f'×{growth:,.0f}':>9}  "
            f"{'; '.join(beside)}{line.said}{'  OVER: ' + ' and '.join(over) if over else ''}".rstrip()
            + "\n"
        )
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    how = "the processors' time of this program alone" if busy() else "by the clock"
    text.append(f"{load}: {how}; {missed} limits missed\n")
    return "".join(text), missed


def _figure(value: float | None) -> str:
    return f"{'–':>9}" if value is None else f"{value:9,.1f}"


def _limit(value: float, wide: int) -> str:
    return f"{'<' + format(value, ',.0f') if value else '–':>{wide}}"
