"""Rows of an episode: what stands on each, how many there are, which are in sight."""
