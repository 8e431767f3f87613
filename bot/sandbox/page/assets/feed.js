// The chat's messages: each bubble is built from a Bot API Message and built again when that changes.

import { $, make } from "./dom.js";
import { enlarge } from "./popups.js";
import { isDeepLink, rich } from "./rich.js";
import { voice } from "./voice.js";
import { language, say } from "./words.js";

const NEAR_END = 120; // pixels from the end within which the feed stays at the end while it grows
const feed = $("#feed");
let shown = null; // the Feed on the page

new ResizeObserver(() => shown?.settle()).observe(feed); // a turned phone, a keyboard that slides in
feed.addEventListener("keydown", (event) => { if (event.key === "Escape") feed.focus(); }); // past all old buttons
$("#down").addEventListener("click", () => { shown.pinned = true; shown.settle(); feed.focus(); });

export class Feed {
  // `acts`: command(text), deepLink(url), press(message, button), bot (its username), zone.
  constructor(acts) {
    this.acts = acts;
    this.bubbles = new Map(); // message id → what stands for it: a bubble, or a part of an album's
    this.waiting = []; // presses that the bot has not answered yet
    this.pinned = true;
    shown = this;
    feed.replaceChildren();
    $("#down").hidden = true;
    let top = 0;
    feed.onscroll = () => { // only a way up lets go of the end: growth scrolls nothing
      const near = feed.scrollHeight - feed.scrollTop - feed.clientHeight < NEAR_END;
      this.pinned = near || (this.pinned && feed.scrollTop >= top);
      top = feed.scrollTop;
      $("#down").hidden = near;
    };
  }

  apply({ messages, gone }) {
    if (messages.some((message) => !message.from.is_bot)) this.pinned = true; // one's own words are seen
    for (const id of gone) this.remove(id);
    for (const message of messages.sort((one, other) => one.message_id - other.message_id)) this.put(message);
    this.settle();
  }

  remove(id) {
    const bubble = this.bubbles.get(id)?.closest(".bubble");
    this.bubbles.get(id)?.remove();
    this.bubbles.delete(id);
    if (bubble && !bubble.querySelector(".body").childElementCount) bubble.remove(); // the last of an album
  }

  put(message) {
    const [id, old] = [message.message_id, this.bubbles.get(message.message_id)];
    const album = message.media_group_id && feed.querySelector(`[data-album="${message.media_group_id}"] .album`);
    const bubble = album ? make("div", {}, ...this.media(message), this.words(message)) : this.bubble(message);
    const pressed = old?.contains(document.activeElement);
    if (old) old.replaceWith(bubble);
    else if (album) album.append(bubble);
    else this.append(message, bubble);
    this.bubbles.set(id, message.media_group_id && !album ? bubble.querySelector(".album > div") : bubble);
    if (pressed) feed.focus({ preventScroll: true }); // the button that had the focus is gone
  }

  // A client shows a button as pressed until the bot has answered.
  markPresses({ waiting }) {
    this.waiting = waiting.map(({ message, data }) => `${message} ${data}`);
    for (const button of feed.querySelectorAll("[data-press]")) this.mark(button);
  }

  mark(button) {
    if (this.waiting.includes(`${button.dataset.message} ${button.dataset.press}`)) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }

  append(message, bubble) {
    const day = this.format(message.date, { day: "numeric", month: "long", year: "numeric" });
    if (feed.dataset.day !== day || !feed.childElementCount) {
      feed.append(make("p", { className: "divider", textContent: day }));
      feed.dataset.day = day;
    }
    feed.append(bubble);
  }

  settle() {
    if (this.pinned) feed.scrollTop = feed.scrollHeight;
  }

  format(seconds, options) {
    return new Intl.DateTimeFormat(language, { timeZone: this.acts.zone, ...options }).format(seconds * 1000);
  }

  words(message) {
    const entities = message.entities ?? message.caption_entities;
    return make("div", { className: "words" }, rich(message.text ?? message.caption ?? "", entities, this.acts));
  }

  bubble(message) {
    const fromBot = message.from.is_bot;
    const time = this.format(message.date, { hour: "2-digit", minute: "2-digit" });
    const content = [...this.media(message), this.words(message)];
    const body = make("div", { className: "body" },
      make("span", { className: "hidden", textContent: `${say(fromBot ? "bot" : "you")}: ` }),
      ...(message.media_group_id ? [make("div", { className: "album" }, make("div", {}, ...content))] : content),
      make("time", { textContent: message.edit_date ? `${say("edited")} ${time}` : time }),
    );
    const buttons = (message.reply_markup?.inline_keyboard || []).map((row) =>
      make("div", { className: "row" }, ...row.map((button) => this.button(message, button))));
    const article = make("article", { className: fromBot ? "bubble bot" : "bubble mine" }, body, ...buttons);
    if (message.media_group_id) article.dataset.album = message.media_group_id;
    return article;
  }

  button(message, button) {
    if (button.url && !isDeepLink(button.url, this.acts.bot)) {
      return make("a", {
        href: button.url, target: "_blank", rel: "noopener noreferrer", textContent: `${button.text} ↗`,
      });
    }
    const element = make("button", { type: "button", textContent: button.text });
    if (button.url) {
      element.addEventListener("click", () => this.acts.deepLink(button.url));
      return element;
    }
    Object.assign(element.dataset, { press: button.callback_data, message: message.message_id });
    this.mark(element);
    element.addEventListener("click", async () => {
      element.setAttribute("aria-busy", "true"); // `markPresses` ends it
      const { ok } = await this.acts.press(message, button);
      if (!ok) this.mark(element);
    });
    return element;
  }

  broken(message) {
    const again = make("button", { type: "button", className: "broken", textContent: say("broken") });
    again.addEventListener("click", () => again.replaceWith(...this.media(message)));
    return again;
  }

  *media(message) {
    if (message.photo) {
      const size = message.photo.at(-1);
      const source = `/page/file/${size.file_id}`;
      const image = make("img", { src: source, alt: say("photo"), width: size.width, height: size.height });
      const frame = make("button", { type: "button", className: "photo" }, image);
      frame.addEventListener("click", () => enlarge(source, message.caption || say("photo")));
      image.addEventListener("load", () => this.settle());
      image.addEventListener("error", () => frame.replaceWith(this.broken(message)));
      yield frame;
    }
    if (message.voice) yield voice(message.voice);
    if (message.document) {
      const { file_id: id, file_name: name, file_size: size } = message.document;
      yield make("a", { className: "file", href: `/page/file/${id}`, download: name, title: say("download", { name }) },
        make("span", { className: "sheet", ariaHidden: "true", textContent: "↓" }),
        make("span", {}, make("b", { textContent: name }), make("small", { textContent: weight(size) })));
    }
  }
}

function weight(bytes) {
  if (bytes < 1024) return `${bytes} ${say("bytes")}`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} ${say("kilobytes")}`;
  return `${(bytes / 1024 / 1024).toFixed(1)} ${say("megabytes")}`;
}
