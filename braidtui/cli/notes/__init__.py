"""`notes`: what the reader kept, printed."""
