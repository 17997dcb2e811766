// @ts-check
/** What 對照精靈 says. Names of fields, forms and codes come from Python. */

import { formatNumber } from "../ui/format.mjs";
import { SEVERITY } from "../ui/shared-words.mjs";

/** @import { WizardAbout } from "../worker/messages.d.ts" */

export const W = Object.freeze({
  open: "用對照精靈設定這種格式",
  openFrom: "用對照精靈調整版型",
  openWhy: "有些鍵、代碼或位置不在所用的版型裡；不是檔案寫錯的話，請調整版型。",
  title: "對照精靈",
  lead: "把檔案裡的資料對應到檢核欄位，存成版型檔，之後每個月都能用。程式已先推測，只問不能確定的。",
  private: "檔案內容只在這臺電腦裡讀取，不會存下來；版型檔裡只有鍵名、代碼和您確認的設定，沒有人員資料。",
  reading: "正在讀取檔案的結構…",
  close: "離開對照精靈",
  leaving: "離開對照精靈？",
  leavingText: "您的回答還沒有套用到目前的檔案，離開後就沒有了；已下載的版型檔不受影響。",
  stay: "留在對照精靈",
  leave: "離開，不保留回答",
  needFile: "請先放入一個資料檔，再開啟對照精靈。",
  failed: "這一步沒有成功。請再試一次；檔案很大時，請先用一個較小的檔案設定。",
  retry: "再試一次",
  readPartly: (/** @type {string[]} */ names) => `檔案較大，只看了開頭一部分來推測：${names.join("、")}。最後一步會檢核整份檔案。`,
  more: (/** @type {number} */ count) => `另有 ${formatNumber(count)} 個檔案沒有用來推測；最後一步會檢核所有檔案。`,

  // The way through
  steps: /** @type {const} */ (["places", "header", "columns", "codes", "finish"]),
  step: Object.freeze({ places: "紀錄", header: "機關與月份", columns: "對應", codes: "代碼", finish: "確認" }),
  heading: Object.freeze({
    places: "這個檔案裡，哪些是差假紀錄？",
    header: "誰、哪個機關、哪個月？",
    columns: "每個鍵是什麼？",
    codes: "代碼是什麼意思？",
    finish: "這樣讀，對嗎？",
  }),
  stepOf: (/** @type {number} */ number, /** @type {number} */ all) => `第 ${number} 步，共 ${all} 步`,
  way: "對照精靈的步驟",
  back: "上一步",
  next: (/** @type {string} */ name) => `下一步：${name}`,
  open_count: (/** @type {number} */ count) => `${formatNumber(count)} 題待答`,
  settled: "已看好",
  unanswered: (/** @type {number} */ count) =>
    count > 0 ? `這一步還有 ${formatNumber(count)} 題沒有回答。也可以先往下走，之後再回來。` : "這一步沒有要回答的了。",
  change: "修改",
  examples: (/** @type {string[]} */ texts) => (texts.length > 0 ? `例：${texts.join("、")}` : "沒有內容"),

  // Step one
  placesHelp: "下列各處看起來像一筆一筆的資料。是差假紀錄的都要選，其他的（例如異動紀錄）選略過。身分證字號已遮罩。",
  isRecords: "是差假紀錄",
  isNone: "不是，略過",
  askPlace: "這些是差假紀錄嗎？",
  rows: (/** @type {string} */ title) => `${title}的前兩筆`,
  count: (/** @type {number} */ count) => `${formatNumber(count)} 筆`,
  kindOf: (/** @type {string} */ title) => `${title}的假別`,
  ownKind: "看每一筆自己寫的",
  allAre: (/** @type {string} */ kind) => `這裡都是${kind}`,
  rest: (/** @type {number} */ count) => `其他的清單 ${formatNumber(count)} 處（不是差假紀錄，或差假紀錄在它裡面）`,
  maps: "鍵名其實是資料嗎？",
  mapFacts: (/** @type {number} */ count, /** @type {string} */ facts) => `底下有 ${formatNumber(count)} 個鍵，${facts}。`,
  mapOn: "這些鍵是資料（身分證字號、日期、流水號…），不是欄位名稱",
  elsewhere: "其他位置",

  // Step two
  headerHelp: "檔案裡沒有寫的，可以從檔名讀、每次檢核時自己填，或說明這個檔案沒有。",
  fileName: "檔名怎麼寫",
  fileNameHelp: "機關代碼寫 {agency_code}，資料年月寫 {period}，其餘照檔名寫，例如 {agency_code}_{period}",
  given: (/** @type {string} */ example) => `這次的內容，例如 ${example}`,
  givenHelp: "版型檔不會記住，每次檢核時再填。",

  // Step three
  columnsHelp: "先看不能確定的；確定的收在下面，一個鍵一列，點開可以修改。",
  questions: "要請您回答的",
  noQuestions: "每個鍵都確定了，不必回答。",
  certain: (/** @type {number} */ count) => `已確定的 ${formatNumber(count)} 個鍵`,
  unused: (/** @type {number} */ count) => `不檢核的 ${formatNumber(count)} 個鍵`,
  field: "對應到",
  none: "不檢核",
  confirm: "對，就是這個",
  confirmAll: (/** @type {number} */ count) => `下面 ${formatNumber(count)} 題的推測都對`,
  answered: "已回答",
  readings: "這些值要怎麼讀？",
  written: "檔案裡寫", read: "讀成",
  template: "或自己寫出寫法",
  templateHelp: "YYYY 西元年、YYY 民國年、MM 月、DD 日、HH 時、mm 分；不補零的寫 M、D、H、m",
  preview: "讀出來的樣子",
  unread: (/** @type {string[]} */ texts) => `照這個寫法讀不出來：${texts.join("、")}`,
  required: "每筆都必須有",
  details: "寫法與是否必填",
  absentAsk: "程式沒有找到的",
  absentYes: "檔案裡真的沒有",
  absentNo: "有，是這個鍵…",
  absentPick: "是哪個鍵",
  declared: "已註明，不會當作漏看",

  // Step four
  noCodes: "這個檔案沒有要說明的代碼。",
  codesHelp: "只列出還沒有意思的，其他收在下面。有代碼表的話，貼上最快。",
  code: "代碼", seen: "出現次數", own: "代碼表的名稱", meaning: "意思",
  codesOf: (/** @type {string} */ title) => `${title}的代碼`,
  known: (/** @type {string} */ title) => `${title}已有意思`,
  knownCodes: (/** @type {number} */ count) => `已有意思的 ${formatNumber(count)} 個代碼`,
  notSeen: "檔案裡沒有",
  choose: "（請選擇）",
  proposed: "推測，請確認",
  confirmCodes: "推測的意思都對",
  paste: "貼上或選擇代碼表",
  pasteLabel: "從試算表複製代碼、名稱兩欄，貼在這裡",
  importLabel: "或選擇代碼表檔案（CSV 或 Excel）",
  usePasted: "採用貼上的代碼表",
  pasteEmpty: "請先貼上代碼表。",
  taken: (/** @type {number} */ count) => `已填入 ${formatNumber(count)} 個代碼的意思。`,
  unknown: (/** @type {string[]} */ names) => `下列名稱沒有規則認得，請在上表選擇最接近的：${names.join("、")}。`,

  // Step five
  checking: "正在用這份版型檢核檔案…",
  counted: (/** @type {number} */ records, /** @type {number} */ people) => `讀到 ${formatNumber(records)} 筆紀錄、${formatNumber(people)} 人。`,
  first: (/** @type {string} */ record) => `第一筆：${record}`,
  notAsked: "還沒有回答的題目",
  goTo: (/** @type {string} */ name) => `回到「${name}」`,
  left: "照這份版型讀，檔案的格式還有這些問題",
  noneLeft: "照這份版型讀，檔案的格式沒有問題。",
  content: (/** @type {string} */ counts) => `內容的檢核結果：${counts}。套用後可以看到每一項。`,
  notCovered: "這份版型不會檢核到的",
  changes: "和原來的版型不同的地方",
  noChanges: "和原來的版型內容相同。",
  problems: "設定還不能用：",
  apply: "用這份版型檢核",
  save: "存成版型檔",
  about: "版型的名稱與說明",
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
  ["unknown_keys", "檔案裡有版型沒列的鍵時", [["error", `列為「${SEVERITY.error}」`], ["allow", "略過不管"]]],
];
