# A plan pasted into the chat as text.
paste-received = { $pieces ->
    [one] <b>{ $pieces } part</b> received
   *[other] <b>{ $pieces } parts</b> received
 }, { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
 }.
    If this is not the whole text, send the rest. After the last part press “That is all”. A file is surer: Telegram drops the borders of cells.
paste-begin-again = The earlier text is gone. Paste the table anew: with its header, in several messages if need be. Or send the plan as a file.
paste-no-table = I found no table of activities in this text. Copy it together with its header (“Activity”, “Deadline”, “Responsible”) and begin again, or send the plan as a file.
paste-too-heavy = This text is too large to be read. Send the plan as a file.
paste-name = Plan from the chat
button-paste-done = That is all
button-paste-again = Begin again
error-paste-short = This is too little for a plan. Send it as a file, or paste the whole table here, together with its header.
error-paste-words = There is no text here. Send the next part of the table or press “That is all”.
error-paste-too-long = The text is too long for a chat. Send the plan as a file.
