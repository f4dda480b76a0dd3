"""The program with a window: its start, the window, its menus, and what of them belongs to one open store."""
