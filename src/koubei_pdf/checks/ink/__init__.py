"""Total ink: pages as plates, and the mean over every square millimetre."""
