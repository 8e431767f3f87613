"""Whom the rows let in, by what they have in common; how to read them: ``row``."""

from __future__ import annotations

READERS = "coordinator* expert* methodist* curator* head* deputy*"
WATCHERS_OF_PAIRS = "coordinator* expert* methodist* curator head deputy"
WATCHERS = "coordinator* expert* methodist curator head deputy"
DOERS = "coordinator* methodist head deputy"
REFUSERS = "methodist head deputy"
WRITTEN_TO = "coordinator expert methodist curator head deputy"
COORDINATOR = "coordinator*"
AUTHOR = "=deputy A1"
TEACHERS = "teacher*"
MANAGED = "coordinator* head"
PLANNERS = "coordinator* head deputy"
HOLDERS = "coordinator* methodist* head* deputy*"
OF_DISTRICT = "coordinator* expert* methodist* curator* head* deputy* teacher*"
OF_SCHOOL = "coordinator* expert* curator head deputy"
