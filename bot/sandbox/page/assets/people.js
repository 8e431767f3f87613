// The list of personas: who, what was said last, how much is unread.

import { $, make } from "./dom.js";
import { say } from "./words.js";

const HUES = 8; // colours of the round signs, in page.css

export function showPeople(people, current, open) {
  const focused = document.activeElement?.dataset?.person;
  $("#people ul").replaceChildren(...people.map((person) => make("li", {}, line(person, current, open))));
  if (focused) $(`#people [data-person="${focused}"]`)?.focus();
}

function line(person, current, open) {
  const initials = person.name.split(" ").slice(0, 2).map((part) => part[0] || "").join("");
  const about = make("span", { className: "about" },
    make("b", { textContent: person.name }),
    make("small", { className: "note", textContent: person.note }),
    make("small", { className: "last", textContent: person.last || (person.photo ? say("picture") : "") }));
  const button = make("button", { type: "button", onclick: () => open(person.id) },
    make("span", { className: `sign hue${person.id % HUES}`, ariaHidden: "true", textContent: initials }), about);
  button.dataset.person = person.id;
  if (person.id === current) button.setAttribute("aria-current", "true");
  if (person.unread && person.id !== current) {
    const count = say("unread", { count: person.unread });
    button.append(make("span", { className: "unread", title: count },
      make("span", { ariaHidden: "true", textContent: person.unread }),
      make("span", { className: "hidden", textContent: count })));
  }
  return button;
}
