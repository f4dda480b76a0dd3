"""The guide, the keys, the commands, and about the program."""
