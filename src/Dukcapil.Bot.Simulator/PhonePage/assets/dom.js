// Builds elements. Texts become text nodes only: nothing a resident or the bot writes is ever read as HTML.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

// Makes the children of an element these, in this order; those that stay where they are are not touched.
export function arrange(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

const NS = "http://www.w3.org/2000/svg";

const PATHS = {
  send: "M3 20.500v-7l11-1.500-11-1.500v-7l19 8.500z",
  attach: "M16.500 6v11a4.500 4.500 0 0 1-9 0V5.500a3 3 0 0 1 6 0V16a1.500 1.500 0 0 1-3 0V6H9v10a3 3 0 0 0 6 0V5.500a4.500 4.500 0 0 0-9 0V17a6 6 0 0 0 12 0V6z",
  list: "M4 6h2v2H4zm4 0h12v2H8zM4 11h2v2H4zm4 0h12v2H8zM4 16h2v2H4zm4 0h12v2H8z",
  reply: "M10 8V4l-7 7 7 7v-4.100c5 0 8.500 1.600 11 5.100-1-5-4-10-11-11z",
  more: "M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm0 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  close: "M18.300 5.700 12 12l6.300 6.300-1.400 1.400-6.300-6.300-6.300 6.300-1.400-1.400L9.200 12 2.900 5.700l1.400-1.400 6.300 6.300 6.300-6.300z",
  file: "M6 2h8l6 6v14H6zM13 3.500V9h5.500z",
  place: "M12 2a7 7 0 0 0-7 7c0 5.200 7 13 7 13s7-7.800 7-13a7 7 0 0 0-7-7zm0 9.500a2.500 2.500 0 1 1 0-5 2.500 2.500 0 0 1 0 5z",
  voice: "M12 14a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm5.300-3a5.300 5.300 0 0 1-10.600 0H5a7 7 0 0 0 6 6.900V21h2v-3.100A7 7 0 0 0 19 11z",
  contact: "M12 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zm0 2.500c-3.300 0-10 1.700-10 5V22h20v-2.500c0-3.300-6.700-5-10-5z",
  photo: "M21 19V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2zM8.500 13.500l2.500 3 3.500-4.500L19 18H5z",
  paper: "M4 2h16v20H4zm3 5v2h10V7zm0 4v2h10v-2zm0 4v2h6v-2z",
  sticker: "M12 2a10 10 0 1 0 0 20c1 0 10-8 10-10A10 10 0 0 0 12 2zM8.500 8a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm7 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zM12 17.500a5 5 0 0 1-4.600-3h9.200a5 5 0 0 1-4.600 3z",
  video: "M17 10.500V6H3v12h14v-4.500l4 4v-11z",
  clock: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 11-.0 0H11V6h2v5l4 2.400-1 1.700z",
  warn: "M1 21h22L12 2zm12-3h-2v-2h2zm0-4h-2v-4h2z",
};

export function icon(name) {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(NS, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

// One or two ticks as WhatsApp draws them.
export function ticks(kind) {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", "0 0 18 12");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("ticks", kind);
  const strokes = kind === "sent" ? ["M3 6.500 6.500 10 14 2"] : ["M1 6.500 4.500 10 12 2", "M6.800 8.300 8.500 10 16 2"];
  for (const stroke of strokes) {
    const path = document.createElementNS(NS, "path");
    path.setAttribute("d", stroke);
    svg.append(path);
  }
  return svg;
}
