// @ts-check
/** 「平臺不收這個檔案？」: a text with shapes in place of values, to correct a profile or report a rule. */

import { copyButton } from "../ui/clipboard.mjs";
import { choice, optionsOf } from "../ui/controls.mjs";
import { openDialog } from "../ui/dialog.mjs";
import { button, el } from "../ui/dom.mjs";
import { T } from "../ui/strings.mjs";
import { saveFile } from "../ui/save-file.mjs";

/** @import { Report } from "../report.d.ts" */
/** @import { Call } from "../worker/messages.d.ts" */

export const PLATFORM_REFUSED = "平臺不收這個檔案？";

const HELP = "以平臺的結果為準。請先確認上傳的就是這一份檔案，並記下平臺的訊息。下面這段文字不含檔案內容與人員資料，只有版型、規則、鍵名和值的樣子，可以交給版型的建立者、差勤系統廠商或本工具的維護者，用來修正版型。";

/**
 * @param {Report} report
 * @param {Call} call
 * @param {(rule: string) => string} ruleTitle
 */
export async function openPlatformRefusal(report, call, ruleTitle) {
  const readable = report.files.filter((file) => file.status !== "unreadable");
  const [first] = readable;
  if (!first) {
    openDialog(PLATFORM_REFUSED, el("p", {}, "這些檔案讀不出 JSON 資料，請先依檢核結果重新產製。"));
    return;
  }
  const wanted = { file: first.name, key: "", rule: "" };
  const text = el("textarea", { class: "pv-text", rows: 10, readonly: true, "aria-label": "要提供的文字" });
  const statusLine = el("p", { class: "pv-help", role: "status" });
  let name = "";
  const refresh = async () => {
    const answer = await call("refused", { file: wanted.file, key: wanted.key || null, rule: wanted.rule || null });
    text.value = answer.text;
    name = answer.name;
    return answer;
  };
  const change = (/** @type {"file" | "key" | "rule"} */ name) => (/** @type {string} */ value) => {
    wanted[name] = value;
    refresh().catch(() => (statusLine.textContent = "這一步沒有成功，請再試一次。"));
  };
  const { keys } = await refresh();
  const seen = [...new Set(readable.flatMap((file) => file.findings.map(({ rule }) => rule)))];
  openDialog(PLATFORM_REFUSED, [
    el("p", {}, HELP),
    el("div", { class: "pv-wizard__about" },
      readable.length > 1 && choice("哪一個檔案", optionsOf(readable.map((file) => ({ value: file.name, title: file.name }))),
        first.name, change("file")).element,
      choice("平臺說哪個鍵有問題", optionsOf([{ value: "", title: "不知道" }, ...keys]), "", change("key")).element,
      choice("哪一條規則似乎不對（選填）", optionsOf([{ value: "", title: "沒有" },
        ...seen.map((rule) => ({ value: rule, title: `${rule} ${ruleTitle(rule)}` }))]), "", change("rule")).element),
    text,
    el("div", { class: "pv-row" },
      copyButton("複製這段文字", () => text.value, (words) => (statusLine.textContent = words)),
      button("下載成文字檔", () => {
        saveFile(name, new Blob([text.value], { type: "text/plain" }));
        statusLine.textContent = T.downloaded(name);
      })),
    statusLine,
  ]);
}
