"""Captions in XML."""
