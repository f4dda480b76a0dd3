"""Icons, translations, fonts and styles; installed as tracker.resources."""
