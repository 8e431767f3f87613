# Новости: то, о чём сообщается сразу, вместе.
news = { $n ->
    [one] <b>{ $n } новость</b>
    [few] <b>{ $n } новости</b>
   *[many] <b>{ $n } новостей</b>
 }
news-piece = { $index }. { $piece }
button-news-piece = { $index } · { $label }
