"""Backups: the database and people's files of one moment in one archive, and the way back."""
