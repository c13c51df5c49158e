"""The transcript: one line-rendering view of a whole episode."""
