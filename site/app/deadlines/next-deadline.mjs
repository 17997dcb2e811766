// @ts-check
/** The deadline that comes next, known before any file is given. */

import { saveFile } from "../ui/save-file.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { formatPeriod } from "../ui/format.mjs";
import { T } from "../ui/strings.mjs";
import { deadlinesAhead, renderCalendarFile } from "./calendar-file.mjs";

/** @import { Deadline } from "../worker/messages.d.ts" */

/**
 * @param {HTMLElement} host
 * @param {Deadline[]} deadlines of the op `about`: the next ones, with their months
 */
export function showDeadlines(host, deadlines) {
  const [next] = deadlines;
  const { date, days_left: left } = next;
  fill(host,
    el("span", {}, `下一個報送期限：${formatPeriod(next.period)}資料，${left === 0 ? T.deadline.due(date) : T.deadline.upcoming(date, left)}。${next.note ?? ""}`),
    button("近期期限加入行事曆（.ics）",
      () => saveFile("差勤檢核_報送期限.ics", new Blob([renderCalendarFile(deadlinesAhead(deadlines), new Date())], { type: "text/calendar" })),
      { class: "pv-button pv-button--small" }));
}
