# Search in a plan.
search-ask = What is to be found in the plan? Write a number («2.3») or words of the row in any form.
search-found = { $n ->
    [one] <b>«{ $words }»</b>: { $n } row found. To search on, just write something else.
   *[other] <b>«{ $words }»</b>: { $n } rows found. To search on, just write something else.
 }
search-nothing = Nothing was found for «{ $words }». Try one word or the number of a row.
error-search-words = Write the number of a row or some words, at most { $max } characters.
button-search = Find a row
button-found = Back to what was found
