"""What can still be read of a damaged notebook, and how it is brought into a sound one."""
