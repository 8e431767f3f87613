// The page: one person's chat is open at a time; the stream of events says what everybody sees.

import { curtain, setUpBench, showCalls, showStage } from "./bench.js";
import { Composer } from "./composer.js";
import { $ } from "./dom.js";
import { Feed } from "./feed.js";
import { light, setUpGuide, showGuide } from "./guide.js";
import { showPeople } from "./people.js";
import { alertBox, askWhoOpens, toast } from "./popups.js";
import { act, sendFile, watch, write } from "./sandbox.js";
import { language, say, switchLanguage } from "./words.js";

const EVENTS = ["stage", "people", "dock", "chat", "presses", "toast", "calls", "guide"];
const WIDE = matchMedia("(min-width: 700px)");
const page = { person: 0, people: [], stage: null, stream: null, feed: null, open };

const acts = {
  write: (text) => write(page.person, text),
  sendFile: (file, caption) => sendFile(page.person, file, caption),
  unblock: () => act("/page/block", { person: page.person, blocked: false }),
};
const composer = new Composer(acts);

function freshFeed() {
  return new Feed({
    command: acts.write,
    press: (message, button) => act("/sandbox/press", {
      person: page.person, message_id: message.message_id, data: button.callback_data, wait: false,
    }),
    deepLink: openLink,
    get bot() { return page.stage?.bot; },
    get zone() { return page.stage?.zone; },
  });
}

async function openLink(url) {
  const who = await askWhoOpens(url, page.people);
  if (who === null) return;
  let id = who;
  if (typeof who === "string") {
    const created = await act("/sandbox/people", { name: who, language });
    if (!created.ok) return;
    id = created.id;
  }
  await write(id, `/start ${new URL(url.replace(/^t\.me/i, "https://t.me")).searchParams.get("start")}`);
  open(id);
}

function open(person) {
  page.person = person;
  $("#chat").hidden = !person;
  $("#nobody").hidden = Boolean(person);
  document.body.dataset.view = person ? "chat" : "people";
  history.replaceState(null, "", person ? `#${person}` : location.pathname);
  connect();
  if (person && WIDE.matches) $("#words").focus();
  if (!person) $("#people button")?.focus();
}

function connect() {
  page.stream?.close();
  page.feed = freshFeed();
  page.stream = watch(page.person, EVENTS, told);
}

const REACTIONS = {
  open: () => { // a new connection tells everything anew
    page.feed = freshFeed();
    $("#calls").replaceChildren();
    curtain("");
  },
  lost: () => curtain(say("lost")),
  stage: (stage) => { page.stage = stage; showStage(stage); },
  people: (people) => { page.people = people; showPeople(people, page.person, open); named(); },
  dock: (dock) => { composer.dock(dock); showBlock(dock); },
  chat: (news) => page.feed.apply(news),
  presses: (presses) => page.feed.markPresses(presses),
  guide: showGuide,
  toast: ({ text, alert }) => (alert ? alertBox(text) : toast(text)),
  calls: (calls) => showCalls(calls, page.people),
};

function told(name, value) {
  REACTIONS[name](value);
  light();
}

function named() {
  const person = page.people.find(({ id }) => id === page.person);
  $("#who").textContent = person?.name || "";
  $("#note").textContent = person?.note || "";
}

function showBlock({ blocked }) {
  const button = $("#block");
  button.hidden = blocked;
  button.onclick = () => act("/page/block", { person: page.person, blocked: true });
}

function setUp() {
  document.documentElement.lang = language;
  document.title = say("title");
  for (const [selector, key] of [
    ["#people h2", "people"], ["#nobody", "nobody"], ["#language", "other"], ["#attach .label", "attach"],
    ["#drop", "drop"], ["#block", "block"],
  ]) $(selector).textContent = say(key);
  for (const [selector, key] of [
    ["#back", "back"], ["#menu", "menu"], ["#words", "write"], ["#send", "send"], ["#commands", "menu"],
    ["#picture button", "close"], ["#attach", "attachTitle"], ["#down", "down"],
  ]) $(selector).ariaLabel = say(key);
  $("#words").placeholder = say("write");
  $("#attach").title = say("attachTitle");
  $("#block").title = say("blockTitle");
  $("#language").title = say("otherTitle");
  $("#language").lang = language === "ru" ? "en" : "ru";
  $("#language").addEventListener("click", switchLanguage);
  $("#back").addEventListener("click", () => open(0));
  setUpBench(page);
  setUpGuide(page);
  open(Number(location.hash.slice(1)) || 0);
}

setUp();
