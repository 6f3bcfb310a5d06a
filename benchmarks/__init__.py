"""koubei-pdf beside its peers: the same text, the same page, one run."""
