"""The press edition: PDF/X, single pages with marks, nothing that a reader clicks on."""
