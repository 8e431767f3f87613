# A school's anti-risk programme.
button-programme = Programme (DOCX)
programme = { $n ->
    [one] Anti-risk programme: { $n } factor of high or medium risk.
   *[other] Anti-risk programme: { $n } factors of high or medium risk.
 } { $gaps ->
    [0] Each has activities.
   *[other] Without activities: { $gaps }. Add some, and the programme is made anew.
 }
programme-level = { $level }, { $detail }
programme-official = The official profile: { $level }.
programme-agreed = The school's team agreed on: { $level }.
programme-own = school
programme-district = district
error-programme-no-profile = The programme is made of the risk profile, and there is none yet. It appears when the results of the self-diagnosis are released.
error-programme-no-risk = No factor of the profile is of high or medium risk, so no programme is needed.
