"""Finding in the open episode and in the library."""
