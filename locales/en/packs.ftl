# Files of questionnaires: what is wrong in them.
pack-fine = “{ $title }”, { $code }, version { $version }: { $n } questions, about { $minutes } min. No mistakes.
pack-not-yaml = this is not YAML in UTF-8: look at indents, colons and quotes near this place
pack-empty = the file is empty
pack-too-large = the file is over { $most } KB: no questionnaire is
pack-mapping = fields of the form “name: value” are needed here
pack-list = a list is needed here, each line beginning with a hyphen
pack-list-exactly = the list holds { $n }, it should hold exactly { $most }
pack-list-length = the list holds { $n }, it should hold from { $fewest } to { $most }
pack-text = a text is needed here
pack-text-empty = the text is empty
pack-text-long = { $n } characters, { $most } fit: “{ $words }”
pack-twice = “{ $name }” is written twice
pack-missing = missing fields: { $names }
pack-unknown = the field “{ $name }” is not needed here, or is misspelt; inside braces a text with a comma stands in quotes
pack-id = “{ $words }”: an id is made of a-z, digits and hyphens and begins with a letter
pack-id-used = the id “{ $words }” belongs to another question
pack-number = “{ $words }”: a whole number from { $first } to { $last } is needed
pack-choice = “{ $words }”: one of these is needed: { $choices }
pack-indicator-factor = the indicator “{ $words }” belongs to factor { $factor }
pack-indicator-audience = the indicator “{ $words }” cannot be known to this audience ({ $audience })
pack-condition-kind = a condition cannot hang on “{ $words }”: it is not answered by a choice or a number
pack-bounds = calm and risk must differ: at the first there is no risk, at the second it is full
pack-respondents = respondents must name the very first question, of kind number: how many sheets came back
pack-respondents-needless = respondents is only for questionnaires of pupils and parents

# Questionnaires at the coordinator's.
button-packs = Questionnaires
packs = <b>Questionnaires.</b> See what they ask, or send your own. A survey is started from the list of waves.
button-pack-send = Send your own
button-packs-back = To the questionnaires
pack-card =
    <b>{ $title }</b>
    { $n ->
        [one] { $n } question
       *[other] { $n } questions
    }, about { $minutes } min. Its code: <code>{ $code }</code>, version { $version }.
pack-audience = { $audience ->
    [teachers] Teachers answer: each for themselves, anonymously.
    [administration] The school answers: its head or a deputy, once, not anonymously.
    [pupils] Pupils answer on paper without names. The school writes how many chose each answer.
   *[parents] Parents answer on paper without names. The school writes how many chose each answer.
 }
button-pack-preview = Look at the questions
button-pack-paper = Paper form (DOCX)
button-pack-card = To the description
pack-preview = A preview: this is how the question will look. Presses keep nothing.
pack-preview-condition = This question appears if “{ $question }” is answered: { $answers }.
pack-paper = A paper form: copy the first sheet for everybody; on the last page the school counts the answers.
pack-ask-file = Send the questionnaire's file (YAML). The bot checks it and names every mistake with its line. Take the file below as a model.
pack-wrong = { $n ->
    [one] The file has { $n } mistake. Correct it and send the file again.
   *[other] The file has { $n } mistakes. Correct them and send the file again.
 }
pack-complaint = Line { $line }: { $words }
pack-complaints-more = { $n ->
    [one] …and { $n } more.
   *[other] …and { $n } more.
 }
pack-added = The questionnaire “{ $title }”, version { $version }, is added. It is started from the list of waves; waves that are open go on with their version.
error-pack-file = A questionnaire's file (YAML) of up to { $most } KB is needed, sent as a document.
error-pack-code = The code “{ $code }” belongs to a questionnaire that everybody has. Write another code in the file.
error-pack-version = The district has “{ $code }” in version { $last } already. Raise the version in the file and send it again.

# The paper form.
form-note = The survey is anonymous: no name is needed. It is up to you whether you answer. Mark one answer to each question.
form-hint-many = (several are possible)
form-counts-title = Counting. { $title }
form-counts-note = For the school. Below each answer write how many people chose it. Leave out those who skipped the question. These numbers are typed into the bot; the sheets may be destroyed.
form-sheets = Sheets that came back:
