"""Heads of turns that no line alone gives away: the whole file bears them out."""
