// One phone: head, chat, composer. Keeps its own messages and redraws what changed.

import * as api from "./api.js";
import { attachSheet } from "./attach.js";
import { bubble, follow } from "./bubbles.js";
import { arrange, el, icon } from "./dom.js";
import { dayKey, dayName, prettyNumber } from "./format.js";
import { listSheet, openSheet } from "./sheet.js";

export class PhoneView {
  #messages = new Map();
  #rows = new Map(); // By sid of a message or by day: what stands on the screen, and the message as it was drawn.
  #chat = el("div", { class: "chat", role: "log", "aria-live": "polite" });
  #typing = el("div", { class: "row theirs typing", hidden: true, "aria-label": "Sedang mengetik" },
    el("div", { class: "bubble theirs" }, el("i"), el("i"), el("i")));
  #notice = el("p", { class: "notice" }, "Ponsel tiruan. Gunakan data contoh saja, bukan data warga sungguhan.");
  #presence = el("small", {}, "");
  #owner = el("span", { class: "owner" });
  #input;
  #send;
  #files;
  #screen;
  #typingTimer;

  constructor(number, office, hooks) {
    this.number = number;
    this.hooks = hooks;
    this.profileName = "";
    this.windowOpenUntil = null;
    this.element = this.#build(office);
  }

  async load() {
    const phone = await api.phone(this.number);
    this.profileName = phone.profileName;
    this.windowOpenUntil = phone.windowOpenUntil ?? null;
    this.#messages = new Map(phone.messages.map(message => [message.sid, message]));
    this.#render();
    this.#look();
  }

  onMessage(message) {
    this.#messages.set(message.sid, message);
    if (message.fromResident) this.windowOpenUntil = new Date(new Date(message.at).getTime() + 86400000).toISOString();
    else this.#showTyping(false);
    this.#render();
    if (!message.fromResident) this.#look();
  }

  onStatus(message) {
    if (!this.#messages.has(message.sid)) return;
    this.#messages.set(message.sid, message);
    this.#render();
  }

  onTyping(isTyping) {
    clearTimeout(this.#typingTimer);
    if (isTyping) this.#showTyping(true);
    // The webhook was answered; the reply follows by itself within moments, or there is none.
    else this.#typingTimer = setTimeout(() => this.#showTyping(false), 900);
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  look() {
    this.#look();
  }

  toEnd() {
    this.#toEnd();
  }

  #build(office) {
    this.#input = el("textarea", {
      rows: "1", placeholder: "Ketik pesan", "aria-label": `Pesan dari ${this.number}`, maxlength: "20000", enterkeyhint: "send",
      oninput: () => this.#grow(), onkeydown: event => this.#key(event),
    });
    this.#send = el("button", { type: "button", class: "send", "aria-label": "Kirim", onclick: () => this.#sendText() }, icon("send"));
    this.#files = el("input", {
      type: "file", class: "hidden-file", multiple: true, accept: "image/*,application/pdf", tabindex: "-1", "aria-hidden": "true",
      onchange: () => this.#upload([...this.#files.files]),
    });
    this.#screen = el("div", { class: "screen" }, this.#head(office), this.#chat, this.#composer());
    return el("section", { class: "phone", "aria-label": `Ponsel ${prettyNumber(this.number)}` }, this.#screen);
  }

  #head(office) {
    return el("header", { class: "chat-head" },
      el("span", { class: "avatar", "aria-hidden": "true" }, "DC"),
      el("div", { class: "chat-title" }, el("strong", {}, office), this.#presence),
      this.#owner,
      el("button", { type: "button", class: "round", "aria-label": "Menu ponsel", onclick: () => this.#menu() }, icon("more")));
  }

  #composer() {
    const attach = el("button", { type: "button", class: "round attach", "aria-label": "Lampirkan", onclick: () => this.#attach() }, icon("attach"));
    return el("div", { class: "composer" }, el("div", { class: "field" }, this.#input, attach, this.#files), this.#send);
  }

  #render() {
    const nearEnd = this.#chat.scrollHeight - this.#chat.scrollTop - this.#chat.clientHeight < 160;
    const messages = [...this.#messages.values()].sort((a, b) => a.order - b.order);
    const lastReply = messages.findLast(message => !message.fromResident)?.order ?? 0;
    const rows = [this.#notice];
    const drawn = new Map();
    const keep = (key, one) => {
      drawn.set(key, one);
      rows.push(one.row);
    };
    let day = "";
    for (const message of messages) {
      if (dayKey(message.at) !== day) {
        day = dayKey(message.at);
        keep(day, this.#rows.get(day) ?? { row: el("p", { class: "day" }, el("span", {}, dayName(message.at))) });
      }
      keep(message.sid, this.#draw(message, lastReply > message.order));
    }
    this.#rows = drawn;
    if (messages.length === 0) rows.push(this.#starters());
    arrange(this.#chat, [...rows, this.#typing]);
    this.#owner.textContent = `${this.profileName} · ${prettyNumber(this.number)}`;
    this.#showPresence();
    if (nearEnd || messages.at(-1)?.fromResident) this.#toEnd();
  }

  #draw(message, isAnswered) {
    const old = this.#rows.get(message.sid);
    if (old && (old.message === message && old.isAnswered === isAnswered || follow(old.row, old.message, message, isAnswered)))
      return { row: old.row, message, isAnswered };
    return { row: bubble(message, isAnswered, this.#actions()), message, isAnswered };
  }

  #starters() {
    const words = ["halo", "urus dokumen", "cek status", "bantuan"];
    return el("div", { class: "starters" }, el("p", {}, "Mulai percakapan:"),
      ...words.map(word => el("button", { type: "button", onclick: () => this.#say({ text: word }) }, word)));
  }

  #actions() {
    return {
      openList: message => listSheet(this.#screen, message, option => this.#tap(message, option)),
      tap: (message, option) => this.#tap(message, option),
      preview: url => this.hooks.preview(url),
      again: message => this.#try(api.sendAgain(this.number, message.sid)),
    };
  }

  #attach() {
    attachSheet(this.#screen, {
      pick: () => this.#files.click(),
      upload: files => this.#upload(files),
      say: message => this.#say(message),
    });
  }

  #menu() {
    openSheet(this.#screen, "Ponsel ini", close => {
      const act = (label, run) => el("button", { type: "button", onclick: () => { close(); run(); } }, label);
      return el("div", { class: "sheet-menu" },
        act("Kirim pesan terakhir sekali lagi (duplikat)", () => this.#repeatLast()),
        act("Kosongkan percakapan", () => this.#try(api.reset(this.number))),
        act("Tutup ponsel", () => this.hooks.close(this.number)));
    });
  }

  #repeatLast() {
    const last = [...this.#messages.values()].filter(message => message.fromResident).sort((a, b) => a.order - b.order).at(-1);
    if (last) this.#try(api.sendAgain(this.number, last.sid));
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#sendText();
  }

  #sendText() {
    const text = this.#input.value;
    if (text.length === 0) return;
    this.#input.value = "";
    this.#grow();
    this.#say({ text });
  }

  #grow() {
    this.#input.rows = Math.min(5, this.#input.value.split("\n").length + Math.floor(this.#input.value.length / 42));
  }

  #tap(message, option) {
    this.#say({ tap: { messageSid: message.sid, id: option.id } });
  }

  #say(message) {
    return this.#try(api.send(this.number, message));
  }

  #upload(files) {
    if (files.length === 0) return;
    const caption = this.#input.value;
    this.#input.value = "";
    this.#try(api.upload(this.number, files, caption, !this.hooks.together()));
    this.#files.value = "";
  }

  async #try(promise) {
    try {
      await promise;
    } catch {
      this.hooks.complain("Permintaan ditolak simulator. Periksa ukuran berkas dan sambungan.");
    }
  }

  #look() {
    if (document.visibilityState === "visible" && this.hooks.isShown(this.number)) api.read(this.number).catch(() => this.hooks.complain("Sambungan terputus."));
  }

  #showTyping(isShown) {
    this.#typing.hidden = !isShown;
    this.#showPresence();
    if (isShown) this.#toEnd();
  }

  #showPresence() {
    const isOpen = this.windowOpenUntil && new Date(this.windowOpenUntil) > new Date();
    this.#presence.textContent = this.#typing.hidden ? (isOpen || this.#messages.size === 0 ? "online" : "jendela 24 jam tertutup") : "sedang mengetik…";
  }

  #toEnd() {
    requestAnimationFrame(() => { this.#chat.scrollTop = this.#chat.scrollHeight; });
  }
}

