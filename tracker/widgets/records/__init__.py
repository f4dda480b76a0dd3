"""One record: its form, what the sources say of it, and its history."""
