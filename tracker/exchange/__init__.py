"""CSV, JSON and others in and out; reads into edits and never writes rows itself."""
