# A teacher's survey.
survey-invitation =
    The school's self-diagnosis has begun: “{ $title }”.
    The survey is voluntary and anonymous and takes about { $minutes } min. You can answer until { $day } inclusive.
button-survey-open = Open the survey
surveys = { $n ->
    [0] No survey is open now. The bot will write when the next one begins.
    [one] { $n } survey is open. Choose it.
   *[other] { $n } surveys are open. Choose one.
 }

survey-introduction =
    <b>{ $title }</b>
    { $n ->
        [one] { $n } question
       *[other] { $n } questions
    }, about { $minutes } min left. One press is one answer.
    
    <b>Who will see what</b>
    • It is up to you whether you answer. You owe nobody a report about it.
    • Answers that were sent are kept without name, time and order. Nobody can tell whose they are, so they cannot be changed afterwards either.
    • Until you send it, the draft is linked to you, so that you can go on. Nobody sees it; it is erased when you send it or when the survey closes.
    • That the survey was sent is remembered apart from the answers. While it is open, the coordinator sees only how many people of the district have answered.
    • Once it is closed (its last day is { $day }), the head and the coordinator will see how many people of the school have answered, and the school's overall profile if they are at least { $group }. Nobody will see single answers.
    
    You can stop at any moment: the bot will go on with the first unanswered question.
button-survey-begin = Begin
button-survey-resume = Go on with question { $n }
button-survey-finish = Go to sending

survey-progress = Question { $number } of { $total }{ $minutes ->
    [0] { "" }
   *[other] , ≈ { $minutes } min left
 }
survey-question = <b>{ $question }</b>
survey-answer = Your answer: { $answer }
survey-skipped = You passed this question over
survey-unanswered = No answer yet
button-survey-skip = Skip

survey-summary =
    Answers ready: { $given } of { $total }.
    Look through them or send them. Once sent they cannot be changed: the bot will not know which of them are yours.
button-survey-send = Send
button-survey-review = Look at the answers
survey-review = <b>Your answers.</b> To change one, press the number of its question.
survey-review-question = { $number }. { $question }
survey-number = { $n }
survey-receipt =
    Thank you! Your answers are sent and your draft is erased.
    The head will see the school's overall profile once the survey is closed (its last day is { $day }), if at least { $group } people answer.

error-survey-closed = This survey is closed. Answers that were not sent are erased; the bot will write about the next one.
error-survey-sent = You have sent your answers to this survey already, thank you. It is open until { $day }; nothing more is needed.
error-answer-unknown = The question has no such answer any more. Open the survey anew: /survey
