"""What every panel and dialog has a use for: style, icons, marks, background work."""
