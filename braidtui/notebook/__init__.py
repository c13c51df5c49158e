"""What the reader keeps: reading places and what is read."""
