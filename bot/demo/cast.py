"""Who lives in the demo beside the people of the tour, and who is who on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.tour.cast import Cast

NEIGHBOURING_DISTRICT = "Заозёрный район"
NEIGHBOUR = "Степан Аркадьевич Рогов"
CURATORS = ("Зинаида Марковна Ольшанская", "Виктор Степанович Липин")
MORE_TEACHERS = (  # by school, from the second on
    ("Анастасия Юрьевна Калинина", "Игорь Дмитриевич Кедров", "Наталья Борисовна Ивушкина"),
    ("Людмила Павловна Ясенева", "Артём Сергеевич Грабов", "Вероника Олеговна Малинина"),
    ("Татьяна Андреевна Черёмухина", "Павел Ильич Дубравин", "Юлия Романовна Осокина"),
    ("Екатерина Львовна Рощина", "Максим Егорович Ельников", "Раиса Фёдоровна Смородина"),
    ("Валентина Ивановна Полевая", "Кирилл Антонович Боровой"),
)


def notes(cast: Cast, teachers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A name and who that is: one of each kind first, then everybody else. ``teachers``: name → school."""
    first, *schools = cast.schools
    yield cast.coordinator.name, "координатор района"
    yield first.head.name, f"директор, {first.name}"
    yield first.deputy.name, f"заместитель, {first.name}"
    for teacher in cast.teachers[:2]:
        yield teacher.name, f"учитель, {first.name}"
    yield CURATORS[0], f"куратор, {first.name}"
    yield NEIGHBOUR, "координатор соседнего района, плана ещё нет"
    yield cast.admin.name, "администратор бота"
    yield cast.stranger.name, "посторонний"
    for name, body in zip([player.name for player in cast.methodists], cast.organisations, strict=True):
        yield name, f"методист, {body}"
    for school in schools:
        yield school.head.name, f"директор, {school.name}"
        yield school.deputy.name, f"заместитель, {school.name}"
    for name in CURATORS[1:]:
        yield name, f"куратор, {first.name}"
    for teacher in cast.teachers[2:]:
        yield teacher.name, f"учитель, {first.name}"
    for name, school_name in teachers.items():
        yield name, f"учитель, {school_name}"
