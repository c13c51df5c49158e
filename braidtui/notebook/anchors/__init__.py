"""Anchors: how kept words are told from all others of an episode, and found again in it."""
