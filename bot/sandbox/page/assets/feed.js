// The chat's messages: each bubble is built from a Bot API Message and built again when that changes.

import { $, make } from "./dom.js";
import { enlarge } from "./popups.js";
import { isDeepLink, rich } from "./rich.js";
import { language, say } from "./words.js";

const NEAR_END = 120; // pixels from the end within which the feed stays at the end while it grows
const feed = $("#feed");

export class Feed {
  // `acts`: command(text), deepLink(url), press(message, button), bot (its username), zone.
  constructor(acts) {
    this.acts = acts;
    this.bubbles = new Map();
    this.pinned = true;
    feed.replaceChildren();
    let top = 0;
    feed.onscroll = () => { // only a way up lets go of the end: growth scrolls nothing
      const near = feed.scrollHeight - feed.scrollTop - feed.clientHeight < NEAR_END;
      this.pinned = near || (this.pinned && feed.scrollTop >= top);
      top = feed.scrollTop;
    };
  }

  apply({ messages, gone }) {
    if (messages.some((message) => !message.from.is_bot)) this.pinned = true; // one's own words are seen
    for (const id of gone) this.remove(id);
    for (const message of messages.sort((one, other) => one.message_id - other.message_id)) this.put(message);
    this.settle();
  }

  remove(id) {
    this.bubbles.get(id)?.remove();
    this.bubbles.delete(id);
  }

  put(message) {
    const [id, bubble] = [message.message_id, this.bubble(message)];
    const old = this.bubbles.get(id);
    const pressed = old?.contains(document.activeElement);
    if (old) old.replaceWith(bubble);
    else this.append(message, bubble);
    this.bubbles.set(id, bubble);
    if (pressed) feed.focus({ preventScroll: true }); // the button that had the focus is gone
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

  bubble(message) {
    const fromBot = message.from.is_bot;
    const words = rich(
      message.text ?? message.caption ?? "", message.entities ?? message.caption_entities, this.acts,
    );
    const time = this.format(message.date, { hour: "2-digit", minute: "2-digit" });
    const body = make("div", { className: "body" },
      make("span", { className: "hidden", textContent: `${say(fromBot ? "bot" : "you")}: ` }),
      ...this.media(message),
      make("div", { className: "words" }, words),
      make("time", { textContent: message.edit_date ? `${say("edited")} ${time}` : time }),
    );
    const buttons = (message.reply_markup?.inline_keyboard || []).map((row) =>
      make("div", { className: "row" }, ...row.map((button) => this.button(message, button))));
    return make("article", { className: fromBot ? "bubble bot" : "bubble mine" }, body, ...buttons);
  }

  button(message, button) {
    if (button.url && !isDeepLink(button.url, this.acts.bot)) {
      return make("a", {
        href: button.url, target: "_blank", rel: "noopener noreferrer", textContent: `${button.text} ↗`,
      });
    }
    const element = make("button", { type: "button", textContent: button.text });
    element.addEventListener("click", async () => {
      element.setAttribute("aria-busy", "true");
      await (button.url ? this.acts.deepLink(button.url) : this.acts.press(message, button));
      element.removeAttribute("aria-busy");
    });
    return element;
  }

  *media(message) {
    if (message.photo) {
      const size = message.photo.at(-1);
      const source = `/page/file/${size.file_id}`;
      const image = make("img", { src: source, alt: say("photo"), width: size.width, height: size.height });
      const frame = make("button", { type: "button", className: "photo" }, image);
      frame.addEventListener("click", () => enlarge(source, message.caption || say("photo")));
      image.addEventListener("load", () => this.settle());
      image.addEventListener("error", () => frame.replaceWith(make("p", { className: "broken", textContent: say("broken") })));
      yield frame;
    }
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
