"""Who plays: invented people of an invented district, and how each of them behaves through the year."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.tour.player import Player

DISTRICT = "Берёзовский район"
ZONE = "Asia/Yekaterinburg"  # the admin chooses «Екатеринбург» and 08:00
MORNING_HOUR = 8
ADMIN = "Ольга Сергеевна Лапина"
COORDINATOR = "Анна Петровна Ильина"
STRANGER = "Иван Прохожий"
METHODISTS = ("Вера Павловна Зорина", "Лидия Фёдоровна Беляева")
HEADS = (
    "Мария Ивановна Белова",
    "Николай Петрович Осин",
    "Галина Юрьевна Ракитина",
    "Сергей Львович Тополев",
    "Тамара Ильинична Клёнова",
    "Борис Андреевич Вязов",
)
DEPUTIES = (
    "Пётр Алексеевич Седов",
    "Ирина Олеговна Гранина",
    "Алла Романовна Стужева",
    "Денис Ильич Полевой",
    "Нина Сергеевна Росина",
    "Олег Викторович Морозов",
)
TEACHERS = (
    "Елена Викторовна Лугова",
    "Светлана Игоревна Чайкина",
    "Роман Евгеньевич Соснин",
    "Дарья Максимовна Зимина",
    "Михаил Олегович Весенин",
    "Ксения Павловна Рябинина",
)
INVENTED_SCHOOLS = ("МБОУ «Полянская СОШ»", "МБОУ «Озёрная ООШ»", "МБОУ «Луговская СОШ»")
MOST_SCHOOLS = len(HEADS)


@dataclass(slots=True)
class School:
    name: str
    head: Player
    deputy: Player
    slow: bool  # this deputy reports only when the reminder says «просрочено»


@dataclass(slots=True)
class Cast:
    admin: Player
    coordinator: Player
    stranger: Player
    schools: list[School] = field(default_factory=list)
    teachers: list[Player] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    methodists: list[Player] = field(default_factory=list)
