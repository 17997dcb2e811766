/** A finding in words, the masking of texts that leave the page, and what the address may hold. */

import assert from "node:assert/strict";
import test from "node:test";

import { filterWords } from "../../site/app/findings/filter-words.mjs";
import { emptyFilters } from "../../site/app/findings/list-model.mjs";
import { readFragment, writeFragment } from "../../site/app/findings/address-fragment.mjs";
import { maskText } from "../../site/app/findings/mask-ids.mjs";
import { findingText, personText, placeText } from "../../site/app/findings/text.mjs";
import { finding, person, report } from "./making.mjs";

test("everything that looks like an ID is masked", () => {
  assert.equal(maskText("A123456788、ab12345678 與 AB12345678"), "A12345****、ab1234**** 與 AB1234****");
  assert.equal(maskText("110 年 6 月，376506200A"), "110 年 6 月，376506200A");
});

test("the finding's own ID is masked even where it looks like none", () => {
  const odd = finding({ value: "身分證12", person: person({ id: "一二三四五六七八" }) });
  assert.equal(maskText("一二三四五六七八", odd), "一二三四五六**");
  assert.equal(maskText("A12345678", finding({ value: "A12345678" })), "A12345***");
  assert.equal(maskText("1100603", finding({ field: "end_date", value: "1100603", person: null })), "1100603");
});

test("a finding as text says everything and is masked", () => {
  const whole = finding({ message: "「A123456788」的檢查碼不符。", value: "A123456788", person: person({ id: "A123456788" }), owner: ["personnel", "vendor"] });
  const text = findingText({ finding: whole, file: "a.json" }, report());
  assert.ok(!text.includes("A123456788"), text);
  for (const wanted of ["【必須修正】身分證字號檢查碼不符（COD105）", "檔案：a.json", "第 5 列，第 20 欄（指標 /records/0/person_id）",
    "差假：休假 110/6/8 08:00–17:00，1 日", "目前內容：「A12345****」", "修正方式：請對照人事資料", "由誰修改：人事、廠商",
    "reference 第 1 版"]) assert.ok(text.includes(wanted), `${wanted}\n${text}`);
  assert.ok(!text.includes("應為"), text);
});

test("a finding about several files names them", () => {
  const about = { ...finding({ line: null, column: null, person: null, value: null }), files: ["a.json", "b.json"] };
  const text = findingText({ finding: about, file: null }, report());
  assert.ok(text.includes("檔案：a.json、b.json") && !text.includes("位置："), text);
  assert.equal(placeText(about), "");
});

test("a person's text has day and number of the record, and words for what is missing", () => {
  assert.equal(personText(finding({ day: "2021-06-07" })), "王小明（A12345****），110 年 6 月 7 日，第 1 筆");
  assert.equal(personText(finding({ person: person({ id: null, name: null, index: 1233 }) })), "（姓名空白）（無身分證字號），第 1,234 筆");
  assert.equal(personText(finding({ person: null })), "");
});

test("the filters in use are told in words, masked, and the order is none of them", () => {
  const { profile } = report();
  const words = (changes) => filterWords({ ...emptyFilters(), ...changes }, profile, (rule) => `${rule} 的名稱`);
  assert.equal(words({ sort: "person", person: "  " }), "");
  assert.equal(words({ severity: ["error", "info"], rule: ["REC320"] }), "嚴重程度：必須修正、參考；規則：REC320 REC320 的名稱");
  assert.equal(words({ field: "end_date", owner: "vendor", file: "a.json", person: "A123456789", text: " 王小明 ", onlyNew: true }),
    "欄位：end_date；由誰修改：廠商；檔案：a.json；人員：A12345****；搜尋：王小明；只看新出現的");
});

const standIn = (hash) => {
  globalThis.location = { hash, pathname: "/index.html", search: "" };
  globalThis.history = { state: null, replaceState: (_state, _title, address) => (globalThis.location.written = address) };
};

test("only rule, severity and sort are taken from the address", () => {
  standIn("#rule=COD105,<b>,rec301&severity=error,fatal&sort=person&text=王小明&file=x.json");
  assert.deepEqual(readFragment(), { rule: ["COD105"], severity: ["error"], sort: "person" });
  standIn("#sort=name");
  assert.deepEqual(readFragment(), { rule: [], severity: [], sort: "rule" });
});

test("only rule, severity and sort are written to the address", () => {
  standIn("");
  writeFragment({ rule: ["COD105"], severity: ["error", "info"], sort: "day", person: "王小明", text: "秘密", file: "x.json" });
  assert.equal(location.written, "/index.html#rule=COD105&severity=error,info&sort=day");
  standIn("#rule=COD105");
  writeFragment({ rule: [], severity: [], sort: "rule" });
  assert.equal(location.written, "/index.html");
});

test("an address that says it already is left alone, and one that refuses does not matter", () => {
  standIn("#rule=COD105");
  writeFragment({ rule: ["COD105"], severity: [], sort: "rule" });
  assert.equal(location.written, undefined);
  history.replaceState = () => {
    throw new Error("refused");
  };
  writeFragment({ rule: [], severity: [], sort: "rule" });
});
