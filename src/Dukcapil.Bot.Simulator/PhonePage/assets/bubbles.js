// One chat message as a bubble.

import { el, icon, ticks } from "./dom.js";
import { formatted, sizeOf, timeOf } from "./format.js";

const FAILURES = {
  11200: "Layanan menjawab dengan galat",
  11205: "Layanan tidak terhubung",
  63016: "Di luar jendela 24 jam (63016)",
};

// actions: { openList(message), tap(message, option), preview(url), again(message) }; isAnswered: the bot has replied since.
export function bubble(message, isAnswered, actions) {
  const failed = hasFailed(message);
  const bare = isBareSticker(message);
  const box = el("article", { class: `bubble ${message.fromResident ? "mine" : "theirs"}${failed ? " failed" : ""}${bare ? " bare" : ""}` });
  const pictures = message.attachments.filter(isPicture);
  if (pictures.length > 0) box.append(album(pictures, actions));
  for (const file of message.attachments.filter(one => !isPicture(one))) box.append(fileCard(file));
  if (message.place) box.append(placeCard(message.place));
  if (message.body) box.append(el("p", { class: "words" }, ...formatted(message.body)));
  box.append(foot(message, isAnswered));
  const row = el("div", { class: `row ${message.fromResident ? "mine" : "theirs"}`, "data-sid": message.sid }, stack(box, message, actions));
  if (failed) row.append(failure(message, actions));
  return row;
}

// A row on the screen follows its message without being made anew: a button that is pressed while a report arrives keeps the tap.
// Returns false when the message changed in more than its state; then it needs a new bubble.
export function follow(row, before, message, isAnswered) {
  if (shape(before) !== shape(message)) return false;
  row.querySelector("footer").replaceWith(foot(message, isAnswered));
  return true;
}

const hasFailed = message => message.status === "failed" || message.status === "undelivered";

const shape = message => JSON.stringify({ ...message, status: hasFailed(message) ? message.status : "", errorCode: message.errorCode ?? null });

function stack(box, message, actions) {
  const column = el("div", { class: "stack" }, box);
  if (!message.menu || message.status === "failed") return column;
  if (message.menu.isList) {
    box.append(el("button", { type: "button", class: "open-list", onclick: () => actions.openList(message) }, icon("list"), message.menu.button));
    return column;
  }
  for (const option of message.menu.options) {
    column.append(el("button", { type: "button", class: "quick", onclick: () => actions.tap(message, option) }, icon("reply"), option.title));
  }
  return column;
}

function foot(message, isAnswered) {
  const line = el("footer", {}, el("time", { datetime: message.at }, timeOf(message.at)));
  const state = message.fromResident ? residentState(message, isAnswered) : officeState(message);
  if (state) line.append(el("span", { class: "state", title: state.title, role: "img", "aria-label": state.title }, state.mark));
  return line;
}

function residentState(message, isAnswered) {
  if (message.status === "failed") return { title: "Tidak sampai ke layanan", mark: icon("warn") };
  if (message.status !== "delivered") return { title: "Terkirim", mark: ticks("sent") };
  return isAnswered ? { title: "Dibaca", mark: ticks("read") } : { title: "Diterima layanan", mark: ticks("delivered") };
}

// WhatsApp shows no ticks on what is received; a tester wants to know what the bot has been told.
function officeState(message) {
  const titles = { queued: "Antre di penyedia", sent: "Terkirim", delivered: "Sampai di ponsel", read: "Dibaca warga" };
  if (!titles[message.status]) return null;
  return { title: titles[message.status], mark: message.status === "queued" ? icon("clock") : ticks(message.status) };
}

function failure(message, actions) {
  const words = FAILURES[message.errorCode] ?? `Gagal, kode ${message.errorCode ?? "?"}`;
  if (!message.fromResident) return el("p", { class: "failure" }, `Tidak sampai: ${words}`);
  return el("p", { class: "failure" }, `${words}. `,
    el("button", { type: "button", class: "link", onclick: () => actions.again(message) }, "Kirim ulang"));
}

const isPicture = file => file.contentType.startsWith("image/");

const isBareSticker = message => message.attachments.length === 1 && message.attachments[0].contentType === "image/webp" && !message.body;

function album(pictures, actions) {
  const grid = el("div", { class: `album of-${Math.min(pictures.length, 4)}` });
  for (const picture of pictures) {
    if (picture.contentType === "image/webp") {
      grid.append(el("span", { class: "sticker", role: "img", "aria-label": "Stiker" }, "🙏"));
      continue;
    }
    const image = el("img", { src: picture.url, alt: "Foto", loading: "lazy", decoding: "async" });
    image.addEventListener("error", () => image.replaceWith(el("span", { class: "broken" }, icon("photo"), "Gambar tidak terbaca")));
    grid.append(el("button", { type: "button", class: "picture", "aria-label": "Lihat foto", onclick: () => actions.preview(picture.url) }, image));
  }
  return grid;
}

function fileCard(file) {
  const kind = [["audio/", "voice", "Pesan suara"], ["video/", "video", "Video"], ["text/", "contact", "Kartu kontak"]]
    .find(([prefix]) => file.contentType.startsWith(prefix)) ?? ["", "file", file.contentType === "application/pdf" ? "Berkas PDF" : "Berkas"];
  const details = el("span", { class: "file-words" }, el("strong", {}, kind[2]), el("small", {}, sizeOf(file.size)));
  const card = el("div", { class: `file ${kind[1]}` }, el("span", { class: "file-mark" }, icon(kind[1])), details);
  if (kind[1] === "voice") details.prepend(el("span", { class: "wave", "aria-hidden": "true" }, ...Array.from({ length: 18 }, () => el("i"))));
  return card;
}

const placeCard = place => el("div", { class: "place" },
  el("div", { class: "map", "aria-hidden": "true" }, icon("place")),
  el("span", {}, place.label || "Lokasi", el("small", {}, `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`)));
