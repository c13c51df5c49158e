"""A page as it is written: its blocks in order, and what it tells of itself."""
