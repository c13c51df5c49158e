"""What was measured, as rows of one table."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured value; the budget is for the ratio where there is one, else for the value.

    Without a budget it is told for comparison only. The budget is the most that it may be, or the
    least (`is_least`).
    """

    name: str
    value: float
    unit: str
    budget: float | None = None
    ratio: float | None = None
    is_least: bool = False

    @property
    def is_over(self) -> bool:
        """Whether it costs more than it may."""
        if self.budget is None:
            return False
        spent = self.value if self.ratio is None else self.ratio
        return spent < self.budget if self.is_least else spent > self.budget


HEADLINE = f"{'':<46}{'value':>9} {'':<4}{'ratio':>8}{'budget':>10}"


def line(figure: Figure) -> str:
    """A figure as a row of the table."""
    value = f"{figure.name:<46}{figure.value:>9.1f} {figure.unit:<4}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f} x"
    if figure.budget is None:
        return f"{value}{ratio:>8}".rstrip()
    least = "≥ " if figure.is_least else ""
    budget = f"{least}{figure.budget:g} {'x' if ratio else figure.unit}"
    return f"{value}{ratio:>8}{budget:>10}  {'OVER' if figure.is_over else 'ok'}"


def ratio_of(values: Sequence[float], yardsticks: Sequence[float]) -> float:
    """The median of the ratios of pairs that were measured one after the other."""
    return median(one / other for one, other in zip(values, yardsticks, strict=True))


def spread(values: Iterable[float]) -> float:
    """How far values lie from the middle between the least and the most, in percent."""
    least, *_, most = sorted(values)
    return 100 * (most - least) / (most + least)
