/** What the page says of a result as a whole. */

import assert from "node:assert/strict";
import test from "node:test";

import { absentAgencies, agencyName, withMonths } from "../../site/app/results/absent-agencies.mjs";
import { checkRecordText } from "../../site/app/results/check-record.mjs";
import { deadlineText } from "../../site/app/results/file-facts.mjs";
import { vendorText } from "../../site/app/results/vendor-text.mjs";
import { nextStep, verdictAnnouncement, verdictOfFile, verdictOfReport } from "../../site/app/results/verdict.mjs";
import { verdictText } from "../../site/app/ui/shared-words.mjs";
import { itemsOfFile } from "../../site/app/findings/list-model.mjs";
import { file, finding, report } from "./making.mjs";

const otherLayout = [{ rule: "COD105", reason: "layout", count: 0 }];
const warning = finding({ severity: "warning", rule: "REC320" });

for (const [what, files, verdict] of [
  ["a faultless file", [file()], "pass"],
  ["a warning", [file("a.json", [warning])], "warning"],
  ["an error", [file("a.json", [finding(), warning])], "error"],
  ["a file that cannot be read", [file("a.json", [finding()], { status: "unreadable" })], "unreadable"],
  ["a file of another layout", [file("a.json", [finding(), finding({ rule: "STR100" })], { record_count: null, not_checked: otherLayout })], "layout"],
  ["a file that is no data", [file("a.json", [finding({ rule: "SYN170" })], { record_count: null, not_checked: otherLayout })], "error"],
  ["a field that the profile lacks", [file("a.json", [], { not_checked: otherLayout })], "pass"],
  ["records not found for another reason", [file("a.json", [finding()], { record_count: null })], "error"],
  ["files that fail in different ways", [file("a.json", [finding()], { status: "unreadable" }), file("b.json", [finding()])], "error"],
  ["a failing file beside a warning", [file("a.json", [warning]), file("b.json", [finding()], { status: "unreadable" })], "unreadable"],
]) {
  test(`the verdict on ${what} is ${verdict}`, () => assert.equal(verdictOfReport(report(files)), verdict));
}

test("nothing that is said of a faultless sample of this tool sounds as if it could be sent", () => {
  const sample = file("sample.json", [finding({ severity: "info", rule: "FIL620" })], { sample: true });
  assert.ok(nextStep(report([file()]), "pass").includes("上傳"));
  for (const files of [[sample], [file(), sample]]) {
    assert.equal(verdictOfReport(report(files)), "pass");
    assert.doesNotMatch(nextStep(report(files), "pass"), /上傳|報送/);
  }
});

test("a pass tells the platform's own check first, then the upload by the file's own deadline", () => {
  const due = (status, date) => file("a.json", [], { deadline: { status, date, days_left: 1, note: null } });
  const step = (...files) => nextStep(report(files), "pass");
  assert.match(step(due("upcoming", "2026-12-20")), /^先用平臺自己的「JSON檔檢核功能」.*115 年 12 月 20 日以前上傳。$/);
  assert.match(step(due("due", "2026-12-20")), /JSON檔檢核功能.*請在今天上傳。$/);
  assert.match(step(due("overdue", "2026-10-20")), /JSON檔檢核功能.*期限已過，請儘速。$/);
  assert.match(step(due("not_applicable", null)), /JSON檔檢核功能.*上傳。$/);
  assert.match(step(due("overdue", "2026-10-20"), due("upcoming", "2026-12-20")), /每個檔案先用.*各自的期限/);
  assert.match(step(due("upcoming", "2026-12-20"), due("upcoming", "2026-12-20")), /115 年 12 月 20 日以前/);
});

test("a finding about several files counts for the verdict, information does not", () => {
  const about = (severity) => report([file()], { findings: [{ ...finding({ severity }), files: ["11006.json"] }] });
  assert.equal(verdictOfReport(about("warning")), "warning");
  assert.equal(verdictOfReport(about("info")), "pass");
});

for (const [what, findings, data, verdict] of [
  ["a zip in a zip", [], true, "partial"],
  ["a picture", [], false, "pass"],
  ["a zip in a zip, beside a warning", [warning], true, "partial"],
  ["a zip in a zip, beside an error", [finding()], true, "error"],
]) {
  test(`what was passed over counts for the verdict: ${what}`, () => {
    const skipped = [{ name: "a.zip/b", reason: "沒有檢核", data }];
    assert.equal(verdictOfReport(report([file("a.zip/a.json", findings)], { skipped })), verdict);
  });
}

test("the record of a check names what was passed over, and has no hash of what could not be read", () => {
  const text = checkRecordText(report([file("a.json", [], { sha256: null })], { skipped: [{ name: "a/b.json.txt", reason: "沒有檢核", data: true }] }), 0);
  assert.match(text, /略過沒有檢核的檔案：a\/b\.json\.txt：沒有檢核/);
  assert.match(text, /SHA-256：讀不到內容/);
});

test("an unreadable file of no layout stays unreadable", () => {
  assert.equal(verdictOfFile(file("a.json", [], { status: "unreadable", record_count: null, not_checked: otherLayout })), "unreadable");
});

test("a pass under another profile is not said to fit the reference profile", () => {
  const { profile } = report();
  assert.equal(verdictText("pass", profile), "未發現錯誤（依參考版型，非平臺認可）");
  assert.equal(verdictText("pass", { ...profile, id: "county", title: "縣府版型" }), "未發現錯誤（依版型「縣府版型」，非平臺認可）");
  assert.equal(verdictText("error", { ...profile, id: "county" }), "請先修正");
});

test("a screen reader is told the verdict and the counts", () => {
  assert.equal(verdictAnnouncement(report([file("a.json", [finding(), warning])])),
    "檢核完成：請先修正。必須修正 1 項，請確認並說明 1 項，參考 0 項。");
});

for (const [deadline, text] of [
  [{ date: "2021-07-20", status: "upcoming", days_left: 5, note: null }, "110 年 7 月 20 日，還有 5 天"],
  [{ date: "2021-07-20", status: "due", days_left: 0, note: "遇假日順延" }, "110 年 7 月 20 日，就是今天。遇假日順延"],
  [{ date: "2021-07-20", status: "overdue", days_left: -2, note: null }, "110 年 7 月 20 日，已過 2 天"],
  [{ date: "2021-07-20", status: "overdue", days_left: -61, note: null }, "110 年 7 月 20 日"],
  [{ date: null, status: "not_applicable", days_left: null, note: null }, "資料年月或資料種類讀不出來，無法推算"],
]) {
  test(`a deadline that is ${deadline.status} reads ${text}`, () => assert.equal(deadlineText(deadline), text));
}

const cell = (status, name, changes = {}) =>
  ({ agency_code: name, agency_name: name, period: "11006", status, file: null, other_months: [], ...changes });

test("who has no file is told of one month, apart from who has files of other months", () => {
  const matrix = [
    cell("overdue", "甲"), cell("overdue", "甲", { period: "11005" }), cell("pass", "乙", { file: "b.json" }),
    cell("overdue", null, { agency_code: "3765" }), cell("overdue", "丁", { other_months: ["11004", "11005"] }),
  ];
  const { missing, other } = absentAgencies(report([file()], { matrix }));
  assert.deepEqual(missing.map(agencyName), ["甲", "3765"]);
  assert.deepEqual(other.map(withMonths), ["丁（110 年 4 月、110 年 5 月）"]);
  assert.deepEqual(absentAgencies(report([file()], { matrix, month: "11005" })).missing.map(agencyName), ["甲"]);
});

test("the check record names the month and the agencies, and says nothing where nobody is absent", () => {
  const text = (matrix) => checkRecordText(report([file()], { matrix }), 0);
  assert.match(text([cell("overdue", "丁", { other_months: ["11005"] })]),
    /報送情形的資料年月：110 年 6 月\n檔案是其他月份的機關：1 個機關：丁（110 年 5 月）\n/);
  assert.ok(!text([cell("overdue", "丁", { other_months: ["11005"] })]).includes("還沒收到"));
  assert.ok(!text([cell("pass", "甲", { file: "a.json" })]).includes("報送情形的資料年月"));
});

test("the check record says what was checked, under what, with which result, and what it does not prove", () => {
  const made = report([file("a.json", [finding(), warning], { not_checked: otherLayout })], { matrix: [cell("overdue", "民雄鄉公所")] });
  const text = checkRecordText(made, 1);
  for (const wanted of [
    "檢核時間：110 年 7 月 15 日 09:00", "結論：請先修正", "已說明 1 項", "參考版型（reference 第 1 版，本工具的假設，非官方格式）", "pyvalidator 7.0.1",
    "還沒收到：1 個機關：民雄鄉公所", "檔案：a.json（5.0 KB）", "9f".repeat(32), "資料年月：110 年 6 月", "42 筆，17 人",
    "未完整檢核：1 條規則", "不代表平臺一定接受", "承辦：", "單位主管：",
  ]) assert.ok(text.includes(wanted), `${wanted} is not in:\n${text}`);
});

test("the check record says what could not be read", () => {
  const text = checkRecordText(report([file("a.json", [], { agency_code: null, agency_name: null, period: null, record_count: null })]), 0);
  for (const name of ["機關", "資料年月", "筆數與人數"]) assert.ok(text.includes(`${name}：讀不出來`), text);
});

test("the text for the vendor is masked, leaves information out and shows three places of a rule", () => {
  const owner = ["personnel", "vendor"];
  const whole = finding({ message: "「A123456788」的檢查碼不符。", value: "A123456788", owner });
  const note = finding({ severity: "info", rule: "FIL501", owner });
  const items = itemsOfFile("a.json", [whole, whole, whole, whole, whole, { ...warning, owner }, note]);
  const text = vendorText(report([file("a.json", items.slice(0, 6).map((item) => item.finding))]), { items, filter: "" });
  assert.ok(!text.includes("A123456788") && text.includes("「A12345****」的檢查碼不符"), text);
  assert.ok(!text.includes("FIL501"), text);
  assert.equal(text.split("/records/0/person_id").length - 1, 4);
  assert.ok(text.includes("COD105 身分證字號檢查碼不符：5 項") && text.includes("另有 2 處"), text);
  assert.ok(text.includes("差假：休假 110/6/8 08:00–17:00，1 日") && !text.includes("篩選"), text);
});

test("the text for the vendor says what the filters leave out", () => {
  const mine = { ...warning, owner: ["vendor"] };
  const made = report([file("a.json", [finding(), finding(), mine])]);
  const text = (items, filter) => vendorText(made, { items: itemsOfFile("a.json", items), filter });
  const rest = "全部 3 項：必須修正 2 項，請確認並說明 1 項，參考 0 項。";
  assert.ok(text([mine], "規則：REC320").includes(`這裡只列出 1 項（篩選：廠商能改的；規則：REC320），${rest}`), text);
  assert.ok(text([finding(), finding(), mine], "").includes(`這裡只列出 1 項（篩選：廠商能改的），${rest}`), text);
});

test("the vendor is told only of what the vendor can change, and where there is nothing, that is said", () => {
  const mine = finding({ rule: "SYN310", title: "最後一項後面多了逗號", owner: ["vendor"] });
  const text = vendorText(report(), { items: itemsOfFile("a.json", [finding({ owner: ["unit"] }), mine]), filter: "" });
  assert.ok(text.includes("SYN310") && !text.includes("COD105"), text);
  assert.equal(vendorText(report(), { items: itemsOfFile("a.json", [finding(), warning]), filter: "" }), "問題清單目前列出的項目，沒有要請廠商修改的。");
});

// Whatever else is wrong: of what nobody looked at, no word may sound as if the file could be handed over.
const SENDING = /可以依|上傳|報送。|未發現錯誤/;
const GAP = { complete: false, unmapped: ["leave_type"], elsewhere: [], said: ["沒有檢核：假別（版型沒有這些欄位的位置）"] };

for (const [name, findings, verdict] of [["nothing else", [], "partial"], ["a warning", [warning], "partial"], ["an error", [finding()], "error"]]) {
  test(`a file of which a part was not looked at, beside ${name}, is ${verdict}`, () => {
    const one = report([file("a.json", findings, { coverage: GAP })]);
    assert.equal(verdictOfReport(one), verdict);
    assert.doesNotMatch(nextStep(one, verdict), SENDING);
    assert.match(verdictAnnouncement(one), /沒有檢核：假別/);
    const text = checkRecordText(one, 0);
    assert.match(text, /沒有檢核：假別/);
    assert.doesNotMatch(text.replace(/報送期限.*/g, ""), SENDING);
  });
}

test("a changed layout is another layout", () => {
  assert.equal(verdictOfReport(report([file("a.json", [finding({ rule: "STR105" })])])), "layout");
});

test("the check record marks what was given beside the file", () => {
  const given = { period: { value: "11006", source: "set", said: "資料年月：11006（另外填寫的，不是檔案裡寫的）" } };
  assert.match(checkRecordText(report([file("a.json", [], { given })]), 0), /另外填寫的，不是檔案裡寫的/);
});
