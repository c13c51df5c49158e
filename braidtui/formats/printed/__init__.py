"""Our own print of an episode, read back: the inverse of what `show` writes for reading."""
