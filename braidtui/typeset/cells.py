"""Widths in terminal cells, as Textual counts them: by grapheme, wide ones two."""

from rich.cells import cell_len, set_cell_size, split_graphemes

__all__ = ["cell_len", "elided", "fitted", "split_graphemes"]

_ELLIPSIS = "…"


def elided(text: str, width: int) -> str:
    """`text` in at most `width` cells, cut with an ellipsis where it does not fit."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return _ELLIPSIS[: max(0, width)]
    return set_cell_size(text, width - 1).rstrip() + _ELLIPSIS


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` cells: elided or filled up with blanks."""
    cut = elided(text, width)
    return cut + " " * (width - cell_len(cut))
