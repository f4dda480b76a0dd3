"""The export studio: a picture's options, its live preview, and where it goes."""
