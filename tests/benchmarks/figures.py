"""What was measured, as rows of one table."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured value; the budget is for the ratio where there is one, else for the value.

    Without a budget it is told for comparison only.
    """

    name: str
    value: float
    unit: str
    budget: float | None = None
    ratio: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether it costs more than it may."""
        if self.budget is None:
            return False
        return (self.value if self.ratio is None else self.ratio) > self.budget


HEADLINE = f"{'':<46}{'value':>9} {'':<4}{'ratio':>8}{'budget':>10}"


def line(figure: Figure) -> str:
    """A figure as a row of the table."""
    value = f"{figure.name:<46}{figure.value:>9.1f} {figure.unit:<4}"
    if figure.budget is None:
        return value
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f} x"
    budget = f"{figure.budget:g} {'x' if ratio else figure.unit}"
    return f"{value}{ratio:>8}{budget:>10}  {'OVER' if figure.is_over else 'ok'}"


def ratio_of(values: Sequence[float], yardsticks: Sequence[float]) -> float:
    """The median of the ratios of pairs that were measured one after the other."""
    return median(one / other for one, other in zip(values, yardsticks, strict=True))


def spread(values: Iterable[float]) -> float:
    """How far values lie from the middle between the least and the most, in percent."""
    least, *_, most = sorted(values)
    return 100 * (most - least) / (most + least)
