// @ts-check
/** What 我有欄位說明表 says. Names of fields, questions, faults and reasons come from Python. */

import { formatNumber } from "../ui/format.mjs";

export const S = Object.freeze({
  title: "我有欄位說明表",
  lead: "有官方或廠商的欄位說明表（每列說明一個欄位：名稱、代號、型態、長度、必填、代碼），就能直接建立版型，不必等到有資料檔。放入試算表，或從 Word、PDF 複製後貼上；欄的順序與用詞不拘，請連同標題列一起選取。",
  private: "內容只在這臺電腦裡讀取，不會傳送出去，也不會存下來。",
  close: "離開欄位說明表",
  file: "選擇欄位說明表（xlsx、xls、ods、csv 或文字檔）",
  accept: ".xlsx,.xls,.ods,.csv,.tsv,.txt",
  paste: "或貼上表格",
  read: "讀取表格",
  beside: (/** @type {number} */ count) => `目前放入的 ${formatNumber(count)} 個資料檔會一起比對。`,
  reading: "正在讀取欄位說明表…",
  empty: "請先選擇檔案，或貼上表格內容。",
  failed: "這一步沒有成功，請再試一次。",
  retry: "再試一次",
  result: "讀到的欄位說明表",
  count: (/** @type {number} */ lines, /** @type {number} */ open) =>
    `讀到 ${formatNumber(lines)} 個欄位${open > 0 ? `，還有 ${formatNumber(open)} 個問題要您確認` : "，沒有要確認的問題"}。`,
  ready: "這是由版型做成的欄位說明表，照原樣讀回。",
  questions: "請確認",
  questionsHelp: "表裡沒有說明的，程式不會替您決定；下面先選了最常見的寫法。",
  other: "其他（請填寫）",
  fillIn: "選了「其他」的，請在下面的格子填寫，再按一次確認。",
  confirm: "這些選擇都對，確認",
  faults: "表格裡要更正或留意的地方",
  notes: "讀取時的說明",
  lines: "每一列是什麼",
  linesHelp: "「對應到」選錯的請改正；與差假檢核無關的，選「不檢核」。",
  where: "位置", key: "代號", name: "欄位名稱", field: "對應到", form: "寫法與代碼", none: "不檢核", required: "必填", optional: "選填",
  missing: (/** @type {string[]} */ names) => `表裡沒有這些檢核欄位：${names.join("、")}。少了這些，有些規則不會執行，檔案也只算檢核了一部分。`,
  same: "目前放入的資料檔與欄位說明表相符。",
  differences: "目前放入的資料檔與欄位說明表的不同",
  problems: "版型還不能使用：",
  save: "存檔與套用",
  kit: "下載測試用檔案（JSON Schema、範例檔、每個欄位的錯誤檔）",
  table: "下載成欄位說明表（Excel）",
  made: (/** @type {string} */ name) => `已下載「${name}」。`,
  applied: "已採用由欄位說明表建立的版型。",
});
