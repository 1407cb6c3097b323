// The sheet that rises from the foot of a phone: list rows, attachments, the phone's menu.

import { el, icon } from "./dom.js";

export function openSheet(screen, title, content) {
  closeSheet(screen);
  const before = document.activeElement;
  const close = () => {
    veil.remove();
    before?.focus?.({ preventScroll: true });
  };
  const panel = el("section", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title },
    el("header", {}, el("button", { type: "button", class: "round", "aria-label": "Tutup", onclick: close }, icon("close")), el("h2", {}, title)),
    content(close));
  const veil = el("div", {
    class: "veil",
    onclick: event => event.target === veil && close(),
    onkeydown: event => event.key === "Escape" && close(),
  }, panel);
  screen.append(veil);
  panel.querySelector("input, .attach-grid button, .sheet-menu button")?.focus({ preventScroll: true });
}

export const closeSheet = screen => screen.querySelector(".veil")?.remove();

// Rows as WhatsApp lists show them: pick one, then send.
export function listSheet(screen, message, onPick) {
  openSheet(screen, message.menu.button, close => {
    let picked = null;
    const submit = el("button", { type: "button", class: "primary", disabled: true, onclick: () => { close(); onPick(picked); } }, "Kirim");
    const rows = message.menu.options.map(option => el("label", { class: "list-row" },
      el("span", { class: "list-words" }, el("strong", {}, option.title), option.description ? el("small", {}, option.description) : null),
      el("input", {
        type: "radio", name: `list-${message.sid}`,
        onchange: () => { picked = option; submit.disabled = false; },
      })));
    return el("div", { class: "list-body" }, el("div", { class: "list-rows" }, ...rows), el("div", { class: "list-foot" }, submit));
  });
}
