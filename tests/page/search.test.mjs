/** The search finds Chinese words inside sentences and ranks what clerks look for first. */

import assert from "node:assert/strict";
import test from "node:test";

import { SAID } from "../../site/app/search/said.mjs";
import { LIMIT, buildSearch } from "../../site/app/search/search.mjs";
import { snippet } from "../../site/app/search/snippet.mjs";
import { normalize, tokenize } from "../../site/app/search/words.mjs";

const entry = (url, title, text, heading = "") => ({ url, title, heading, section: "手冊", text });
const PAGES = [
  entry("rules/cod105/index.html", "身分證字號檢查碼不符", "COD105：平臺退回的檔案常有這個問題，機關憑證無關。"),
  entry("manual/fix/index.html", "怎麼修", "平臺退回時，請先看檢核結果。"),
  entry("manual/fix/index.html#certificate", "怎麼修", "機關憑證要向憑證管理中心申請。", "機關憑證"),
  entry("develop/search/index.html", "平臺退回", "平臺退回"),
];
const search = buildSearch(PAGES);
const found = (query) => search(query).hits.map(({ entry: { url } }) => url);

test("spelling, width and case do not matter", () => {
  assert.equal(normalize("台ＣＯＤ１０５　Ab"), "臺cod105 ab");
  assert.deepEqual(found("台退"), found("臺退"));
  assert.deepEqual(found("ＣＯＤ１０５"), ["rules/cod105/index.html"]);
});

test("Chinese is cut into pairs, other words stay whole and open at underscores", () => {
  assert.deepEqual(tokenize("機關憑證", false), ["機關", "關憑", "憑證"]);
  assert.deepEqual(tokenize("機關", true), ["機關", "關"]);
  assert.deepEqual(tokenize("證", false), ["證"]);
  assert.deepEqual(tokenize("欄位person_id錯", false), ["欄位", "person_id", "person", "id", "錯"]);
});

test("the manual comes first, pages for developers last", () => {
  const alike = ["develop/a/index.html", "rules/a/index.html", "manual/a/index.html", "covid/a/index.html#b"];
  const ranked = buildSearch(alike.map((url) => entry(url, "請假", "請假規定")))("請假").hits.map((hit) => hit.entry.url);
  assert.deepEqual(ranked.slice(0, 2).sort(), ["covid/a/index.html#b", "manual/a/index.html"]);
  assert.deepEqual(ranked.slice(2), ["rules/a/index.html", "develop/a/index.html"]);
});

test("places of one page are one answer, the heading that says it before the text", () => {
  const [first] = search("機關憑證").hits;
  assert.equal(first.entry.heading, "機關憑證");
  assert.ok(search("怎麼修").hits.every((hit, index, all) => all.findIndex((other) => other.entry.title === hit.entry.title) === index));
});

test("what people ask around their words is no part of the question", () => {
  assert.deepEqual(found("請問機關憑證要怎麼申請？"), found("機關憑證 申請"));
  assert.notDeepEqual(found("怎麼修"), []);
});

test("numbers are the same with either unit, in Chinese or in digits", () => {
  for (const text of ["20日", "20 號", "二十日", "二十號", "廿日", "２０號"]) assert.deepEqual(tokenize(text, false), ["20日"], text);
  assert.deepEqual(tokenize("十一月", false), ["11月"]);
  assert.deepEqual(tokenize("三天", false), tokenize("3日", false));
  assert.deepEqual(tokenize("一二三四年", false).slice(0, 2), ["一二", "二三"]);
});

test("身份 is 身分, whatever is meant is found by what is said", () => {
  const pages = [
    entry("rules/a/index.html", "檢查碼", "身分證字號的檢查碼不符"), entry("manual/b/index.html", "休假", "休假的天數"),
    entry("manual/refused/index.html", "平臺沒有收下", "平臺沒有收下檔案時，先看這一頁。"), entry("manual/c/index.html", "停班", "停班登記"),
  ];
  const first = (query) => buildSearch(pages)(query).hits[0]?.entry.url;
  assert.equal(first("身份證號碼"), "rules/a/index.html");
  assert.equal(first("上傳失敗"), "manual/refused/index.html");
  assert.equal(first("被退件了"), "manual/refused/index.html");
  assert.equal(first("颱風假"), "manual/c/index.html");
});

test("a page that is known to answer a phrase is found, also where it says it in other words", () => {
  const { hits } = buildSearch([entry("manual/late/index.html", "逾期", "過了二十天"), entry("rules/a/index.html", "欄位", "補報 補報 補報")])("忘記報");
  assert.equal(hits[0].entry.url, "manual/late/index.html");
});

test("of a phrase and a part of it the longer one is taken", () => {
  const phrases = SAID.map(([phrase]) => phrase);
  assert.ok(phrases.indexOf("家庭照顧假") < phrases.indexOf("事假") && phrases.indexOf("公傷假") < phrases.indexOf("公傷"));
  assert.deepEqual(phrases.filter((phrase) => normalize(phrase) !== phrase), []);
  assert.deepEqual(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index), []);
});

test("a single character is found", () => assert.notDeepEqual(found("證"), []));

test("without a place that has all of it the nearest are shown and said to be near", () => {
  const { hits, exact } = search("機關憑證檢核");
  assert.equal(exact, false);
  assert.deepEqual(hits.map((hit) => hit.entry.url).sort(), ["manual/fix/index.html#certificate", "rules/cod105/index.html"]);
});

test("nonsense finds nothing, and neither does nothing", () => {
  for (const query of ["石頭火山", "zzzz", "！？", ""]) assert.deepEqual(found(query), [], query);
});

test("no more pages are shown than the limit", () => {
  const many = buildSearch(Array.from({ length: LIMIT + 5 }, (_, number) => entry(`manual/${number}/index.html`, "請假", "請假規定")));
  assert.equal(many("請假").hits.length, LIMIT);
});

test("a snippet begins near the words, marks them and loses nothing", () => {
  const text = `${"前".repeat(200)}機關憑證要向憑證管理中心申請${"後".repeat(200)}`;
  const parts = snippet(text, ["憑證"], 60);
  assert.deepEqual(parts.filter(({ marked }) => marked).map((part) => part.text), ["憑證", "憑證"]);
  assert.ok(parts[0].text.startsWith("…") && parts.at(-1).text.endsWith("…"));
  assert.equal(parts.map((part) => part.text).join("").length, 62);
  assert.equal(snippet("短短的文字", ["沒有"], 60).map((part) => part.text).join(""), "短短的文字");
});

test("where a word stands as a whole, its pairs elsewhere are not marked", () => {
  assert.deepEqual(snippet("機關的機關憑證", ["機關憑證"], 60).filter(({ marked }) => marked).map((part) => part.text), ["機關憑證"]);
});

test("where a word stands nowhere as a whole, its pairs are marked", () => {
  assert.deepEqual(snippet("機關的憑證", ["機關憑證"], 60).filter(({ marked }) => marked).map((part) => part.text), ["機關", "憑證"]);
});

test("the start page of a part is known by the name the list gives it", () => {
  const pages = [entry("authorities/index.html", "給主管機關", "名冊的格式。"), entry("manual/merged/index.html", "名冊", "名冊與名冊。")];
  const [first] = buildSearch(pages)("名冊").hits;
  assert.equal(first.entry.url, "authorities/index.html");
});

test("a page that is named as what was asked opens at its beginning", () => {
  const start = entry("manual/returned/index.html", "退件", "先看是誰退的、退的是哪一份，再改；改的地方是差勤系統，不是檔案。");
  const pages = [start, entry("manual/returned/index.html#message", "退件", "退件的訊息。", "記下訊息")];
  assert.deepEqual(buildSearch(pages)("退件").hits.map((hit) => hit.entry.url), [start.url]);
  assert.equal(buildSearch(pages)("退件 訊息").hits[0].entry.heading, "記下訊息");
});
