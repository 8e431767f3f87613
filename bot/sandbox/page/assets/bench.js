// What no messenger has: the clock, the journal of calls, the switches of a bad day.

import { $, make } from "./dom.js";
import { act } from "./sandbox.js";
import { language, say } from "./words.js";

const SWITCHES = ["slow", "pictures", "busy"];
const CALLS_KEPT = 300;
let zone = "UTC";

export function setUpBench() {
  $("#drawer h2").textContent = say("bench");
  $("#drawer h3").textContent = say("journal");
  $("#open-bench").textContent = say("bench");
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
    weekday: "short", day: "numeric", month: "long", year: "numeric",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone,
  };
  $("#now time").textContent = new Intl.DateTimeFormat(language, format).format(new Date(stage.now));
  $("#now time").dateTime = stage.now;
  for (const input of document.querySelectorAll("#switches input")) input.checked = stage.on.includes(input.value);
  const shown = stage.controls.join();
  if ($("#controls").dataset.shown !== shown) {
    $("#controls").dataset.shown = shown;
    $("#controls").replaceChildren(...stage.controls.map((name) =>
      make("button", { type: "button", className: name, textContent: say(name), onclick: () => control(name) })));
  }
  $("main").inert = !stage.ready; // an act would get in the way of those who set the stage
  curtain(stage.ready ? "" : say("preparing"));
}

async function control(name) {
  if (name === "reset" && !confirm(say("resetSure"))) return;
  const buttons = [...$("#controls").children];
  buttons.forEach((button) => { button.disabled = true; });
  $("#now").setAttribute("aria-busy", "true");
  await act("/page/control", { do: name });
  $("#now").removeAttribute("aria-busy");
  buttons.forEach((button) => { button.disabled = false; });
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
