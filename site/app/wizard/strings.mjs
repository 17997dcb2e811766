// @ts-check
/** What 對照精靈 says. Names of fields, forms and codes come from Python. */

import { formatNumber } from "../ui/format.mjs";
import { DATASET, SEVERITY } from "../ui/shared-words.mjs";

/** @import { WizardAbout } from "../worker/messages.d.ts" */

export const W = Object.freeze({
  open: "用對照精靈設定這種格式",
  title: "對照精靈",
  lead: "告訴檢核程式：檔案裡的每個鍵是什麼。程式已先推測，請逐項確認；每次改動都會立刻重新檢核。完成後存成版型檔，下次和資料檔一起放入就能檢核。",
  private: "檔案內容只在這臺電腦裡讀取，不會存下來；版型檔裡只有鍵名、代碼和您確認的設定，沒有人員資料。",
  reading: "正在讀取檔案的結構…",
  close: "離開對照精靈",
  leaving: "離開對照精靈？",
  leavingText: "您做的修正還沒有套用到目前的檔案，離開後就沒有了；已下載的版型檔不受影響。",
  stay: "留在對照精靈",
  leave: "離開，不保留修正",
  needFile: "請先放入一個資料檔，再開啟對照精靈。",
  failed: "這一步沒有成功。請再試一次；檔案很大時，請先用一個較小的檔案設定。",
  retry: "再試一次",
  readPartly: (/** @type {string[]} */ names) => `檔案較大，只看了開頭一部分來推測：${names.join("、")}。下面的檢核結果是整份檔案的。`,
  more: (/** @type {number} */ count) => `另有 ${formatNumber(count)} 個檔案沒有用來推測；下面的檢核結果包含所有檔案。`,
  step: Object.freeze({
    found: "一、找到的資料", columns: "二、每個鍵是什麼", codes: "三、代碼的意思", about: "四、版型的說明", save: "五、存檔與套用",
  }),
  columnsHelp: "「對應到」選錯的請改正；與差假檢核無關的鍵，選「不檢核」。身分證字號已遮罩。",
  key: "檔案裡的鍵", content: "內容", field: "對應到", form: "寫法", required: "必填", result: "檢核結果",
  none: "不檢核",
  usual: "差假檢核需要", other: "其他",
  fine: "沒有發現問題",
  notChecked: "不檢核內容",
  missing: (/** @type {string[]} */ names) => `還沒有對應：${names.join("、")}。少了這些，有些規則不會執行。`,
  complete: "差假檢核需要的欄位都有對應了。",
  openCodes: (/** @type {number} */ count) => `還有 ${formatNumber(count)} 個代碼沒有意思，請在「三、代碼的意思」選擇或貼上代碼表。`,
  unsure: (/** @type {number} */ count) => `有 ${formatNumber(count)} 個鍵的對應是推測的，把握不高，請在「二、每個鍵是什麼」逐項核對；對應錯了，檢核結果就不能採信。`,
  soFar: "只就目前的對應：",
  noCodes: "這個檔案沒有要說明的代碼。",
  code: "代碼", seen: "出現次數", meaning: "意思",
  notSeen: "檔案裡沒有",
  choose: "（請選擇）",
  paste: "貼上或選擇代碼表",
  pasteLabel: "從試算表複製代碼、名稱兩欄，貼在這裡",
  importLabel: "或選擇代碼表檔案（CSV 或 Excel）",
  usePasted: "採用貼上的代碼表",
  pasteEmpty: "請先貼上代碼表。",
  taken: (/** @type {number} */ count) => `已填入 ${formatNumber(count)} 個代碼的意思。`,
  unknown: (/** @type {string[]} */ names) => `下列名稱沒有規則認得，請在上表選擇最接近的：${names.join("、")}。`,
  checking: "重新檢核中…",
  now: "目前的檢核結果",
  elsewhere: "與個別的鍵無關的項目",
  problems: "設定還不能用：",
  save: "下載版型檔（.toml）",
  apply: "套用到目前的檔案",
  single: "下載含此版型的單一檔案（HTML）",
  singleHelp: "給同事用：一個 HTML 檔，開啟後就以這個版型檢核，不必再放版型檔。",
  pickSingle: "選擇單一檔案版（attendance-check.html）",
  pickHelp: "網站上的頁面讀不到自己的程式，請選擇您已取得的單一檔案版，會另存一份含此版型的新檔，不改動原檔。",
  notSingle: "這個檔案不是本工具的單一檔案版，請重新選擇。",
  saved: (/** @type {string} */ name) => `已交給瀏覽器下載：${name}`,
  see: "看版型檔的內容",
  applied: "已套用這個版型，正在重新檢核。",
});

/** What the comparison of two profiles says. */
export const C = Object.freeze({
  title: "比較兩份版型",
  lead: "規格改版，或同事也做了一份版型時，看兩份差在哪裡。版型檔只在這臺電腦裡讀取。",
  close: "離開比較",
  sides: /** @type {const} */ (["原來的版型", "另一份版型"]),
  none: "（請選擇）",
  file: (/** @type {string} */ side) => `${side}：選擇版型檔（.toml）`,
  choose: "請選擇兩份版型：內建的，或自己的版型檔。把兩個版型檔一起拖進頁面也可以。",
  result: "比較結果",
  found: (/** @type {string[]} */ [first, second], /** @type {number} */ count) =>
    `「${first}」→「${second}」：${count > 0 ? `${formatNumber(count)} 處不同。` : "內容相同。"}`,
  unusable: (/** @type {string[]} */ titles) => `${titles.map((title) => `「${title}」`).join("、")}無法使用，不能比較。請先依下列說明修正。`,
  failed: "比較沒有成功，請再試一次。",
  retry: "再試一次",
});

/** @type {[keyof WizardAbout, string, string][]} name, label, help */
export const ABOUT = [
  ["title", "名稱", "例如「○○縣差勤系統產製格式」"],
  ["source", "來源", "依據哪一份規格或哪個系統的檔案"],
  ["author", "建立者", "單位或職稱即可"],
  ["date", "日期", "建立或修改的日期"],
  ["id", "代號", "小寫英文、數字與減號；用在檔名"],
  ["version", "版次", "改過就加一"],
  ["first", "適用的第一個資料年月", "例如 11101；不限就留空"],
  ["last", "適用的最後資料年月", "不限就留空"],
];

/** @type {[keyof WizardAbout, string, [string, string][]][]} name, label, options */
export const ABOUT_CHOICES = [
  ["status", "依據", [["assumption", "自行推定（不是官方格式）"], ["official", "依官方公布的規格"]]],
  ["dataset", "檔案裡沒有寫資料種類時", [["monthly", `視為${DATASET.monthly}`], ["covid109", `視為 ${DATASET.covid109}`], ["", "不推定（部分規則不檢核）"]]],
  ["unknown_keys", "檔案裡有版型沒列的鍵時", [["error", `列為「${SEVERITY.error}」`], ["allow", "略過不管"]]],
];
