// What no messenger has: the clock, the journal of calls, the switches of a bad day.

import { $, make } from "./dom.js";
import { act } from "./sandbox.js";
import { language, say } from "./words.js";

const SWITCHES = ["slow", "pictures", "busy"];
const CALLS_KEPT = 300;
const SHORT = { day: "dayShort", week: "weekShort", next: "nextShort" }; // on a phone
const SPEEDS = [["×1", 1600], ["×3", 500], ["×10", 0]]; // milliseconds between two mornings
let zone = "UTC";
let playing = null; // the run under way
let page = null;

// `of` has `person`: whose chat is open.
export function setUpBench(of) {
  page = of;
  $("#drawer h2").textContent = say("bench");
  $("#drawer h3").textContent = say("journal");
  $("#open-bench .label").textContent = say("benchShort");
  $("#open-bench").title = say("bench");
  $("#close-bench").ariaLabel = say("close");
  $("#controls").ariaLabel = say("clock");
  $("#switches legend").textContent = say("faults");
  $(".calls").ariaLabel = say("journal");
  ["time", "method", "to", "outcome"].forEach((key, n) => { $("#drawer thead tr").children[n].textContent = say(key); });
  $("#switches").append(...SWITCHES.map((name) => make("label", {},
    make("input", { type: "checkbox", value: name, onchange: turn }), ` ${say(name)}`)));
  $("#open-bench").addEventListener("click", () => toggle($("#drawer").hidden));
  $("#close-bench").addEventListener("click", () => toggle(false));
  $("#drawer").addEventListener("keydown", (event) => { if (event.key === "Escape") toggle(false); });
}

function toggle(open) {
  $("#drawer").hidden = !open;
  $("#open-bench").setAttribute("aria-expanded", String(open));
  $(open ? "#close-bench" : "#open-bench").focus();
}

function turn() {
  const on = [...document.querySelectorAll("#switches input:checked")].map((input) => input.value);
  act("/page/switches", { on });
}

export function showStage(stage) {
  zone = stage.zone;
  const format = {
    weekday: "short", day: "numeric", month: "short", year: "numeric",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone,
  };
  $("#now time").textContent = new Intl.DateTimeFormat(language, format).format(new Date(stage.now));
  $("#now time").dateTime = stage.now;
  for (const input of document.querySelectorAll("#switches input")) input.checked = stage.on.includes(input.value);
  const shown = stage.controls.join();
  if ($("#controls").dataset.shown !== shown) {
    $("#controls").dataset.shown = shown;
    $("#controls").replaceChildren(...stage.controls.flatMap(controls));
  }
  $("main").inert = !stage.ready; // an act would get in the way of those who set the stage
  curtain(stage.ready ? "" : say("preparing"));
}

function controls(name) {
  if (name !== "play") {
    const button = make("button", { type: "button", className: name, textContent: say(name), onclick: () => control(name) });
    if (SHORT[name]) button.dataset.short = say(SHORT[name]);
    return [button];
  }
  const speeds = SPEEDS.map(([label, pause]) => make("option", { value: pause, textContent: label }));
  const button = make("button", { type: "button", className: name, onclick: play });
  showPlay(button, false);
  return [button, make("select", { id: "speed", ariaLabel: say("speed") }, ...speeds)];
}

async function control(name) {
  if (name === "reset" && !confirm(say("resetSure"))) return;
  if (playing) play(); // ends it
  const buttons = [...$("#controls").querySelectorAll("button")];
  buttons.forEach((button) => { button.disabled = true; });
  await pass(name);
  buttons.forEach((button) => { button.disabled = false; });
}

async function pass(name) {
  $("#now").setAttribute("aria-busy", "true");
  const answer = await act("/page/control", { do: name });
  $("#now").removeAttribute("aria-busy");
  return answer;
}

// Morning after morning, until the person whose chat is open (or anybody, when none is) gets a message.
async function play() {
  const run = playing ? null : {};
  playing = run;
  showPlay($("#controls .play"), Boolean(run));
  while (run && playing === run) {
    const { ok, came } = await pass("play");
    if (!ok || (page.person ? came.includes(page.person) : came.length)) break;
    await new Promise((resolve) => { setTimeout(resolve, Number($("#speed").value)); });
  }
  if (playing !== run) return; // stopped by a press
  playing = null;
  showPlay($("#controls .play"), false);
}

function showPlay(button, on) {
  button.textContent = on ? "❚❚" : "▶";
  button.ariaLabel = button.title = say(on ? "pause" : "play");
}

export function curtain(words) {
  $("#curtain").hidden = !words;
  $("#curtain").textContent = words;
}

export function showCalls(calls, people) {
  const names = new Map(people.map((person) => [String(person.id), person.name]));
  const time = new Intl.DateTimeFormat(language, {
    day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: zone,
  });
  const rows = calls.map((call) => make("tr", { className: call.outcome === "ok" ? "" : "failed" },
    make("td", { textContent: time.format(new Date(call.at)) }),
    make("td", { textContent: call.method }),
    make("td", { textContent: names.get(call.chat_id) || call.chat_id }),
    make("td", { textContent: call.outcome })));
  $("#calls").prepend(...rows.reverse());
  while ($("#calls").childElementCount > CALLS_KEPT) $("#calls").lastElementChild.remove();
}
