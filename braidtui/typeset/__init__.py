"""Text laid out in terminal cells: widths and line wrap, for the screen and for stdout alike."""
