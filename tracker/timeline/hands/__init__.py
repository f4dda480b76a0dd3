"""What a person does over the timeline with mouse, wheel and keys."""
