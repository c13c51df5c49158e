"""Rows as they are written and painted."""
