"""Finding words in texts: one notion of a hit, for the open episode and for the whole library."""
