"""What is to be drawn, as plain data: lanes, bars, their words, and how a person wants the lanes arranged."""
