"""The timeline as a file: its options, its pages and its formats."""
