"""The screen with the numbers of an episode."""
