# Waves of self-diagnosis, for the coordinator.
waves = { $n ->
    [0] <b>Self-diagnosis.</b> There have been no waves. Start the first: teachers answer an anonymous survey, schools see their risk profiles.
    [one] <b>Self-diagnosis.</b> { $n } wave. Open it to see the participation and the schools' profiles.
   *[other] <b>Self-diagnosis.</b> { $n } waves. Open any to see the participation and the schools' profiles.
 }
wave-in-list = • { $title }: { $stage } wave, since { $day }
button-wave-new = Start self-diagnosis
button-wave-open = Running since { $day }
button-wave-closed = Not released, { $day }
button-wave-released = Wave of { $day }
wave-choose = { $n ->
    [0] All surveys are running. A new wave can start when the earlier one is closed.
   *[other] Which survey shall begin?
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
wave-leaders = { $n ->
    [0] There are no heads or deputies in the bot yet. Invite them first: “People and links”.
    [one] { $n } leader (a head or a deputy) will get the survey:
   *[other] { $n } leaders (heads and deputies) will get the survey:
 }
wave-promise-schools = The school answers: its head and deputies have one draft, and what was sent can be corrected until the wave ends. The survey is not anonymous. Until you close the wave and release its results, nobody sees the answers.
wave-statements = Schools that have sent their answers: { $sent } of { $asked }.
wave-school-teachers = • { $school }: { $n }
wave-more-schools = { $n ->
    [one] and { $n } more school
   *[other] and { $n } more schools
 }
wave-promise =
    The survey is anonymous and voluntary; after the start this cannot be changed. Until you close the wave and release its results, nobody sees them. A result is shown when { $group } people or more have answered.
wave-breakdown-schools = <b>Each school by itself.</b> You and the head see the school's results. Where fewer than { $group } answered, they are hidden.
wave-breakdown-together = <b>Small schools together.</b> You and the head see the school's results. Schools where fewer than { $group } answered are shown together.
wave-breakdown-district = <b>Only the whole district.</b> You and the heads see common results, and no school by itself.
wave-too-small = { $n ->
    [one] { $n } school has fewer than { $group } teachers: by itself it stays hidden even if all of them answer. For its sake choose “Small schools together”.
   *[other] { $n } schools have fewer than { $group } teachers: by themselves they stay hidden even if all of them answer. For their sake choose “Small schools together”.
 }
button-wave-breakdown-schools-on = ● Schools by themselves
button-wave-breakdown-schools-off = ○ Schools by themselves
button-wave-breakdown-together-on = ● Small schools together
button-wave-breakdown-together-off = ○ Small schools together
button-wave-breakdown-district-on = ● The whole district
button-wave-breakdown-district-off = ○ The whole district
button-wave-start = Start

# Which wave of the school year it is.
stage-entry = entry
stage-interim = interim
stage-final = final
stage-wave-entry = Entry wave
stage-wave-interim = Interim wave
stage-wave-final = Final wave
stage-against-entry = entry wave
stage-against-interim = interim wave
stage-against-final = final wave
wave-stage-entry = <b>Entry wave.</b> Shows where you start; the others are compared with it. After the start this cannot be changed.
wave-stage-interim = <b>Interim wave.</b> Shows what changes during the year. After the start this cannot be changed.
wave-stage-final = <b>Final wave.</b> Shows what was reached; it is compared with the entry wave. After the start this cannot be changed.
button-wave-stage-entry-on = ● Entry
button-wave-stage-entry-off = ○ Entry
button-wave-stage-interim-on = ● Interim
button-wave-stage-interim-off = ○ Interim
button-wave-stage-final-on = ● Final
button-wave-stage-final-off = ○ Final

button-waves-back = To the list of waves

wave-open =
    <b>{ $title }</b>
    { $stage }, running until { $day } inclusive.
wave-participation = Answered: { $sent } of { $asked }.
wave-participation-steps = Answers sent: at least { $sent } of { $asked }.
wave-participation-few = Answers sent: fewer than { $group }. Teachers invited: { $asked }.
wave-open-silence = While the wave is open nobody is shown answers by school.
button-wave-close = Close the wave
wave-close-confirm = Close the wave? Drafts that were not sent will be erased, nobody can answer any more, and the bot forgets who has answered. It cannot be opened again.
button-wave-close-yes = Yes, close it
button-wave-back = No, go back

wave-closed =
    <b>{ $title }</b>
    { $stage }: closed; it ran from { $first } to { $last }.
wave-not-released = Nobody sees the results yet. Release them when you are ready: everybody who may will see them at once.
wave-shown-schools = Profiles of schools: { $shown } of { $n }. The other schools have too few answers.
wave-shown-together = Schools shown, by themselves or together: { $shown } of { $n }.
wave-shown-district = { $shown ->
    [0] The whole district has too few answers, there is nothing to show.
   *[other] The results are of the whole district.
 }
button-wave-release = Release the results
wave-release-confirm = Release the results? This is done once: the bot works out what may be shown and erases the answers themselves. A release cannot be changed or computed anew.
button-wave-release-yes = Yes, release
wave-closed-by-calendar = The wave of self-diagnosis is over. Its results will be seen when you release them.
button-wave-see = Open the wave
wave-schools = Schools by the alphabet. Open one to see its profile, or why it is hidden. Where fewer than { $few } answered, levels are shown without percentages.
wave-schools-answers = Schools by the alphabet. Open one to see its answers, or why they are hidden.
button-wave-turnout = Participation by school
wave-turnout =
    <b>{ $title }</b>
    Participation by school, by the alphabet. Altogether { $sent } of { $asked } answered.
wave-turnout-school = • { $school }: { $share }
wave-turnout-share = { $asked ->
    [0] nobody was asked
   *[other] { $sent } of { $asked }
 }
wave-turnout-title = Participation by school: { $title }
wave-turnout-summary = From { $first } to { $last }. { $sent } of { $asked } answered.
wave-turnout-sent = answered
button-wave-turnout-back = Back to the wave
button-wave-school-hidden = { $words } (hidden)

error-wave-open = This survey is running in the district already. Open it in the list of waves.
error-wave-no-leaders = The district has neither heads nor deputies yet. Invite them by a link: “People and links”, then begin again.
error-wave-no-teachers = The district has no teachers yet. Invite them by link: “People and links”, then start again.
error-wave-not-closed = The wave is still under way, until { $day } inclusive. Close it first.
