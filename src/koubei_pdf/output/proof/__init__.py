"""The proof edition: spreads in press colours, with layers to switch on and off."""
