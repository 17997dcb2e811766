// @ts-check
/** Deadlines that lie ahead, as a calendar file with reminders. */

import { formatPeriod } from "../ui/format.mjs";

/** @import { Report } from "../report.d.ts" */
/** @import { Deadline } from "../worker/messages.d.ts" */

/** Reminders at 9 in the morning: a week before, the day before, on the day. */
const REMINDERS = ["-P6DT15H", "-PT15H", "PT9H"];

/** @typedef {{date: string, title: string, note: string | null, id: string}} DeadlineEvent */

/** @param {Report} report @returns {DeadlineEvent[]} of the files that are still to be sent */
export function deadlinesOfReport(report) {
  /** @type {Map<string, DeadlineEvent>} */
  const events = new Map();
  for (const { deadline, agency_code: code, agency_name: name, period } of report.files) {
    if (deadline.date === null || (deadline.status !== "upcoming" && deadline.status !== "due")) continue;
    const id = `${deadline.date}-${code}-${period}`;
    events.set(id, { id, date: deadline.date, note: deadline.note, title: `差假資料報送期限：${name ?? code ?? ""} ${formatPeriod(period)}` });
  }
  return [...events.values()];
}

/** @param {Deadline[]} deadlines of the op `about` @returns {DeadlineEvent[]} */
export function deadlinesAhead(deadlines) {
  return deadlines.map(({ period, date, note }) => ({ id: `${date}-${period}`, date, note, title: `差假資料報送期限：${formatPeriod(period)}` }));
}

/**
 * @param {DeadlineEvent[]} events
 * @param {Date} now
 * @returns {string} iCalendar text (RFC 5545)
 */
export function renderCalendarFile(events, now) {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//pyvalidator//ZH-TW", ...events.map((deadline) => event(deadline, now)), "END:VCALENDAR", ""].join("\r\n");
}

/**
 * @param {DeadlineEvent} deadline
 * @param {Date} now
 */
function event({ id, date, title, note }, now) {
  const stamp = `${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  return [
    "BEGIN:VEVENT", `UID:${encodeURIComponent(id)}@pyvalidator`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
    ...fold(`SUMMARY:${escaped(title)}`), ...(note ? fold(`DESCRIPTION:${escaped(note)}`) : []),
    ...REMINDERS.flatMap((trigger) =>
      ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:差假資料報送期限", `TRIGGER:${trigger}`, "END:VALARM"]),
    "END:VEVENT",
  ].join("\r\n");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/[\r\n]+/g, " ");
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
