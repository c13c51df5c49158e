"""Lists of chapters: read as segments, and written."""
