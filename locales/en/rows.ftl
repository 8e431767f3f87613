# Joining, splitting, adding and taking out rows; the list of edits.
row-join-sure = Make one row of these two?
    • { $first }
    • { $second }
    This is what comes of it:
row-split-ask = Send the title of the second row. The rest is copied and can be changed.
row-split-ask-cut = Where is the title to be cut? Choose what the second row begins with, or send its title. The rest is copied and can be changed.
row-remove-sure = Take this row out of the plan? It can be brought back.
row-add-behind = <b>A new row</b> behind: { $row }
row-add-number = Step { $step } of { $of }. Send its number, for example «2.4».
row-add-title = Step { $step } of { $of }. Send the title of the activity.
row-add-deadline = Step { $step } of { $of }. Send the deadline in Russian, for example «до 15 марта 2027». Without one, the task will wait for a date.
row-add-responsible = Step { $step } of { $of }. Send who is responsible, for example «РМК, ОО». With nobody, the task goes to the coordinator.
row-add-sure = Add this row behind «{ $row }»?
row-add-answer = • { $field }: { $words }
edits = <b>Changes of the draft</b>: { $n }. Each can be taken back unless its row was changed after it.
edits-none = Nothing was changed in this draft.
edits-line = • { $kind }: { $row }
edit-words = changed
edit-join = joined with the next
edit-split = split
edit-add = added
edit-remove = taken out
edit-undone = The change is taken back.
error-join-last = This is the last row: there is none to join it with.
button-row-join = Join with the next row
button-row-join-yes = Yes, join them
button-row-split = Split
button-row-remove = Take out
button-row-remove-yes = Yes, take the row out
button-row-add = Add a row below
button-row-add-skip = Skip
button-row-add-yes = Add the row
button-row-add-again = Begin anew
button-edits = Changes of the draft
button-undo = ↩ { $row }
