// Talking to the sandbox: acts go as JSON, what comes of them arrives in the stream of events.

import { say } from "./words.js";
import { toast } from "./popups.js";

async function answered(sent) {
  try {
    const answer = await (await sent).json();
    if (!answer.ok) toast(say("failed", { why: answer.error }));
    return answer;
  } catch (error) {
    toast(say("failed", { why: error.message }));
    return { ok: false };
  }
}

export function act(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answered(fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

export function write(person, text) {
  return act("/sandbox/say", { person, text, wait: false });
}

export function sendFile(person, file, caption) {
  const form = new FormData();
  form.append("person", person);
  form.append("caption", caption);
  if (/^image\/(png|jpeg|gif)$/.test(file.type)) form.append("photo", "1");
  form.append("file", file, file.name);
  return answered(fetch("/sandbox/file", { method: "POST", body: form }));
}

// Calls back with the event's name and JSON; the browser connects again by itself.
export function watch(person, names, tell) {
  const stream = new EventSource(`/page/events?person=${person}`);
  for (const name of names) stream.addEventListener(name, (event) => tell(name, JSON.parse(event.data)));
  stream.addEventListener("open", () => tell("open"));
  stream.addEventListener("error", () => tell("lost"));
  return stream;
}
