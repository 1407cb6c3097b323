// What every page of staff does with its forms while they are on their way: posts go one after the other, a button shows that it is busy,
// what could not be sent is said and nothing typed is lost. Without script the forms work as they are.
"use strict";

const panelId = "isi";
const passing = ["version", "done", "__RequestVerificationToken"];
const busyAtMost = 60000;
const forms = new WeakMap(); // request → the form it came from
const unsent = new Set(); // requests that wait for others
let unsaid = []; // messages of answers that were not shown
let drafts = null; // what was open and typed before a swap

// A file on its way, and work on a whole list, take the time they take.
const isLong = (form) => form.enctype === "multipart/form-data" || form.hasAttribute("data-long");

const panel = () => document.getElementById(panelId);

function tell(sentence) {
  panel().querySelector(".flash[data-told]")?.remove();
  const box = document.createElement("div");
  box.className = "alert alert-danger flash";
  box.setAttribute("role", "alert");
  box.dataset.told = "";
  const title = document.createElement("strong");
  title.textContent = document.body.dataset.unsent;
  box.append(title, " ", sentence);
  panel().prepend(box);
}

function setBusy(form, isBusy) {
  form.toggleAttribute("data-busy", isBusy);
  for (const button of form.querySelectorAll("button")) {
    if (isBusy) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }
}

// Before htmx and before the browser: a second click on the same button is the same click.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  const isBusy = form.hasAttribute("data-busy");
  if (isBusy || !navigator.onLine) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isBusy) tell(document.body.dataset.offline);
    return;
  }

  if (!form.hasAttribute("hx-sync")) form.setAttribute("hx-sync", "body:queue all");
  setBusy(form, true);
  if (!isLong(form)) setTimeout(() => setBusy(form, false), busyAtMost);
}, true);

addEventListener("pageshow", () => document.querySelectorAll("form[data-busy]").forEach((form) => setBusy(form, false)));

// What makes two forms the same before and after a swap.
function nameOf(form) {
  const own = [...form.querySelectorAll("input[type=hidden]")].filter((field) => !passing.includes(field.name));
  return [form.getAttribute("action"), ...own.map((field) => `${field.name}=${field.value}`)].join(" ");
}

function titleOf(details) {
  return `${details.closest("[id]").id} ${(details.querySelector("summary")?.textContent ?? "").replace(/\s+/g, " ").trim()}`;
}

function isTyped(field) {
  if (!field.name || field.type === "hidden" || field.tagName === "BUTTON") return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].some((option, at) => option.selected !== (option.defaultSelected || (at === 0 && !field.querySelector("[selected]"))));
  return field.type === "file" ? field.files.length > 0 : field.value !== field.defaultValue;
}

function takeDrafts(sentForm) {
  const opened = [...panel().querySelectorAll("details[open]")].filter((details) => !sentForm || !details.contains(sentForm)).map(titleOf);
  const typed = [...panel().querySelectorAll("form")].filter((form) => form !== sentForm)
    .map((form) => ({ name: nameOf(form), fields: [...form.elements].filter(isTyped) })).filter((draft) => draft.fields.length > 0);
  return { opened, typed, focused: document.activeElement };
}

// The fields themselves move into the new page, with the files and the place of the cursor in them.
function giveBack({ opened, typed, focused }) {
  for (const details of panel().querySelectorAll("details")) if (opened.includes(titleOf(details))) details.open = true;
  for (const form of panel().querySelectorAll("form")) {
    for (const field of typed.find((draft) => draft.name === nameOf(form))?.fields ?? []) {
      const place = [...form.elements].find((one) => one.name === field.name && one.type === field.type && (field.type !== "radio" || one.value === field.value));
      place?.replaceWith(field);
    }
  }

  if (focused.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true });
}

function messagesOf(html) {
  return [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".flash")];
}

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  // What asks by itself does not keep a session alive.
  if (ctx.sourceEvent?.type === "every") ctx.request.headers["X-Poll"] = "1";
  if (ctx.request.method !== "POST") return;
  if (isLong(ctx.sourceElement)) ctx.request.timeout = 0;
  forms.set(ctx, ctx.sourceElement);
  unsent.add(ctx);
});

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => unsent.delete(ctx));

// The part of the page that a request was made from may have been replaced since.
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (ctx.target?.id && !ctx.target.isConnected) ctx.target = document.getElementById(ctx.target.id);
});

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (forms.has(ctx) && ctx.response.status >= 400) {
    const answer = new DOMParser().parseFromString(ctx.text, "text/html").getElementById(panelId);
    tell(answer?.querySelector(".empty-subtitle")?.textContent ?? document.body.dataset.broken);
    event.preventDefault();
  } else if (unsent.size > 0) {
    // The answer to the last of them shows everything; the messages of this one are shown with it.
    unsaid.push(...messagesOf(ctx.text));
    event.preventDefault();
  } else {
    drafts = takeDrafts(forms.get(ctx));
  }
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (drafts) giveBack(drafts);
  drafts = null;
  for (const message of unsaid) {
    const isSaid = [...panel().querySelectorAll(".flash")].some((one) => one.textContent === message.textContent);
    if (!isSaid) panel().prepend(document.adoptNode(message));
  }

  unsaid = [];
  // A form may lead to another page: the menu says which.
  if (!forms.has(ctx)) return;
  const menu = new DOMParser().parseFromString(ctx.text, "text/html").querySelector(".top-bar-nav");
  if (menu) document.querySelector(".top-bar-nav")?.replaceWith(document.adoptNode(menu));
});

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (!forms.has(ctx)) return;
  tell(navigator.onLine ? document.body.dataset.broken : document.body.dataset.offline);
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  unsent.delete(ctx);
  if (forms.has(ctx)) setBusy(forms.get(ctx), false);
});
