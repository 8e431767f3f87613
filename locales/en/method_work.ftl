# Method work: one entry.
method-work = <b>Method work</b>
method-practices = • Bank of practices: what helped other schools.
button-method-work = Method work
button-method-work-of = Method work: { $place }
method-consultations = • Consultations: the schedule and your seat.
method-partners = • Partner schools: who helps whom, and until when.
method-meetings = • Meetings: agenda, decisions, protocol.
