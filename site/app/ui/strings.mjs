// @ts-check
/** Every label and sentence that the page's scripts show, in one place. */

import { formatBytes, formatDate, formatNumber } from "./format.mjs";
import { deadlineWords, SEVERITY } from "./shared-words.mjs";

export const VERDICT_NEXT = Object.freeze({
  pass: "可以依貴機關程序報送。",
  partial: "有些檔案沒有檢核，列在下面；請先處理，讓該檢核的都檢核過，再看結果。",
  sample: "這是本工具的範例，只供練習；請改放貴機關產製的檔案。",
  warning: "請逐項確認；內容屬實者，請留下說明備查。",
  error: "請在差勤系統更正下列項目、重新產製，再檢核一次。",
  unreadable: "檔案裡讀不出 JSON 資料，請依下列說明重新產製。",
  layout: "這不表示檔案有錯。請改用相符的版型，或洽差勤系統廠商。",
  layoutWithErrors: "檔案另有和版型無關的錯誤，請先修正「必須修正」的項目；其餘內容要改用相符的版型，或洽差勤系統廠商，才能檢核。",
});

export const BOOT_STEP = Object.freeze({
  probe: "檢查瀏覽器", load: "載入檢核程式", unpack: "展開檢核程式", start: "啟動檢核程式", import: "準備檢核規則",
});

export const T = Object.freeze({
  result: "檢核結果",
  clear: "清除",
  print: "列印",
  cancelled: "已取消檢核。",
  cleared: "已清除檔案內容與檢核結果。",
  checking: "檢核中…",
  waiting: "檢核程式就緒後就會自動開始。",
  pasteEmpty: "請先在「貼上 JSON 內容」貼上要檢核的內容。",
  emptyFolder: "這個資料夾裡沒有 .json 檔，沒有可檢核的資料。",
  nothing: "沒有可檢核的資料：放入的檔案裡沒有 .json 檔。",
  unmask: "顯示完整身分證字號",
  unmaskWarning: "開啟後，畫面和下載的報告都會出現完整的身分證字號。請確認旁人看不到螢幕，並妥善保管下載的檔案。要顯示嗎？",
  unmaskYes: "仍要顯示",
  unmaskNo: "維持遮罩",
  copied: "已複製",
  copyFailed: "瀏覽器不允許複製，請改為選取文字後複製。",
  requestCount: (/** @type {number} */ count) => `檢核程式就緒後的網路請求：${formatNumber(count)} 次`,
  requestsUnknown: "這個瀏覽器不能計算網路請求；可按 F12，到「網路」（Network）頁籤查看。",
  requestsInside: (/** @type {string[]} */ names) => `只讀取本站自己的檔案：${names.join("、")}`,
  requestsOutside: (/** @type {string[]} */ addresses) => `不是本站的檔案：${addresses.join("、")}`,
  /** By the beginning of their path in the site. */
  requestNames: {
    "assets/search-index.js": "搜尋索引（第一次開啟「搜尋」時載入）",
    "assets/runtime/": "檢核程式的其他部分（用到時才載入）",
    "assets/manifest.json": "網站的名稱與圖示（由瀏覽器讀取）",
    "assets/favicon": "網站的名稱與圖示（由瀏覽器讀取）",
  },
  ready: (/** @type {string} */ version) => `檢核程式已就緒（版本 ${version}）`,
  progress: (/** @type {string} */ stage, /** @type {string} */ file, /** @type {number} */ index, /** @type {number} */ files) =>
    `檢核中：${files > 1 ? `第 ${formatNumber(index)}／${formatNumber(files)} 個檔案，` : ""}${stage}${file && `（${file}）`}`,
  silent: (/** @type {number} */ minutes) =>
    `，已經 ${formatNumber(minutes)} 分鐘沒有進展，可能是這臺電腦的記憶體不足；可以繼續等，或按「取消」後分批檢核、改用命令列版`,
  loading: (/** @type {string} */ step, /** @type {number} */ loaded, /** @type {number} */ total) =>
    total > 0 ? `${step}… ${formatBytes(loaded)}／${formatBytes(total)}` : `${step}…`,
  counts: (/** @type {{error: number, warning: number, info: number}} */ counts) =>
    `${SEVERITY.error} ${formatNumber(counts.error)} 項，${SEVERITY.warning} ${formatNumber(counts.warning)} 項，${SEVERITY.info} ${formatNumber(counts.info)} 項`,
  download: (/** @type {string} */ name) => `下載報告（${name}）`,
  downloading: (/** @type {string} */ name) => `正在準備「${name}」…`,
  downloaded: (/** @type {string} */ name) => `已交給瀏覽器下載：${name}`,
  skippedInFolder: (/** @type {number} */ count) => `資料夾中另有 ${formatNumber(count)} 個不是 .json 的檔案，未檢核。`,
  deadline: {
    upcoming: (/** @type {string} */ date, /** @type {number} */ days) => deadlineWords("upcoming", formatDate(date), formatNumber(days)),
    due: (/** @type {string} */ date) => deadlineWords("due", formatDate(date)),
    overdue: (/** @type {string} */ date, /** @type {number} */ days) =>
      days > 60 ? formatDate(date) : deadlineWords("overdue", formatDate(date), formatNumber(days)),
    not_applicable: deadlineWords("not_applicable", ""),
  },
});
