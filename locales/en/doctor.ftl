# The doctor: words for the console, a line for each check.
doctor-state-ok = ok
doctor-state-warning = warning
doctor-state-broken = broken
doctor-well = The bot can work.
doctor-broken = The bot cannot work like this: mend the broken lines and try again.
doctor-settings = Settings: read
doctor-settings-wrong = Settings: { $reason }
doctor-folder = Data folder: { $place }, writable
doctor-folder-new = Data folder: { $place }, will be made by the first start
doctor-folder-closed = Data folder: { $place } is not writable ({ $reason }). Give it to the user that runs the bot
doctor-disk = Disk: { $free } GB free
doctor-disk-low = Disk: { $free } GB left at { $place }. Make room soon
doctor-disk-full = Disk: { $free } GB left at { $place }, the database cannot write. Make room now
doctor-database = Database: { $engine }, whole, schema { $revision }
doctor-database-new = Database: { $place }, will be made by the first start
doctor-database-empty = Database: { $engine }, empty, the first start makes the tables
doctor-database-older = Database: schema { $revision } is older than the program. Make a backup ({ $backup }); the start brings the schema up to date
doctor-database-newer = Database: schema { $revision } is newer than the program. Upgrade the program or take its former version
doctor-database-damaged = Database: the file is damaged. Stop the bot, put the file aside and restore the last backup ({ $restore })
doctor-database-closed = Database: does not open ({ $reason }). Check { $variable } and whether the database runs
doctor-history = { $n ->
    [one] History of tasks: { $n } line, the chain is whole
   *[other] History of tasks: { $n } lines, the chain is whole
 }
doctor-history-broken = History of tasks: the chain of plan { $plan } is broken from line { $line } on. It was changed past the program: compare with the last backup
doctor-history-strays = { $n ->
    [one] History of tasks: { $n } task is not where its history says. The database was changed past the program: compare with the last backup
   *[other] History of tasks: { $n } tasks are not where their history says. The database was changed past the program: compare with the last backup
 }
doctor-backup = Backup: { $file }, hours ago: { $hours }
doctor-backup-old = Backup: the last one is { $file }, hours ago: { $hours }. Check the schedule
doctor-backup-none = Backup: there is none in { $place }. Make one: { $backup }
doctor-backup-nowhere = Backup: no folder is named. Set { $variable } and make one: { $backup }
doctor-token = Token: Telegram knows the bot @{ $username }
doctor-token-refused = Token: Telegram does not accept it. Take the current one from { $source } and write it into { $variable }
doctor-telegram-silent = Telegram: { $host } does not answer ({ $reason }). Check network, firewall and { $variable }
doctor-telegram-refuses = Telegram: refused with the words “{ $reason }”. Wait and try again
doctor-clock = Clock: right
doctor-clock-off = Clock: { $seconds } s off Telegram's. Switch time synchronisation on
doctor-clock-wrong = Clock: { $seconds } s off Telegram's, reminders will come at the wrong time. Switch time synchronisation on
doctor-clock-unknown = Clock: Telegram told no time to compare with
doctor-polling = Updates: the bot asks Telegram itself; waiting: { $waiting }
doctor-webhook = Updates: by the webhook of the settings; waiting: { $waiting }
doctor-webhook-differs = Updates: Telegram has another webhook ({ $host }). The start of the bot sets ours: { $run }
doctor-webhook-foreign = Updates: Telegram has a webhook ({ $host }) and the settings have none. The start of the bot removes it: { $run }; see whether another copy runs
doctor-webhook-fails = Updates: Telegram does not get through (“{ $reason }”); waiting: { $waiting }. Check the address, the certificate and what passes requests on to the bot
doctor-fonts = Charts: Russian letters are there
doctor-fonts-lack = Charts: the font lacks { $letters }. Install the dependencies again
doctor-office = Old Word files: read ({ $program })
doctor-office-none = Old Word files: not read, there is no { $program }; the bot asks for DOCX

run-port-taken = The address { $host }:{ $port } is taken or not open to the bot. Stop the program that holds it, or set another port in { $variable }.
