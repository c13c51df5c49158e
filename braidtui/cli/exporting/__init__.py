"""`export`: an episode, or what of it is wanted, to files."""
