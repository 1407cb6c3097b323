// The fault panel: what can go wrong, for whom, how often.

import * as api from "./api.js";
import { templateList } from "./templates.js";
import { el, icon } from "./dom.js";
import { prettyNumber } from "./format.js";

const KINDS = [
  { kind: "slow", label: "Penyedia lambat", hint: "Jawaban kirim tertunda 5 detik", extra: { milliseconds: 5000 } },
  { kind: "latency", label: "Waktu jawab beragam", hint: "Umumnya 0,2 detik, sesekali di atas 3 detik", extra: { milliseconds: 200, slowest: 3000 } },
  { kind: "rateLimit", label: "Batas 10 per detik", hint: "Selebihnya ditolak 429, belum diproses", extra: { perSecond: 10, retryAfter: 1 } },
  { kind: "tooManyRequests", label: "Terlalu banyak (429)", hint: "Permintaan ditolak, belum diproses", extra: { retryAfter: 2 } },
  { kind: "errorBefore", label: "500 sebelum diterima", hint: "Galat, pesan tidak tercatat" },
  { kind: "errorAfter", label: "500 sesudah diterima", hint: "Galat, padahal pesan tercatat" },
  { kind: "dropBefore", label: "Putus sebelum diterima", hint: "Sambungan terputus, pesan tidak tercatat" },
  { kind: "dropAfter", label: "Putus sesudah diterima", hint: "Sambungan terputus, padahal tercatat" },
  { kind: "refuse", label: "Berhenti berlangganan", hint: "Penyedia menolak kirim, kode 21610", extra: { code: 21610 } },
  { kind: "refuse", label: "Kirim ditolak", hint: "Jawaban 400 dengan kode pilihan", coded: true },
  { kind: "failDelivery", label: "Gagal antar", hint: "Diterima, lalu gagal dengan kode pilihan", coded: true },
  { kind: "windowClosed", label: "Jendela 24 jam tertutup", hint: "Teks bebas gagal dengan 63016" },
  { kind: "duplicateInbound", label: "Pesan warga ganda", hint: "Webhook yang sama dikirim dua kali" },
  { kind: "inboundLost", label: "Pesan warga hilang", hint: "Webhook tidak pernah sampai" },
  { kind: "providerOptOut", label: "STOP dijawab penyedia", hint: "BERHENTI ditangani penyedia; kirim ditolak 21610 sampai MULAI" },
  { kind: "callbacksReversed", label: "Laporan terbalik", hint: "Status akhir tiba lebih dulu" },
  { kind: "callbacksLost", label: "Laporan hilang", hint: "Status tidak pernah tiba" },
  { kind: "listUnavailable", label: "Catatan tak terbaca", hint: "Daftar pesan di penyedia dijawab 500" },
  { kind: "mediaUnavailable", label: "Foto tak terunduh", hint: "Unduhan foto dijawab 500" },
];

// What can be chosen for a refusal or a failure; the words are the tester's, the bot has its own.
const CODES = [
  [63003, "bukan nomor WhatsApp"], [63012, "gangguan WhatsApp"], [63013, "isi melanggar aturan"], [63014, "diblokir warga"],
  [63016, "di luar 24 jam"], [63018, "batas pengiriman"], [63024, "penerima tidak sah"], [63038, "batas harian akun"],
  [63049, "pemasaran tidak diantar"], [63007, "pengirim tidak terdaftar"], [20003, "kunci akun ditolak"], [99999, "kode tak dikenal"],
];

const labelOf = kind => KINDS.find(one => one.kind === kind)?.label ?? kind;

export class FaultPanel {
  #list = el("ul", { class: "in-force" });
  #phone = el("select", { id: "fault-phone" });
  #times = el("select", { id: "fault-times" },
    ...[["1", "Sekali"], ["3", "Tiga kali"], ["", "Sampai dihapus"]].map(([value, label]) => el("option", { value }, label)));
  #code = el("select", { id: "fault-code" }, ...CODES.map(([code, words]) => el("option", { value: code }, `${code} ${words}`)));
  #together = el("input", { type: "checkbox", id: "together" });

  #templates = el("section", { class: "templates" });

  constructor(root, count, onClose) {
    this.count = count;
    root.replaceChildren(
      el("header", {}, el("h2", {}, "Gangguan"), el("button", { type: "button", class: "round", "aria-label": "Tutup panel", onclick: onClose }, icon("close"))),
      el("p", { class: "hint" }, "Pilih gangguan untuk melihat bagaimana layanan bertahan."),
      el("div", { class: "force-head" }, el("h3", {}, "Sedang berlaku"),
        el("button", { type: "button", class: "link", onclick: () => api.removeFault(null) }, "Hapus semua")),
      this.#list,
      el("div", { class: "fault-scope" },
        el("label", { for: "fault-phone" }, "Untuk", this.#phone), el("label", { for: "fault-times" }, "Berlaku", this.#times),
        el("label", { for: "fault-code" }, "Kode pilihan", this.#code)),
      el("div", { class: "fault-kinds" }, ...KINDS.map(kind => this.#kindButton(kind))),
      el("label", { class: "check", for: "together" }, this.#together, "Kirim beberapa foto sebagai satu pesan"),
      this.#templates);
  }

  get together() {
    return this.#together.checked;
  }

  showPhones(numbers) {
    const chosen = this.#phone.value;
    this.#phone.replaceChildren(el("option", { value: "" }, "Semua nomor"), ...numbers.map(number => el("option", { value: number }, prettyNumber(number))));
    this.#phone.value = numbers.includes(chosen) ? chosen : "";
  }

  async refresh() {
    const [faults, templates] = await Promise.all([api.faults(), api.templates()]);
    this.#templates.replaceChildren(...templateList(templates));
    this.count.textContent = `${faults.length}`;
    this.count.hidden = faults.length === 0;
    this.#list.replaceChildren(...(faults.length === 0 ? [el("li", { class: "none" }, "Tidak ada. Semua berjalan normal.")] : faults.map(fault => this.#row(fault))));
  }

  #kindButton(kind) {
    const add = () => api.addFault({
      kind: kind.kind, phone: this.#phone.value || null, times: this.#times.value ? Number(this.#times.value) : null,
      ...(kind.coded ? { code: Number(this.#code.value) } : kind.extra),
    });
    return el("button", { type: "button", onclick: add }, el("strong", {}, kind.label), el("small", {}, kind.hint));
  }

  #row(fault) {
    const code = fault.kind === "refuse" || fault.kind === "failDelivery" ? `kode ${fault.code}` : null;
    const scope = [code, fault.phone ? prettyNumber(fault.phone) : "semua nomor", fault.times ? `${fault.times}× lagi` : "sampai dihapus"].filter(Boolean).join(" · ");
    return el("li", {}, el("span", {}, el("strong", {}, labelOf(fault.kind)), el("small", {}, scope)),
      el("button", { type: "button", class: "round", "aria-label": `Hapus ${labelOf(fault.kind)}`, onclick: () => api.removeFault(fault.id) }, icon("close")));
  }
}
