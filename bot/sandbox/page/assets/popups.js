// Toasts, boxes that have to be closed, pictures in full size.

import { $, make } from "./dom.js";
import { say } from "./words.js";

const FADES_AFTER = 4000; // milliseconds

export function toast(text) {
  const shown = make("p", { textContent: text });
  $("#toasts").append(shown);
  setTimeout(() => shown.remove(), FADES_AFTER);
}

export function alertBox(text) {
  $("#alert p").textContent = text;
  $("#alert button").textContent = say("fine");
  $("#alert").showModal();
}

export function enlarge(source, description) {
  const picture = $("#picture img");
  picture.src = source;
  picture.alt = description;
  $("#picture").showModal();
}

$("#picture").addEventListener("click", () => $("#picture").close());

// Who opens a deep link: a newcomer, most likely, or somebody we know. Resolves to a person's id or name, or null.
export function askWhoOpens(url, people) {
  const dialog = $("#link");
  const [select, name] = [dialog.querySelector("select"), dialog.querySelector("input")];
  dialog.querySelector("h2").textContent = say("link");
  dialog.querySelector("p").textContent = url;
  const [whoLabel, nameLabel] = dialog.querySelectorAll("label span");
  whoLabel.textContent = say("linkWho");
  nameLabel.textContent = say("strangerName");
  const [cancel, open] = dialog.querySelectorAll("button");
  cancel.textContent = say("cancel");
  open.textContent = say("open");
  const known = people.map((person) => make("option", { value: person.id, textContent: person.name }));
  select.replaceChildren(make("option", { value: "", textContent: say("stranger") }), ...known);
  select.value = "";
  const adjust = () => {
    nameLabel.parentElement.hidden = select.value !== "";
    name.required = select.value === "";
  };
  select.onchange = adjust;
  name.value = "";
  adjust();
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      const chosen = select.value ? Number(select.value) : name.value.trim();
      resolve(dialog.returnValue === "open" && chosen ? chosen : null);
    };
  });
}
