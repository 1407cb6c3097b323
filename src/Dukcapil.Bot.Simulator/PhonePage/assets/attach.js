// The attachment sheet: files, synthetic papers, and kinds that a bot must answer politely.

import { el, icon } from "./dom.js";
import { paperPhoto } from "./paper.js";
import { openSheet } from "./sheet.js";

const KINDS = [
  { label: "Galeri", mark: "photo", tint: "violet", run: to => to.pick() },
  { label: "Contoh foto", mark: "paper", tint: "green", run: async to => to.upload([await paperPhoto()]) },
  { label: "3 foto sekaligus", mark: "photo", tint: "teal", run: async to => to.upload([await paperPhoto(), await paperPhoto(), await paperPhoto()]) },
  { label: "PDF", mark: "file", tint: "blue", run: to => to.say({ sample: "pdf" }) },
  { label: "Berkas 20 MB", mark: "file", tint: "red", run: to => to.upload([largeFile()]) },
  { label: "Pesan suara", mark: "voice", tint: "orange", run: to => to.say({ sample: "voice" }) },
  { label: "Stiker", mark: "sticker", tint: "pink", run: to => to.say({ sample: "sticker" }) },
  { label: "Lokasi", mark: "place", tint: "green", run: to => to.say({ place: { latitude: -6.0025, longitude: 106.0112, label: "Kota Cilegon" } }) },
  { label: "Kontak", mark: "contact", tint: "blue", run: to => to.say({ sample: "contact" }) },
  { label: "Video", mark: "video", tint: "red", run: to => to.say({ sample: "video" }) },
];

export function attachSheet(screen, to) {
  openSheet(screen, "Lampirkan", close => el("div", { class: "attach-grid" }, ...KINDS.map(kind =>
    el("button", { type: "button", onclick: () => { close(); kind.run(to); } },
      el("span", { class: `attach-mark ${kind.tint}` }, icon(kind.mark)), kind.label))));
}

const largeFile = () => new File(["%PDF-1.4\n", new Uint8Array(20 * 1024 * 1024), "\n%%EOF\n"], "besar.pdf", { type: "application/pdf" });
