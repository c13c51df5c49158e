"""The screen: the app, its screens and widgets, themes and commands."""
