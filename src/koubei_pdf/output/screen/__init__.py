"""The screen edition: RGB, trimmed pages, bookmarks and links."""
