"""A school year in about a minute: the real bot, a sandboxed messenger, a simulated clock."""
