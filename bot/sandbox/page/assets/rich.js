// Formatted text: plain text and entities (offsets in UTF-16, as in JavaScript) become elements.

import { make } from "./dom.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

// `taps` has what a press on a command and on a link to the bot does: {command(text), deepLink(url), bot}.
export function rich(text, entities, taps) {
  const fragment = document.createDocumentFragment();
  fill(fragment, text, 0, text.length, [...(entities || [])], taps);
  return fragment;
}

// Entities come outer first and lie wholly inside each other; the server has seen to that.
function fill(parent, text, begin, end, entities, taps) {
  let at = begin;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const stop = Math.min(entity.offset + entity.length, end);
    parent.append(text.slice(at, entity.offset));
    const element = elementOf(entity, text.slice(entity.offset, stop), taps);
    fill(element, text, entity.offset, stop, entities, taps);
    parent.append(element);
    at = stop;
  }
  parent.append(text.slice(at, end));
}

function elementOf(entity, words, taps) {
  switch (entity.type) {
    case "text_link": return link(entity.url, taps);
    case "url": return link(words, taps);
    case "bot_command":
      return make("button", { type: "button", className: "link", onclick: () => taps.command(words) });
    case "spoiler":
      return make("span", { className: "spoiler", tabIndex: 0, role: "button", onclick: uncover, onkeydown: uncover });
    default: return make(TAGS[entity.type] || "span");
  }
}

function uncover(event) {
  if (event.type === "click" || event.key === "Enter" || event.key === " ") event.currentTarget.classList.add("open");
}

export function isDeepLink(url, bot) {
  const found = /^(?:https?:\/\/)?t\.me\/(\w+)\?start=[\w-]{1,64}$/i.exec(url);
  return found !== null && found[1].toLowerCase() === (bot || "").toLowerCase();
}

function link(url, taps) {
  if (isDeepLink(url, taps.bot)) {
    return make("button", { type: "button", className: "link", onclick: () => taps.deepLink(url) });
  }
  if (!/^https?:\/\//i.test(url)) return make("span");
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
}
