"""What the reader keeps: places, what is read, and marks, highlights, notes and quotes."""
