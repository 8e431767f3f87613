// A voice message as clients show it: a button, how far it is, and how long.

import { make } from "./dom.js";
import { say } from "./words.js";

export function voice({ file_id: id, duration }) {
  const source = `/page/file/${id}`;
  const sound = make("audio", { src: source, preload: "none" });
  const time = make("small", { textContent: clock(duration) });
  const way = make("progress", { max: Math.max(duration, 1), value: 0, ariaHidden: "true" });
  const button = make("button", { type: "button", className: "sheet" });
  const mark = () => {
    button.textContent = sound.paused ? "▶" : "❚❚";
    button.ariaLabel = say(sound.paused ? "listen" : "pauseVoice", { time: clock(duration) });
  };
  const save = () => button.replaceWith(make("a", {
    className: "sheet", href: source, download: "voice.ogg", textContent: "↓", ariaLabel: say("download", { name: "voice.ogg" }),
  }));
  mark();
  button.addEventListener("click", () => {
    if (!sound.paused) return sound.pause();
    for (const other of document.querySelectorAll("audio")) other.pause();
    return sound.play().catch(save); // what no browser plays can be saved
  });
  for (const change of ["play", "pause", "ended"]) sound.addEventListener(change, mark);
  sound.addEventListener("timeupdate", () => {
    way.value = sound.currentTime;
    time.textContent = clock(sound.paused ? duration : sound.currentTime);
  });
  return make("div", { className: "voice" }, button, make("span", {}, way, time), sound);
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
