"""A paragraph becomes lines: `prepare` → `breaking` → `setting`. Pure functions, no files."""
