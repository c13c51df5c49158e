"""The index of the library in SQLite's FTS5: its tables, and how they are kept in step."""
