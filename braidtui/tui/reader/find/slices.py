"""Work in slices: a part before the screen is painted, the rest while no key is pressed."""

import asyncio
from collections.abc import Iterator
from time import perf_counter

from textual.dom import DOMNode

_AT_ONCE = 0.012  # seconds
_A_SLICE = 0.008
_DONE = object()


class Slices:
    """One piece of work at a time; new work takes the place of what is not done yet."""

    def __init__(self, node: DOMNode, group: str) -> None:
        """`group` names the worker, one for each kind of work."""
        self._node = node
        self._group = group
        self._steps: Iterator[None] = iter(())

    def begin(self, steps: Iterator[None], *, at_once: float = _AT_ONCE) -> bool:
        """Work for so many seconds, then between keys; True where all is done at once."""
        self._steps = steps
        if self._advance(at_once):
            return True
        self._node.run_worker(self._go_on(), group=self._group, exclusive=True)
        return False

    async def _go_on(self) -> None:
        while not self._advance(_A_SLICE):
            await asyncio.sleep(0)

    def _advance(self, seconds: float) -> bool:
        end = perf_counter() + seconds
        while perf_counter() < end:
            if next(self._steps, _DONE) is _DONE:
                return True
        return False
