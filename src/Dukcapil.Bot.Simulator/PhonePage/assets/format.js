// WhatsApp's marks (*bold*, _italic_, ~strike~, ```code```) and links, as elements around text nodes.

import { el } from "./dom.js";

const MARKS = [
  { pattern: /```([^`]+)```/u, tag: "code" },
  { pattern: /(?<![\p{L}\p{N}*])\*(?![\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/u, tag: "strong" },
  { pattern: /(?<![\p{L}\p{N}_])_(?![\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/u, tag: "em" },
  { pattern: /(?<![\p{L}\p{N}~])~(?![\s~])([^~\n]*[^\s~])~(?![\p{L}\p{N}~])/u, tag: "s" },
];

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)*_~]/u;

export function formatted(text) {
  if (!text) return [];
  let first = null;
  for (const mark of [...MARKS, { pattern: LINK, tag: "a" }]) {
    const match = mark.pattern.exec(text);
    if (match && (first === null || match.index < first.match.index)) first = { mark, match };
  }
  if (first === null) return [document.createTextNode(text)];
  const { mark, match } = first;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [...(before ? [document.createTextNode(before)] : []), inner(mark.tag, match), ...formatted(after)];
}

function inner(tag, match) {
  if (tag === "a") return el("a", { href: match[0], target: "_blank", rel: "noopener noreferrer" }, match[0]);
  return tag === "code" ? el("code", {}, match[1]) : el(tag, {}, ...formatted(match[1]));
}

const TIME = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Jakarta" });
const DAY = new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long", timeZone: "Asia/Jakarta" });
const DATE_KEY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" });

export const timeOf = moment => TIME.format(new Date(moment));

export const dayKey = moment => DATE_KEY.format(new Date(moment));

export const dayName = moment => (dayKey(moment) === dayKey(Date.now()) ? "Hari ini" : DAY.format(new Date(moment)));

// +6281200009901 as +62 812-0000-9901.
export const prettyNumber = number => number.replace(/^(\+62)(\d{3})(\d{4})(\d+)$/u, "$1 $2-$3-$4");

export const sizeOf = bytes => (bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`);
