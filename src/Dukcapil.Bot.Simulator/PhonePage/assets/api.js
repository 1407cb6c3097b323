// Calls of the simulator's API, and its live news.

const BASE = "/simulator/api";

async function call(method, path, body) {
  const isForm = body instanceof FormData;
  const answer = await fetch(BASE + path, {
    method,
    headers: body && !isForm ? { "Content-Type": "application/json" } : {},
    body: body && !isForm ? JSON.stringify(body) : body,
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.status === 204 || answer.status === 202 ? null : answer.json();
}

const phonePath = number => `/phones/${encodeURIComponent(number)}`;

export const info = () => call("GET", "/info");
export const phones = () => call("GET", "/phones");
export const phone = number => call("GET", phonePath(number));
export const rename = (number, profileName) => call("PUT", phonePath(number), { profileName });
export const send = (number, message) => call("POST", `${phonePath(number)}/messages`, message);
export const sendAgain = (number, sid) => call("POST", `${phonePath(number)}/messages/${sid}/again`);
export const read = number => call("POST", `${phonePath(number)}/read`);
export const reset = number => call("DELETE", phonePath(number));
export const faults = () => call("GET", "/faults");
export const addFault = fault => call("POST", "/faults", fault);
export const removeFault = id => call("DELETE", id === null ? "/faults" : `/faults/${id}`);

export const templates = () => call("GET", "/contents");
export const decide = (sid, status) => call("POST", `/contents/${sid}/approval/${status}`);

export function upload(number, files, text, separately) {
  const form = new FormData();
  form.append("text", text);
  form.append("separately", separately ? "true" : "false");
  for (const file of files) form.append("files", file, file.name);
  return call("POST", `${phonePath(number)}/messages`, form);
}

// Calls back on every piece of news. After each (re)connection "hello" comes first: read everything anew then.
export function listen(onNews, onState) {
  const source = new EventSource(`${BASE}/events`);
  source.addEventListener("hello", () => {
    onState(true);
    onNews({ kind: "hello" });
  });
  for (const kind of ["message", "status", "typing", "idle", "reset", "faults", "contents"])
    source.addEventListener(kind, event => onNews(JSON.parse(event.data)));
  source.addEventListener("error", () => onState(false));
}
