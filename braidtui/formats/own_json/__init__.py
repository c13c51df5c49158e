"""Episodes in the JSON that `show --format json` prints, read back."""
