"""What is tracked and what makes it right: records, time, edits, history, rules. No Qt, no SQL."""
