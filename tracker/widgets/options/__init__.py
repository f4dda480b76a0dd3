"""Fields for options, of a picture or of the whole program."""
