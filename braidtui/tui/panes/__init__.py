"""The panes beside the transcript: segments, quotes and sources, and the line below it."""
