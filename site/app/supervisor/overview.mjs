// @ts-check
/** What the batch holds, in numbers. Asked of the worker only when the section is opened. */

import { definitions, el, fill, valueOf } from "../ui/dom.mjs";
import { formatDate, formatNumber, formatPeriod } from "../ui/format.mjs";
import { NOT_CHECKED_REASON } from "../ui/shared-words.mjs";
import { barChart, dayChart, monthChart } from "./charts.mjs";

/** @import { Report } from "../report.d.ts" */
/** @import { Call, Day, Overview, RequestOf } from "../worker/messages.d.ts" */

const KINDS_SHOWN = 12;
const HOURS_PER_DAY = 8;

/**
 * @param {Call} call
 * @param {Report} report
 */
export function createOverview(call, report) {
  if (!report.files.some((file) => (file.record_count ?? 0) > 0)) return null;
  /** @type {RequestOf<"overview">} */
  const wanted = { file: null, month: null };
  const body = el("div", { class: "pv-overview__body" });
  let asked = 0;
  const load = async () => {
    const number = (asked += 1);
    body.setAttribute("aria-busy", "true");
    if (body.childElementCount === 0) fill(body, el("p", { class: "pv-help" }, "計算中…"));
    try {
      const numbers = await call("overview", wanted);
      if (number === asked) fill(body, renderNumbers(numbers, report, wanted.file), renderMonth(numbers, choose));
    } catch {
      if (number === asked) fill(body, el("p", { class: "pv-note pv-note--warning" }, "暫時算不出來，請關閉這一段再打開一次。"));
    }
    body.removeAttribute("aria-busy");
  };
  const choose = (/** @type {Partial<RequestOf<"overview">>} */ change) => {
    Object.assign(wanted, change);
    load();
  };
  const { files } = report;
  const section = el("details", { class: "pv-details pv-overview" },
    el("summary", {}, "人數、假別與每日請假概況"),
    files.length > 1 && el("label", { class: "pv-choice" }, el("span", {}, "範圍"),
      el("select", { class: "pv-select", on: { change: (/** @type {Event} */ event) => choose({ file: valueOf(event) || null, month: null }) } },
        el("option", { value: "" }, "這批檔案合計"),
        files.map((file) => el("option", { value: file.name }, file.name)))),
    body);
  section.addEventListener("toggle", () => section.open && load());
  return section;
}

/**
 * @param {Overview} numbers
 * @param {Report} report
 * @param {string | null} file
 */
function renderNumbers({ total, covid, kinds, people, median, days }, report, file) {
  const counted = report.files.filter((one) => file === null || one.name === file);
  const left = counted.length === 1 ? (counted[0].record_count ?? 0) - total.records : 0;
  return [
    definitions([
      ["人數", `${formatNumber(total.people)} 人`],
      ["筆數", `${formatNumber(total.records)} 筆`],
      ["時數", hoursText(total.hours)],
      ["因疫情請假", `${formatNumber(covid.people)} 人，${formatNumber(covid.records)} 筆，${hoursText(covid.hours)}`],
    ], "pv-facts pv-overview__facts"),
    el("p", { class: "pv-help" },
      "時數依檔案裡的日數、時數加總（1 日以 8 小時計），橫跨兩個月的同一筆差假只計一次。",
      left > 0 && `另有 ${formatNumber(left)} 筆讀不出身分證字號，沒有計入。`),
    kinds.length > 0 && kindsChart(kinds),
    renderUnusual(people, median, days),
  ];
}

/** @param {Overview["kinds"]} kinds */
function kindsChart(kinds) {
  const name = (/** @type {Overview["kinds"][number]} */ { kind }) => kind ?? "假別讀不出來";
  const shown = kinds.slice(0, KINDS_SHOWN);
  const rest = kinds.length - shown.length;
  return barChart("各假別時數",
    `時數最多的是${name(kinds[0])}，${hoursText(kinds[0].hours)}。${rest > 0 ? `圖上列出前 ${KINDS_SHOWN} 種，另有 ${formatNumber(rest)} 種見表格。` : ""}`,
    shown.map((kind) => ({ name: name(kind), value: kind.hours, text: `${formatNumber(kind.hours)} 小時` })),
    {
      headings: ["假別", "時數", "筆數", "人數"],
      rows: kinds.map((kind) => [name(kind), kind.hours, kind.records, kind.people]),
    });
}

/**
 * @param {Overview} numbers
 * @param {(change: Partial<RequestOf<"overview">>) => void} choose
 */
function renderMonth({ months, month, days }, choose) {
  if (month === null) return null;
  const numbers = {
    headings: ["日期", "請假人數", "其中因疫情", "時數", "是否上班"],
    rows: days.map((day) => [formatDate(day.date), day.people, day.covid, day.hours,
      day.off === null ? NOT_CHECKED_REASON.calendar : day.off ? "放假日" : "上班日"]),
  };
  const busiest = days.reduce((most, day) => (day.people > most.people ? day : most), days[0]);
  const summary = busiest.people === 0 ? "這個月沒有人請假。"
    : `請假人數最多的是 ${formatDate(busiest.date)}，${formatNumber(busiest.people)} 人。`;
  return [
    months.length > 1 && el("label", { class: "pv-choice" }, el("span", {}, "月份"),
      el("select", { class: "pv-select", on: { change: (/** @type {Event} */ event) => choose({ month: valueOf(event) }) } },
        months.map((/** @type {string} */ one) => el("option", { value: one, selected: one === month }, formatPeriod(one))))),
    el("div", { class: "pv-overview__month" },
      monthChart(`${formatPeriod(month)}每日請假人數（月曆）`, `${summary}顏色越深，請假的人越多；「休」是辦公日曆上的放假日。`, days, numbers),
      dayChart(`${formatPeriod(month)}每日請假人數（長條圖）`, `${summary}斜線部分是因疫情請假的人數，灰底是放假日。`, days, numbers)),
  ];
}

/**
 * @param {Overview["people"]} people
 * @param {number | null} median
 * @param {Day[]} days
 */
function renderUnusual(people, median, days) {
  const unusual = days.filter(({ unusual: beyond }) => beyond);
  if (people.length === 0 && unusual.length === 0) return null;
  return el("div", { class: "pv-overview__unusual" },
    el("h3", {}, "和其他人、其他日相差較多的"),
    el("p", { class: "pv-help" }, "只是提醒可以看一眼，不表示有錯，也不計入問題。"),
    el("ul", {},
      people.map(({ id, name, hours, kind }) => el("li", {},
        `${name ?? "（姓名空白）"}（${id}）：${hoursText(hours)}，以${kind ?? "讀不出來的假別"}為主；這批資料每人的中位數是 ${formatNumber(median ?? 0)} 小時。`)),
      unusual.map(({ date, people: count }) => el("li", {}, `${formatDate(date)}：${formatNumber(count)} 人請假，明顯多於其他上班日。`))));
}

/** @param {number} hours */
function hoursText(hours) {
  return hours < HOURS_PER_DAY ? `${formatNumber(hours)} 小時`
    : `${formatNumber(hours)} 小時（約 ${formatNumber(Math.round((hours / HOURS_PER_DAY) * 10) / 10)} 日）`;
}
