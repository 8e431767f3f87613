# Coming in by a link.
join-invited = You are invited to Vekhi as: <b>{ $role }</b>.
join-consent =
    <b>Consent to data processing</b>
    The bot keeps your name, role, place of work and Telegram account number in order to send tasks and reminders. The data stay on the district's server and are given to nobody. Survey answers are kept apart and without a name.
    You may withdraw this consent at any time by writing to the coordinator.
join-confirm =
    Please check:
    
    <b>{ $name }</b>
    { $role }
join-ask-name = Write your full name in one line: this is how colleagues will see you.
join-declined = All right, nothing was kept. Should you change your mind, open the link again.
button-agree = I agree
button-decline = I do not agree
button-all-right = All is right
button-change-name = Change the name
error-invite-used = This link has been used or has expired. Ask whoever sent it for a new one.
