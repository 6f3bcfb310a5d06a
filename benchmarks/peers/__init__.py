"""One small file for each engine that koubei-pdf is compared with."""
