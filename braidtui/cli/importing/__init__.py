"""`import`: transcripts of others into the library."""
