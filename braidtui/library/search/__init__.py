"""Search over the library: the query language, the index, the hits."""
