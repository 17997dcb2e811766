/** Dates and numbers as clerks write and read them, and deadlines as a calendar file. */

import assert from "node:assert/strict";
import test from "node:test";

import { deadlinesAhead, deadlinesOfReport, renderCalendarFile } from "../../site/app/deadlines/calendar-file.mjs";
import { formatBytes, formatDate, formatPeriod, formatTime, formatValue } from "../../site/app/ui/format.mjs";
import { readRocDate } from "../../site/app/ui/roc-date.mjs";
import { file, report } from "./making.mjs";

for (const [text, day] of [
  ["1100607", "2021-06-07"], ["110/6/7", "2021-06-07"], ["110.06.07", "2021-06-07"], ["110-6-7", "2021-06-07"],
  ["110年6月7日", "2021-06-07"], ["民國 110 年 6 月 7 日", "2021-06-07"], [" １１０／０６／０７ ", "2021-06-07"], ["99/12/31", "2010-12-31"],
  ["109/2/29", "2020-02-29"], ["110/2/29", null], ["110/13/1", null], ["110/6/0", null], ["2021/6/7", null], ["110067", null],
  ["", null], ["明天", null],
]) {
  test(`「${text}」 is ${day ?? "no date"}`, () => assert.equal(readRocDate(text), day));
}

test("days, months and times are said in years of the Republic", () => {
  assert.equal(formatDate("2021-06-07"), "110 年 6 月 7 日");
  assert.equal(formatDate(null), "");
  assert.equal(formatPeriod("11006"), "110 年 6 月");
  assert.equal(formatPeriod("2021"), "2021");
  assert.equal(formatPeriod(null), "");
  assert.equal(formatTime("2021-07-15T09:05:59+08:00"), "110 年 7 月 15 日 09:05");
});

test("sizes and values", () => {
  assert.deepEqual([1023, 1024, 1024 ** 2].map(formatBytes), ["1023 位元組", "1.0 KB", "1.0 MB"]);
  assert.deepEqual(["甲", 8, null, true].map(formatValue), ["「甲」", "8", "null", "true"]);
});

test("only files that are still to be sent are in the calendar, each once", () => {
  const overdue = file("b.json", [], { period: "11005", deadline: { date: "2021-06-20", status: "overdue", days_left: -25, note: null } });
  const unknown = file("c.json", [], { deadline: { date: null, status: "not_applicable", days_left: null, note: null } });
  const events = deadlinesOfReport(report([file("a.json"), file("a2.json"), overdue, unknown]));
  assert.deepEqual(events.map(({ date, title }) => [date, title]), [["2021-07-20", "差假資料報送期限：水上鄉公所 110 年 6 月"]]);
});

test("the calendar file keeps to RFC 5545", () => {
  const ahead = [{ period: "11006", date: "2021-07-20", days_left: 5, note: "遇假日,順延;至次一\n工作日".repeat(8) }];
  const text = renderCalendarFile(deadlinesAhead(ahead), new Date("2021-07-15T01:02:03.456Z"));
  const lines = text.split("\r\n");
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75), text);
  assert.equal(lines.at(-1), "");
  for (const line of ["DTSTAMP:20210715T010203Z", "DTSTART;VALUE=DATE:20210720", "UID:2021-07-20-11006@pyvalidator"]) assert.ok(lines.includes(line), line);
  assert.equal(lines.filter((line) => line === "BEGIN:VALARM").length, 3);
  const unfolded = text.replaceAll("\r\n ", "");
  assert.ok(unfolded.includes(`DESCRIPTION:${"遇假日\\,順延\\;至次一 工作日".repeat(8)}\r\n`), unfolded);
});
