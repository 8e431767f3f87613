"""The doctor: looks at everything the bot depends on and says in a line each what to do."""
