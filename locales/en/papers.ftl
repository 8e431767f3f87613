# Papers: what is written about a plan from its facts.
button-papers = Papers
papers =
    <b>Papers. { $place }</b>
    { $title }

    Choose a paper: the bot makes it from the reports and sends it as a file.
papers-none = Papers appear when a plan is launched: there is nothing to write about yet.
papers-choose = <b>Papers</b>
    About which plan?
papers-subject = • { $title }
button-papers-others = Other plans
button-papers-back = ← To the papers
button-paper-pdf = The same as PDF
paper-made = { $paper }: { $place }. The file comes in a few seconds.

paper-kind-plan = Plan with marks
