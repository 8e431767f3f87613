# The forms of a district's papers.
button-templates = Templates
button-template-get = Download the template
button-template-send = Send your own
button-template-ours = Go back to our template
templates = <b>Templates of papers</b>
    Any template can be downloaded, changed in Word and sent back: words, type, columns, order. The bot puts facts in place of the names in double braces.
templates-own = • { $paper }: your template
template-own = { $paper }: papers are made by your template.
template-ours-now = { $paper }: papers are made by our template.
template-downloaded = Template: { $paper }. Change it in Word and send it here; leave the words in double braces as they are, or take them out whole.
template-send = Send a Word file (DOCX) with the template: { $paper }. I check it with a sample at once.
template-taken = Done: { $paper } is now made by your template.
template-file-name = Template { $paper }
error-template-word = The template has the word «{ $word }», which the bot does not know. Correct it by the downloaded template and send the file again.
error-template-syntax = The template has a mistake in its braces: { $word }. Check the places with double braces and percent signs and send the file again.
error-template-macros = The file has macros or embedded objects; the bot takes no such template. Save the document as DOCX without them.
error-template-large = The file is larger than 2 MB. Make the pictures in the template smaller and send it again.
error-template-broken = This is no Word document. Save the template as DOCX and send it as a file.
