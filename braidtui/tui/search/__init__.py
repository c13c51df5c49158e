"""The search over the library on the screen: a box, hits, and how they spread."""
