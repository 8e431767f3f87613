// The guided tour: one sentence on what to do next, and a light on where to press. The server ticks it off.

import { $, make } from "./dom.js";
import { act, sendFile } from "./sandbox.js";
import { language, say } from "./words.js";

const LOOKED_BACK = 6; // newest messages in which the next button is looked for
const FOLDED = "guide-folded";
const MARKS = { done: "✓", skipped: "–" };
let told = { steps: [], sample: "" };

// `page` has `person` (whose chat is open), `people` and `open(person)`.
let page = null;

export function setUpGuide(of) {
  page = of;
  for (const [selector, key] of [
    ["#guide h2", "guide"], ["#open-guide .label", "guide"], ["#skip", "skip"], ["#again", "again"],
    ["#save-sample", "saveSample"],
  ]) $(selector).textContent = say(key);
  $("#fold-guide").ariaLabel = say("close");
  $("#open-guide").addEventListener("click", () => fold(!$("#guide").hidden));
  $("#fold-guide").addEventListener("click", () => { fold(true); $("#open-guide").focus(); });
  $("#skip").addEventListener("click", () => act("/page/guide", { do: "skip", step: current().id }));
  $("#again").addEventListener("click", () => act("/page/guide", { do: "again" }));
  $("#go").addEventListener("click", go);
}

export function showGuide(guide) {
  const before = current()?.id;
  told = guide;
  $("#open-guide").hidden = false;
  $("#guide ol").replaceChildren(...told.steps.map((step, n) => {
    const state = step === current() ? "current" : step.state;
    const item = make("li", { className: state, title: step.title[language] },
      make("span", { className: "mark", ariaHidden: "true", textContent: MARKS[step.state] || n + 1 }),
      make("span", { className: "title", textContent: step.title[language] }),
      make("span", { className: "hidden", textContent: step.state === "open" ? "" : ` (${say(step.state)})` }));
    if (state === "current") item.setAttribute("aria-current", "step");
    return item;
  }));
  $("#task").textContent = current()?.words[language] || say("guideOver");
  $("#skip").hidden = !current();
  $("#save-sample").download = told.sample;
  fold(localStorage.getItem(FOLDED) === "yes");
  if (current()?.id !== before) $(`#people [data-person="${current()?.person}"]`)?.scrollIntoView({ block: "nearest" });
}

// Called after anything on the page has changed: the button to press may be a new one.
export function light() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const step = $("#guide").hidden ? null : current();
  const here = step?.person === page?.person;
  const sample = step?.lights[0] === "sample";
  $("#save-sample").hidden = !sample;
  $("#go").hidden = !step || (here && !sample);
  if (!step) return;
  const name = page.people.find(({ id }) => id === step.person)?.name || "";
  $("#go").textContent = here ? say("sendSample") : say("openChat", { name });
  const lit = here ? target(step.lights) : [$(`#people [data-person="${step.person}"]`), $("#go")];
  for (const element of lit) element?.classList.add("lit");
}

function current() {
  return told.steps.find((step) => step.state === "open");
}

function fold(folded) {
  localStorage.setItem(FOLDED, folded ? "yes" : "no");
  $("#guide").hidden = folded;
  $("#open-guide").setAttribute("aria-expanded", String(!folded));
  light();
}

function target(lights) {
  const routes = lights.filter((name) => name.startsWith("press:")).map((name) => name.slice(6));
  const [control] = lights.filter((name) => name.startsWith("control:")).map((name) => name.slice(8));
  if (lights[0] === "sample") return [$("#go"), $("#attach")];
  if (control) return [$(`#controls .${control}`)];
  for (const bubble of [...document.querySelectorAll("#feed .bubble")].slice(-LOOKED_BACK).reverse()) {
    for (const route of routes) {
      const found = [...bubble.querySelectorAll("[data-press]")].filter(
        (button) => button.dataset.press.split(":")[0] === route,
      );
      if (found.length) return found;
    }
  }
  return [$(lights.includes("menu") ? "#menu" : "#go")];
}

async function go() {
  const step = current();
  if (step.person !== page.person) {
    page.open(step.person);
    return;
  }
  const file = await (await fetch("/page/sample")).blob();
  await sendFile(step.person, new File([file], told.sample), "");
}
