"""Braid's page as text: one module a part, and the reader that makes an episode of them."""
