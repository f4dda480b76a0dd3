"""The one painter and all that it draws, the same on the screen and in every file."""
