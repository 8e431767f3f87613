# Waves of self-diagnosis, for the coordinator.
waves = { $n ->
    [0] <b>Self-diagnosis.</b> There have been no waves. Start the first: teachers answer an anonymous survey, schools see their risk profiles.
    [one] <b>Self-diagnosis.</b> { $n } wave. Open it to see the participation and the schools' profiles.
   *[other] <b>Self-diagnosis.</b> { $n } waves. Open any to see the participation and the schools' profiles.
 }
button-wave-new = Start self-diagnosis
button-wave-open = Running since { $day }
button-wave-closed = Wave of { $day }
wave-choose = { $n ->
    [0] All surveys are running. A new wave can start when the earlier one is closed.
   *[other] Which survey shall teachers get?
 }

wave-card =
    <b>{ $title }</b>
    { $n ->
        [one] { $n } question
       *[other] { $n } questions
    }, about { $minutes } min.
    It will run for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, until { $day } inclusive. You can close it earlier.
wave-teachers = { $n ->
    [0] There are no teachers in the bot yet. Invite them first: “People and links”.
    [one] { $n } teacher will get the survey:
   *[other] { $n } teachers will get the survey:
 }
wave-school-teachers = • { $school }: { $n }
wave-more-schools = { $n ->
    [one] and { $n } more school
   *[other] and { $n } more schools
 }
wave-promise =
    The survey is anonymous and voluntary. While the wave runs nobody sees any results. Afterwards you and the head see a school's profile if at least { $group } people have answered.
button-wave-start = Start
button-waves-back = To the list of waves

wave-open =
    <b>{ $title }</b>
    Running until { $day } inclusive.
wave-participation = Answers sent: { $sent } of { $asked }.
wave-participation-few = Answers sent: fewer than { $group }. Teachers invited: { $asked }.
wave-open-silence = While the wave is open nobody is shown answers by school.
button-wave-close = Close the wave
wave-close-confirm = Close the wave? Drafts that were not sent are erased and nobody can answer any more. It cannot be opened again.
button-wave-close-yes = Yes, close it
button-wave-back = No, go back

wave-closed =
    <b>{ $title }</b>
    The wave is closed; it ran from { $first } to { $last }.
wave-schools = Profiles of schools by the alphabet; { $shown } of { $n } can be shown. Open a school to see its profile or why it is hidden.
button-wave-school-hidden = { $words } (hidden)

error-wave-open = This survey is running in the district already. Open it in the list of waves.
error-wave-no-teachers = The district has no teachers yet. Invite them by link: “People and links”, then start again.
