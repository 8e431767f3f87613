# Прогресс плана.
progress-none = { $place }: задач пока нет. Прогресс появится, когда координатор утвердит план.
progress-none-school = { $place }: задач для школы пока нет. Они появятся, когда координатор утвердит план.
progress-title = <b>Прогресс. { $place }</b>
progress-chart-title = Прогресс. { $place }
progress-total = Выполнено { $done }.
progress-rest = Остальное: { $counts }.
progress-done = { $done } из { $total } ({ $percent } %)
progress-count-reported = на проверке { $n }
progress-count-open = в работе { $n }
progress-count-overdue = просрочено { $n }
progress-count-planned = впереди { $n }
progress-count-waiting = ждут даты { $n }
progress-heading = <b>{ $heading }</b>
progress-sections = По разделам
progress-schools = По школам
progress-organisations = Район и организации
progress-no-section = Вне разделов
progress-coordinator = Координатор района
progress-row = • { $name }: выполнено { $done }
progress-note = { $done } из { $total }

status-done = выполнено
status-reported = на проверке
status-open = в работе
status-overdue = просрочено
status-planned = впереди
status-waiting = ждёт даты
