"""What stands before a text as keys and values, and what it tells of the episode."""
