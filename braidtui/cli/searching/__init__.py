"""`search`: hits over the library, printed."""
