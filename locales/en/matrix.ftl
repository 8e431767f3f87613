# Proofs: a row of the plan × a paper, and where it is lacking.
button-matrix = Proofs
button-matrix-sheet = Table for Excel
button-matrix-back = To the proofs
matrix =
    <b>Proofs.</b> { $place }
    Rows that are fully proved: { $whole } of { $total }.
matrix-none =
    <b>Proofs.</b> { $place }
    No row of the plan asks for a paper. Which one is needed is seen and changed on the row's card.
matrix-section = <b>{ $section }</b>
matrix-row = <b>{ $number }</b> { $title } ({ $paper })
matrix-count = { $there } of { $total } have it
matrix-there = there
matrix-missing = missing
matrix-some = { $there } of { $asked } there
matrix-lacking = Where it is lacking:
matrix-lack = { $name }: { $cell }
matrix-sheet = The proofs as a table: rows of the plan and who has attached them. { $place }
matrix-paper-title = Proofs. { $place }
matrix-paper-sheet = Proofs
matrix-paper-kind = Paper
matrix-paper-count = There
matrix-paper-of = { $there } of { $total }
matrix-paper-there = there
matrix-paper-missing = missing
