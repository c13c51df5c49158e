"""Where the panes of the reader stand."""

LAYOUT = """
ReaderStage {
    layers: base over;
    & #segments { width: 24%; min-width: 25; max-width: 29; }
    & #segments { padding: 0 1; border-top: solid $panel; }
    & #side { width: 26%; max-width: 31; }
    & #side ItemList { padding: 0 1; border-top: solid $panel; height: 1fr; }
    & #transcript { width: 1fr; }
    & #status.-saying { color: $foreground; }
    & ItemList { border-title-color: $text-muted; border-title-style: bold; }
    & ItemList:focus { border-title-color: $text-accent; border-top: solid $border; }
    & ItemList:focus { border-title-style: bold underline; }
    & #side #quotes { height: auto; max-height: 50%; }
    & .-over { layer: over; background: $surface; height: 100%; }
    & #segments.-over { dock: left; width: 90%; max-width: 48; border-right: solid $border; }
    & #side.-over { dock: right; width: 90%; max-width: 48; border-left: solid $border; }
    & #side.-over #quotes { max-height: 100%; }
    & #side.-over ItemList { background: $surface; }
}
"""
