// @ts-check
/** Deadlines that lie ahead, as a calendar file with reminders. */

import { formatPeriod } from "./format.mjs";

const REMIND_DAYS_BEFORE = [7, 1];

/**
 * @param {any} report
 * @returns {string | null} iCalendar text (RFC 5545), null where no deadline lies ahead
 */
export function renderCalendar(report) {
  /** @type {Map<string, string>} */
  const events = new Map();
  for (const { deadline, agency_code: code, agency_name: name, period } of report.files) {
    if (deadline.status !== "upcoming" && deadline.status !== "due") continue;
    const id = `${deadline.date}-${code}-${period}`;
    events.set(id, event(id, deadline.date, `差假資料報送期限：${name ?? code ?? ""} ${formatPeriod(period)}`, report.checked_at));
  }
  if (events.size === 0) return null;
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//pyvalidator//ZH-TW", ...events.values(), "END:VCALENDAR", ""].join("\r\n");
}

/**
 * @param {string} id
 * @param {string} date ISO
 * @param {string} title
 * @param {string} now ISO with offset
 */
function event(id, date, title, now) {
  const stamp = `${new Date(now).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const day = date.replaceAll("-", "");
  const text = title.replace(/[\\;,]/g, "\\$&").replace(/[\r\n]+/g, " ");
  return [
    "BEGIN:VEVENT", `UID:${encodeURIComponent(id)}@pyvalidator`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day}`, ...fold(`SUMMARY:${text}`),
    ...REMIND_DAYS_BEFORE.flatMap((days) =>
      ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:差假資料報送期限", `TRIGGER:-P${days}D`, "END:VALARM"]),
    "END:VEVENT",
  ].join("\r\n");
}

/** Lines of at most 75 bytes: 24 characters of three bytes are safe. @param {string} line */
function fold(line) {
  const points = Array.from(line);
  const lines = [];
  for (let start = 0; start < points.length; start += 24) {
    lines.push((start > 0 ? " " : "") + points.slice(start, start + 24).join(""));
  }
  return lines;
}
