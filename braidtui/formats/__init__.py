"""Other people's files: one module a format, a registry; each reads or writes an Episode."""
