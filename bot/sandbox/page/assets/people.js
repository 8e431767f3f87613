// The list of personas: who, what was said last, how much is unread.

import { $, make } from "./dom.js";
import { say } from "./words.js";

const HUES = 8; // colours of the round signs, in page.css

export function showPeople(people, current, open) {
  const focused = document.activeElement?.dataset?.person;
  $("#people ul").replaceChildren(...people.map((person) => make("li", {}, line(person, current, open))));
  const buttons = [...$("#people ul").querySelectorAll("button")];
  const stop = buttons.find((button) => button.dataset.person === (focused || String(current))) || buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1; // one stop for the key Tab
  if (focused) stop.focus();
}

$("#people ul").addEventListener("keydown", (event) => {
  const buttons = [...$("#people ul").querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const next = buttons[Math.min(Math.max(to, 0), buttons.length - 1)];
  buttons[at].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});

function line(person, current, open) {
  const initials = person.name.split(" ").slice(0, 2).map((part) => part[0] || "").join("");
  const about = make("span", { className: "about" },
    make("b", { textContent: person.name }),
    make("small", { className: "note", textContent: person.note }),
    make("small", { className: "last", textContent: person.last || ({ photo: say("picture"), voice: say("voice") }[person.media] ?? "") }));
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
