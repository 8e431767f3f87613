"""Questionnaires as a district writes them."""

from __future__ import annotations

PACK = """\
code: sample
version: 2
audience: teachers
languages: [ru, en]
title: {ru: Проба, en: Sample}
scales:
  yes-no:
    - {ru: Нет, en: "No"}
    - {ru: Скорее нет, en: Rather not}
    - {ru: И так и так, en: Both}
    - {ru: Скорее да, en: Rather yes}
    - {ru: Да, en: "Yes"}
items:
  - id: first
    kind: scale
    factor: 1
    indicator: digital
    direction: positive
    scale: yes-no
    text: {ru: Техника есть, en: There is equipment}
  - id: second
    kind: one
    factor: 9
    indicator: extra-lessons
    direction: negative
    text: {ru: Ученики, en: Pupils}
    options:
      - {ru: Никто, en: Nobody}
      - {ru: Все, en: Everybody}
  - id: third
    kind: many
    show_if: {item: second, equals: 2}
    text: {ru: Что мешает, en: What hinders}
    options:
      - {ru: Время, en: Time}
      - {ru: Ничего, en: Nothing, alone: true}
  - id: grid
    kind: matrix
    scale: yes-no
    show_if: {item: first, in: [1, 2]}
    text: {ru: Есть ли, en: Is there}
    rows:
      - id: board
        text: {ru: доска, en: a board}
      - id: screen
        factor: 1
        indicator: digital
        direction: positive
        text: {ru: экран, en: a screen}
  - id: years
    kind: number
    most: 60
    text: {ru: Стаж, en: Years}
  - id: words
    kind: text
    text: {ru: Добавьте, en: Add}
"""

COUNTED = """\
code: counted
version: 1
audience: pupils
languages: [ru]
title: {ru: Ученики}
respondents: sheets
items:
  - id: sheets
    kind: number
    text: {ru: Сколько анкет}
  - id: fair
    kind: one
    factor: 7
    indicator: unfairness
    direction: positive
    text: {ru: Справедливо}
    options: [{ru: Нет}, {ru: Да}]
"""

OWN = """\
code: own
version: 1
audience: administration
languages: [ru]
title: {ru: Данные}
items:
  - id: sen
    kind: share
    factor: 4
    indicator: sen-share
    bounds: {calm: 5, risk: 25}
    text: {ru: Доля}
"""
