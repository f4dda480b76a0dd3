"""The timeline with what stands around it; it turns gestures into edits."""
