"""The kinds of picture files: each takes a laid-out sheet and gives the bytes of a file."""
