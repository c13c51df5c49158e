"""The cache of the library: what was read before, in SQLite, so that YAML is read once."""
