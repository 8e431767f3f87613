# News: what is told at once, together.
news = { $n ->
    [one] <b>{ $n } piece of news</b>
   *[other] <b>{ $n } pieces of news</b>
 }
news-piece = { $index }. { $piece }
button-news-piece = { $index } · { $label }
