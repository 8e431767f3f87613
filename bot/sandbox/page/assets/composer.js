// The lower edge of a chat: typing, commands with «/» completion, files by button and by drop, reply keyboard.

import { $, make } from "./dom.js";
import { say } from "./words.js";

const LONGEST = 4096; // UTF-16 units in a message
const [form, words, list, menu] = [$("#composer"), $("#words"), $("#commands"), $("#menu")];

// `acts`: write(text), sendFile(file, caption), unblock().
export class Composer {
  constructor(acts) {
    this.acts = acts;
    this.commands = [];
    this.chosen = 0;
    this.blocked = false;
    form.addEventListener("submit", (event) => this.submit(event));
    words.addEventListener("input", () => this.complete());
    words.addEventListener("keydown", (event) => this.key(event));
    menu.addEventListener("click", () => this.list(list.hidden ? this.commands : []));
    $("#attach").addEventListener("click", () => $("#file").click());
    $("#file").addEventListener("change", () => this.files($("#file").files));
    this.takeDrops($("#chat"));
  }

  dock({ keyboard, commands, typing, blocked, started }) {
    this.commands = commands;
    this.blocked = blocked;
    menu.hidden = !commands.length || blocked;
    for (const part of [words, $("#attach"), $("#send")]) part.hidden = blocked || !started;
    $("#start")?.remove();
    if (blocked || !started) {
      const [label, act] = blocked ? [say("unblock"), this.acts.unblock] : [say("start"), () => this.acts.write("/start")];
      form.append(make("button", { type: "button", id: "start", textContent: label, onclick: act }));
    }
    const doing = { upload_photo: "sendingPhoto", upload_document: "sendingFile" }[typing] || "typing";
    $("#typing").textContent = typing ? say(doing) : "";
    $("#keyboard").hidden = !keyboard.length;
    $("#keyboard").replaceChildren(...keyboard.map((row) => make("div", { className: "row" },
      ...row.map((text) => make("button", { type: "button", textContent: text, onclick: () => this.acts.write(text) })))));
    this.list([]);
  }

  async submit(event) {
    event.preventDefault();
    let text = words.value.trim();
    words.value = "";
    this.complete();
    while (text) { // a client sends a long text as several messages
      const { ok } = await this.acts.write(text.slice(0, LONGEST));
      if (!ok) break;
      text = text.slice(LONGEST).trim();
    }
    if (!text || words.value) return;
    words.value = text; // what was not sent is not lost
    this.complete();
  }

  complete() {
    words.style.height = "auto";
    words.style.height = `${Math.min(words.scrollHeight, 160)}px`;
    const typed = /^\/(\w*)$/.exec(words.value);
    this.list(typed ? this.commands.filter(({ command }) => command.startsWith(typed[1])) : []);
  }

  list(shown) {
    this.chosen = 0;
    list.hidden = !shown.length;
    menu.setAttribute("aria-expanded", String(!list.hidden));
    list.replaceChildren(...shown.map(({ command, description }, n) => make("li", {
      role: "option", id: `command${n}`, onclick: () => this.take(`/${command}`),
    }, make("b", { textContent: `/${command}` }), ` ${description}`)));
    this.mark();
  }

  mark() {
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === this.chosen)));
    if (list.hidden) words.removeAttribute("aria-activedescendant");
    else words.setAttribute("aria-activedescendant", `command${this.chosen}`);
  }

  take(command) {
    words.value = "";
    this.complete();
    words.focus();
    this.acts.write(command);
  }

  key(event) {
    const size = list.children.length;
    if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.chosen = (this.chosen + (event.key === "ArrowDown" ? 1 : size - 1)) % size;
      this.mark();
    } else if (event.key === "Escape") {
      this.list([]);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (list.hidden) form.requestSubmit();
      else list.children[this.chosen].click();
    }
  }

  async files(files) {
    const caption = words.value.trim();
    const chosen = [...files];
    $("#file").value = "";
    words.value = "";
    for (const [n, file] of chosen.entries()) await this.acts.sendFile(file, n ? "" : caption);
  }

  takeDrops(area) {
    area.addEventListener("dragover", (event) => {
      event.preventDefault();
      $("#drop").hidden = this.blocked;
    });
    area.addEventListener("dragleave", (event) => {
      if (!area.contains(event.relatedTarget)) $("#drop").hidden = true;
    });
    area.addEventListener("drop", (event) => {
      event.preventDefault();
      $("#drop").hidden = true;
      if (!this.blocked) this.files(event.dataTransfer.files);
    });
  }
}
