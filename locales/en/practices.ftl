# The bank of practices.
practices = { $n ->
    [0] <b>Bank of practices.</b> Still empty. Practices come from accepted reports, once their author agrees.
   *[other] <b>Bank of practices:</b> { $n }, the newest first
 }
practices-of-factor = <b>{ $factor }.</b> Practices: { $n }
practices-found = { $n ->
    [one] <b>“{ $words }”</b>: { $n } practice found. To search again, just type other words.
   *[other] <b>“{ $words }”</b>: { $n } practices found. To search again, just type other words.
 }
practices-not-found = Nothing found for “{ $words }”. Type one word of the title or of what was done.
practice-line =
    <b>{ $title }</b>
    { $place }. What it brought: { $effect }
practice-factors = <b>Which risk factor?</b>
practice-factor-label = Factor { $number } ({ $n })
practice-factor-line = { $number }. { $factor }
practice-ask-words = What are you looking for? Type words in any form, for instance: mentoring.
practice-ask-factor = <b>To the bank of practices:</b> { $task }. Which risk factor did it help with? Press its number.
practice-ask-effect = What did it bring? One or two sentences, up to { $max } characters: what changed, and how one can see it. No names of pupils.
practice-title = <b>{ $title }</b>
practice-where = Where: { $place }, { $district }
practice-factor = Factor: { $factor }
practice-did = What was done: { $words }
practice-effect = What it brought: { $words }
practice-files = { $n ->
    [one] { $n } document is attached.
   *[other] { $n } documents are attached.
 }
practice-files-of = Documents of the practice “{ $title }”.
practice-consent = Everybody registered in the bot will be able to read this, teachers too. Your name is not shown, and you may change your mind at any time. Do you agree?
practice-offered = The author of the report has been asked. Everybody will see the practice once they agree.
practice-own = It is your report, so the decision is yours.
practice-agreed = Thank you! The practice is in the bank.
practice-declined = All right, the practice is not in the bank.
practice-asked = Your report “{ $title }” is proposed for the bank of practices: it may help other schools. See what others would read, and decide.
error-practice-words = Type at least one word, up to { $max } characters in all.
button-practices = Bank of practices
button-practice = To the practice
button-practice-look = Look and decide
button-practice-search = Search by words
button-by-factor = By factor
button-practice-offer = To the bank of practices
button-practice-agree-files = I agree, with documents
button-practice-agree = I agree, only the words
button-practice-decline = No, thank you
button-practice-withdraw = Take out of the bank
