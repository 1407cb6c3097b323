// The templates that were submitted for approval, with WhatsApp's decision in the tester's hand.

import * as api from "./api.js";
import { el } from "./dom.js";

const STATES = [
  ["received", "Diterima Twilio"], ["pending", "Menunggu WhatsApp"], ["approved", "Disetujui"], ["rejected", "Ditolak"],
  ["paused", "Dihentikan sementara"], ["disabled", "Dinonaktifkan"],
];

export function templateList(templates) {
  const heading = el("h3", {}, "Templat di luar 24 jam");
  if (templates.length === 0) return [heading, el("p", { class: "hint" }, "Belum ada templat yang diajukan.")];
  const hint = el("p", { class: "hint" }, "Layanan membaca keputusan setiap 15 menit, atau lewat halaman Pekerjaan.");
  return [heading, hint, ...templates.map(row)];
}

function row(template) {
  const id = `template-${template.sid}`;
  const states = el("select", { id, onchange: event => api.decide(template.sid, event.target.value) },
    ...STATES.map(([value, label]) => el("option", { value, selected: value === template.status }, label)));
  return el("label", { for: id, class: "template" }, el("strong", {}, template.name), el("small", {}, template.reason || template.body), states);
}
