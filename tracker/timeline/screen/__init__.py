"""The timeline as widgets: the living view, the still picture before it, the overview and the tray."""
