"""An invented district in the middle of its year, to try in a browser: no token, no internet."""
