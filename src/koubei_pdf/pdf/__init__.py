"""Reading any PDF, from the file alone: its objects, its content, its colours and pictures."""
