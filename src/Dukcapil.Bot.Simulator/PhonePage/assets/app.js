// Lays the phones out, hands news to them, remembers which are open.

import * as api from "./api.js";
import { el, icon } from "./dom.js";
import { FaultPanel } from "./faults.js";
import { prettyNumber } from "./format.js";
import { PhoneView } from "./phone.js";

const STORE = "simulator.phones";
const FIRST = "+6281200009901";
const MOST_SIDE_BY_SIDE = 3;

const stage = document.getElementById("stage");
const tabs = document.getElementById("numbers");
const connection = document.getElementById("connection");
const panel = document.getElementById("faults");
const panelButton = document.getElementById("open-faults");

const views = new Map();
let shown = [];
let office = "Kantor";

const narrow = matchMedia("(max-width: 719px)");
const medium = matchMedia("(max-width: 1119px)");

const faultPanel = new FaultPanel(panel, document.getElementById("fault-count"), () => togglePanel(false));

const places = () => (narrow.matches ? 1 : Math.max(1, (medium.matches ? 2 : MOST_SIDE_BY_SIDE) - (panel.hidden ? 0 : 1)));

function remember() {
  localStorage.setItem(STORE, JSON.stringify({ open: [...views.keys()], shown }));
}

function recall() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORE));
    return stored?.open?.length ? stored : { open: [FIRST], shown: [FIRST] };
  } catch {
    return { open: [FIRST], shown: [FIRST] };
  }
}

// An address that ends in "#+62…" opens that phone alone.
function asked() {
  const number = decodeURIComponent(location.hash.slice(1));
  return number.length > 0 ? { open: [number], shown: [number] } : null;
}

function open(number) {
  if (!views.has(number)) {
    views.set(number, new PhoneView(number, office, {
      preview, complain, close: closePhone, together: () => faultPanel.together, isShown: one => shownNow().includes(one),
    }));
  }
  return views.get(number);
}

const shownNow = () => shown.slice(0, places());

async function show(number) {
  const view = open(number);
  if (!shownNow().includes(number)) shown = [number, ...shown.filter(one => one !== number)];
  layout();
  await view.load();
  if (!narrow.matches) view.focus(); // On a phone the keyboard would cover the chat.
}

// Phones keep their place on the screen: the order in which they were opened, not the order of use.
function layout() {
  const order = [...views.keys()];
  const visible = shownNow().sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const elements = visible.map(number => views.get(number).element);
  if (elements.length !== stage.children.length || elements.some((element, n) => stage.children[n] !== element)) {
    stage.replaceChildren(...elements);
    visible.forEach(number => views.get(number).toEnd());
  }
  stage.className = `stage of-${visible.length}`;
  tabs.replaceChildren(...order.map(number => el("button", {
    type: "button", class: visible.includes(number) ? "tab on" : "tab", "aria-pressed": `${visible.includes(number)}`, "data-number": number,
    onclick: () => show(number),
  }, prettyNumber(number), el("span", { class: "unread", hidden: true }))));
  faultPanel.showPhones(order);
  remember();
}

function closePhone(number) {
  views.delete(number);
  shown = shown.filter(one => one !== number);
  if (views.size === 0) show(FIRST);
  else {
    if (shown.length === 0) shown = [[...views.keys()][0]];
    layout();
  }
}

async function reloadAll() {
  await Promise.all([...views.values()].map(view => view.load()));
  await faultPanel.refresh();
}

function onNews(news) {
  if (news.kind === "hello") return reloadAll();
  if (news.kind === "faults" || news.kind === "contents") return faultPanel.refresh();
  if (news.kind === "reset") return reloadAll();
  const view = views.get(news.phone);
  if (!view) return undefined;
  if (news.kind === "message") {
    view.onMessage(news.message);
    if (!news.message.fromResident && !shownNow().includes(news.phone)) markUnread(news.phone);
  } else if (news.kind === "status") view.onStatus(news.message);
  else view.onTyping(news.kind === "typing");
  return undefined;
}

function markUnread(number) {
  const mark = tabs.querySelector(`[data-number="${number}"] .unread`);
  if (mark) mark.hidden = false;
}

function togglePanel(isOpen) {
  panel.hidden = !isOpen;
  document.body.classList.toggle("with-panel", isOpen);
  panelButton.setAttribute("aria-expanded", `${isOpen}`);
  layout();
}

function preview(url) {
  const dialog = document.getElementById("preview");
  const close = () => dialog.close();
  dialog.replaceChildren(el("button", { type: "button", class: "round", "aria-label": "Tutup", onclick: close }, icon("close")),
    el("img", { src: url, alt: "Foto ukuran penuh", onclick: close }));
  dialog.showModal();
}

function complain(words) {
  const note = el("p", { class: "toast", role: "alert" }, words);
  document.body.append(note);
  setTimeout(() => note.remove(), 5000);
}

function freeNumber() {
  for (let n = 1; ; n++) {
    const number = `+62812000099${String(n).padStart(2, "0")}`;
    if (!views.has(number)) return number;
  }
}

function askNumber() {
  const dialog = document.getElementById("number-dialog");
  const number = el("input", { id: "new-number", name: "number", value: freeNumber(), inputmode: "tel", required: true, autocomplete: "off" });
  const name = el("input", { id: "new-name", name: "name", placeholder: "Nama profil (boleh kosong)", maxlength: "60", autocomplete: "off" });
  const submit = async event => {
    event.preventDefault();
    try {
      const phone = await api.phone(number.value);
      if (name.value.trim()) await api.rename(phone.number, name.value.trim());
      dialog.close();
      await show(phone.number);
    } catch {
      number.setCustomValidity("Nomor tidak sah. Contoh: +6281200009902");
      number.reportValidity();
      number.setCustomValidity("");
    }
  };
  dialog.replaceChildren(el("form", { onsubmit: submit }, el("h2", {}, "Tambah ponsel"),
    el("label", { for: "new-number" }, "Nomor WhatsApp", number), el("label", { for: "new-name" }, "Nama", name),
    el("div", { class: "dialog-foot" }, el("button", { type: "button", class: "link", onclick: () => dialog.close() }, "Batal"),
      el("button", { type: "submit", class: "primary" }, "Tambah"))));
  dialog.showModal();
}

async function start() {
  const about = await api.info();
  office = about.office;
  const stored = asked() ?? recall();
  for (const number of stored.open) open(number);
  shown = stored.shown.filter(number => views.has(number));
  if (shown.length === 0) shown = [stored.open[0]];
  layout();
  document.getElementById("add-number").addEventListener("click", askNumber);
  panelButton.addEventListener("click", () => togglePanel(panel.hidden));
  for (const query of [narrow, medium]) query.addEventListener("change", layout);
  document.addEventListener("visibilitychange", () => shownNow().forEach(number => views.get(number).look()));
  api.listen(onNews, isUp => {
    connection.textContent = isUp ? "Tersambung" : "Terputus, menyambung lagi…";
    connection.classList.toggle("down", !isUp);
  });
}

start();
