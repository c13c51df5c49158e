"""How many rows the turns need: estimates for all, exact where a turn was laid out.

Sums are kept by block of 256 turns, so that costs do not grow with the episode: finding a row in
100,000 turns adds up 400 numbers. A block estimates its turns one by one only once it is visited.
"""

from collections.abc import Mapping, Sequence

_BLOCK = 256
_FEW_BLOCKS = 8
_FILL = 0.965  # how full the average wrapped line is, measured on 2,400 turns
_AROUND = 2  # a turn's name line and the blank line after it


class Heights:
    """Rows of each turn at one width; where not all turns are shown, of those that are.

    `lengths` are code points of each turn's text, `extra` the rows that stand around it (the head,
    segment titles, notes).
    """

    def __init__(self, lengths: Sequence[int], extra: Mapping[int, int], width: int) -> None:
        self._lengths = lengths
        self._extra = extra
        self._line = max(1, width) * _FILL
        self._opened: dict[int, list[int]] = {}
        self._totals = [self._rough_total(begin) for begin in range(0, len(lengths), _BLOCK)]
        for turn, rows in extra.items():
            self._totals[turn // _BLOCK] += rows

    @property
    def total(self) -> int:
        """Rows of all turns."""
        return sum(self._totals)

    def row_of(self, turn: int) -> int:
        """The first row of a turn."""
        block, rest = divmod(turn, _BLOCK)
        return sum(self._totals[:block]) + sum(self._turns(block)[:rest])

    def about_row_of(self, turn: int) -> int:
        """The first row of a turn, told without a look at the turns of a block not visited yet."""
        block, rest = divmod(turn, _BLOCK)
        if block in self._opened or len(self._totals) < _FEW_BLOCKS:
            return self.row_of(turn)
        return sum(self._totals[:block]) + self._totals[block] * rest // _BLOCK

    def locate(self, row: int) -> tuple[int, int]:
        """The turn that holds a row, and which of its rows that is; clamped to the last row."""
        row = max(0, row)
        for block, total in enumerate(self._totals):
            if row < total or block == len(self._totals) - 1:
                turns = self._turns(block)
                if row < self._totals[block]:
                    return self._locate_in(turns, block * _BLOCK, row)
                return block * _BLOCK + len(turns) - 1, turns[-1] - 1
            row -= total
        return 0, 0

    def set_exact(self, turn: int, rows: int) -> None:
        """Put the rows that a turn was found to have in place of the estimate."""
        block, rest = divmod(turn, _BLOCK)
        turns = self._turns(block)
        self._totals[block] += rows - turns[rest]
        turns[rest] = rows

    def _turns(self, block: int) -> list[int]:
        if block not in self._opened:
            begin = block * _BLOCK
            turns = [
                _AROUND + 1 + int(length / self._line) + self._extra.get(begin + index, 0)
                for index, length in enumerate(self._lengths[begin : begin + _BLOCK])
            ]
            self._opened[block] = turns
            self._totals[block] = sum(turns)
        return self._opened[block]

    def _rough_total(self, begin: int) -> int:
        lengths = self._lengths[begin : begin + _BLOCK]
        return int(sum(lengths) / self._line + len(lengths) * (_AROUND + 0.5))

    @staticmethod
    def _locate_in(turns: list[int], first: int, row: int) -> tuple[int, int]:
        for index, rows in enumerate(turns):
            if row < rows:
                return first + index, row
            row -= rows
        return first + len(turns) - 1, turns[-1] - 1
