# Backups: words for the console.
backup-made = The backup is made and checked: { $file } ({ $size } MB)
backup-swept = { $n ->
    [one] { $n } file that no row names was deleted
   *[other] { $n } files that no row names were deleted
}: reports refused for lack of room leave such files. The backup has them.
backup-where = Say into which folder: add it to the command, or set { $variable }.
backup-no-database = There is no database yet: { $place }. Nothing to copy; check the settings or start the bot first.
backup-no-program = There is no program { $program }. Install the client of your database's version and try again.
backup-program-failed = { $program } refused: { $reason }
backup-damaged = This is no backup of Vekhi, or it is damaged. Nothing was written; take another one.
backup-file = { $file }: { $reason }
restore-done = All is back: a backup of { $made }, files of people: { $files }. You can start the bot. Backups hold no answers to running surveys: the bot will ask for them again.
restore-not-empty = There is a database already: { $place }. Nothing was written over it. Stop the bot, move it elsewhere and try again.
restore-newer = A newer version of Vekhi made this backup. Upgrade the program and try again; nothing was written.
restore-other-database = This is a backup of another kind of database ({ $database }). Nothing was written; name one like it in the settings.
