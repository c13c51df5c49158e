"""What the reader keeps, on the screen: marks, highlights, quotes and notes."""
