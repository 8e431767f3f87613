# Assessment: mastery by class and subject, half of the year by half.
button-scores = Assessment
button-scores-add = Type in the data
button-scores-subjects = Beside the district's median
button-scores-all = All schools
button-scores-back = To the assessment
button-scores-see = Look
button-half-before = ← The half before
button-half-after = The half after →
half-1 = first half of { $first }/{ $second }
half-2 = second half of { $first }/{ $second }
scores =
    <b>Assessment.</b> { $school }, { $half }
    A problem subject: the class has mastered less than { $percent } %.
scores-nothing = There are no data of this half yet.
scores-no-problems = There are no problem subjects.
scores-sum = Problem subjects: { $n }.
scores-sum-before = Problem subjects: { $n }, in the half before { $before }.
scores-line = { $form }, { $subject }: { $note }
scores-change = { $before } % before, { $now } % now
scores-now = { $now } %, nothing known before
scores-was = { $before } % before, nothing new
scores-chart = Problem subjects. { $school }
scores-threshold = threshold { $percent } %
scores-subjects =
    <b>Beside the district's median.</b> { $school }, { $half }
    The median is shown when at least { $enough } schools have sent their data. There are no ranks.
scores-subject = { $subject }: school { $mean } %, district's median { $median } %
scores-subject-alone = { $subject }: school { $mean } %
scores-district =
    <b>Assessment.</b> { $place }, { $half }
    How many subjects are mastered to less than { $percent } %. Schools stand by name.
scores-school = { $school }: { $n } of { $total }
scores-school-before = { $school }: { $n } of { $total }, before { $before }
scores-school-none = { $school }: no data
scores-ask =
    { $school }, { $half }. Type class, subject and percent, as many as you like:
    
    <code>(7А Алг. 58), (9Б Физ. 57)</code>
    
    Or send an Excel sheet: a class, a subject and a percent in each row, or classes down and subjects across. What is known of these classes and subjects is replaced.
scores-kept = Kept: { $n } ({ $half }).
scores-unread = Some of it I did not understand, the rest is kept. Send only this again:
scores-unread-piece = not understood: «{ $piece }»
scores-unread-more = and { $n } more
error-scores-none = I found no class with a subject and a percent from 0 to 100. Type, for example: (7А Алг. 58), (9Б Физ. 57)
error-scores-many = At most { $max } scores can be kept at once. Send them in parts.
error-scores-photo = A photo and a voice cannot be read. Send a sheet as a file or type: (7А Алг. 58), (9Б Физ. 57)
