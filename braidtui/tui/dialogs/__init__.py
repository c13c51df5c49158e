"""Small windows over a screen: palette, help, choices."""
