"""The tables of records and all that one does with them."""
