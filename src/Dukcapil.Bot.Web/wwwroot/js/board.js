// Keeps the lobby's board up to date: a stream of changes from the host, and a slow look by itself while the stream is broken.
"use strict";

const retryAfter = 3000;
const lookEvery = 15000;
const voice = "speechSynthesis" in window ? window.speechSynthesis : null;
const soundButton = document.getElementById("suara");
const said = new Set();
let soundIsOn = false;
let isFirst = true;
let looking = null;

function write(id, text) {
  const place = document.getElementById(id);
  if (place.textContent !== String(text)) place.textContent = text;
}

function list(id, items, fill) {
  document.getElementById(id).replaceChildren(...items.map((item) => {
    const line = document.createElement("li");
    fill(line, item);
    return line;
  }));
}

function show(board) {
  const newest = board.calls.find((call) => call.isCalled) ?? board.calls[0];
  write("ajakan", !newest ? "Selamat datang" : newest.isCalled ? "Silakan ke loket" : "Sedang dilayani");
  write("nomor", newest ? newest.ticket : "–");
  write("loket", newest ? newest.counter : "Belum ada panggilan");
  list("panggilan", board.calls, (line, call) => {
    line.classList.toggle("is-called", call.isCalled);
    const counter = document.createElement("span");
    const ticket = document.createElement("strong");
    counter.textContent = call.counter;
    ticket.textContent = call.ticket;
    line.append(counter, " ", ticket);
  });
  list("berikutnya", board.next, (line, ticket) => { line.textContent = ticket; });
  write("menunggu", board.waiting);
  call(board.calls);
}

// Each call is said once. What was called before the page was opened is not said again.
function call(calls) {
  for (const one of [...calls].reverse()) {
    if (!one.isCalled || said.has(one.key)) continue;
    said.add(one.key);
    if (isFirst) continue;
    document.body.classList.remove("is-calling");
    requestAnimationFrame(() => document.body.classList.add("is-calling"));
    if (soundIsOn) say(one.spoken);
  }
  isFirst = false;
}

function say(text) {
  const words = new SpeechSynthesisUtterance(text);
  words.lang = "id-ID";
  words.rate = 0.9;
  words.voice = voice.getVoices().find((one) => one.lang.replace("_", "-").startsWith("id")) ?? null;
  voice.speak(words);
}

function tell(isGood) {
  const place = document.getElementById("sambungan");
  place.textContent = isGood ? place.dataset.baik : place.dataset.putus;
  place.classList.toggle("is-broken", !isGood);
}

async function look() {
  try {
    const answer = await fetch("/antrean/papan", { cache: "no-store" });
    if (answer.ok) show(await answer.json());
  } catch {
    tell(false); // The next look tries again.
  }
}

function connect() {
  const stream = new EventSource("/antrean/kabar");
  stream.addEventListener("papan", (message) => {
    tell(true);
    clearInterval(looking);
    looking = null;
    show(JSON.parse(message.data));
  });
  // The browser itself gives up when the host refuses; so it is done here, always in the same way.
  stream.addEventListener("error", () => {
    stream.close();
    tell(false);
    looking ??= setInterval(look, lookEvery);
    setTimeout(connect, retryAfter);
  });
}

// Browsers speak only after somebody has touched the page.
if (voice) {
  soundButton.hidden = false;
  soundButton.addEventListener("click", () => {
    soundIsOn = !soundIsOn;
    soundButton.setAttribute("aria-pressed", String(soundIsOn));
    soundButton.textContent = soundIsOn ? "Suara menyala" : "Nyalakan suara";
    if (soundIsOn) say("Suara panggilan menyala.");
    else voice.cancel();
  });
}

connect();
