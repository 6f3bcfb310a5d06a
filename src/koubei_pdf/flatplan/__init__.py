"""The flatplan (联络图): all spreads of an issue small, with what each story wants and has."""
