// @ts-check
/** Every label and sentence that the page's scripts show, in one place. */

import { formatBytes, formatDate, formatNumber } from "./format.mjs";
import { deadlineWords, SEVERITY } from "./shared-words.mjs";

export const VERDICT_NEXT = Object.freeze({
  partial: "有一部分沒有檢核。請先用對照精靈補齊版型，或處理略過的檔案，讓該檢核的都檢核過，再看結果。",
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
  moreUnchecked: (/** @type {number} */ count) => `另有 ${formatNumber(count)} 個檔案也有沒有檢核的部分。`,
  given: {
    title: "補上檔案裡沒有的值",
    why: "這種檔案裡沒有下列的值。填在這裡就能檢核相關的項目；報告會註明是另外填寫的，不是檔案裡寫的。",
    agency: "機關代碼",
    agencyHint: "10 碼，數字與大寫英文字母，例如 376506200A",
    period: "資料年月",
    periodHint: "民國年 3 碼加月份 2 碼，例如 11006",
    wrong: "寫法不對：",
    check: "填入後重新檢核",
  },
  clear: "清除",
  print: "列印",
  cancelled: "已取消檢核。",
  cleared: "已清除檔案內容與檢核結果。",
  checking: "檢核中…",
  waiting: "檢核程式就緒後就會自動開始。",
  pasteEmpty: "請先在「貼上 JSON 內容」貼上要檢核的內容。",
  sizeUnknown: "大小不明",
  noContent: "沒有內容，不計算",
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
    "assets/runtime/python_calamine-": "讀取試算表的元件（放入試算表時載入）",
    "assets/runtime/xlsxwriter-": "產生 Excel 檔的元件（下載 Excel 時載入）",
    "assets/runtime/jsonschema-": "JSON Schema 的元件（採用自訂 JSON Schema 時載入）",
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
  /** What was dropped or chosen and did not arrive, or not as it should. */
  drop: {
    undelivered: (/** @type {number} */ count) =>
      `${count > 0 ? `另有 ${formatNumber(count)} 個項目，` : ""}瀏覽器沒有收到檔案的內容，沒有檢核。郵件（例如 Outlook）裡的附件不能直接拖放：請先把附件存到電腦，再放入存好的檔案。`,
    text: "拖放進來的是文字或網址，不是檔案，沒有檢核。要檢核的是 JSON 內容的話，請貼到「貼上 JSON 內容」；是網頁或郵件裡的檔案的話，請先存到電腦，再放入存好的檔案。",
    picture: (/** @type {string} */ name) => `拖放進來的「${name}」是網頁上的圖片，不是差勤資料，沒有檢核。請放入差勤系統產製的 JSON 檔。`,
    emptyFolder: (/** @type {string} */ name) =>
      `資料夾${name && `「${name}」`}裡沒有任何檔案，沒有可檢核的資料。請確認檔案產製到哪個資料夾，再放入那個資料夾。`,
    closedFolder: (/** @type {string} */ name) =>
      `瀏覽器不能讀取資料夾「${name}」，裡面的檔案沒有檢核。請改按「選擇資料夾」，或開啟資料夾，選取裡面的檔案再拖放。`,
    empty: (/** @type {string} */ name) =>
      `「${name}」送到瀏覽器時沒有內容（0 位元組）。如果是從壓縮檔的視窗直接拖出來的，請先按「全部解壓縮」，再放入解壓縮後的檔案；如果檔案本來就是空的，請重新產製。`,
    unreadable: (/** @type {string} */ name) =>
      `瀏覽器讀不到「${name}」。如果是從壓縮檔的視窗或郵件直接拖出來的，請先按「全部解壓縮」或把附件存到電腦，再放入；否則檔案可能已被移動、刪除或改名，請確認檔案還在再放入一次。`,
  },
  /** Why the files that are there were checked once more. */
  again: {
    used: (/** @type {string[]} */ settings, /** @type {string} */ data) =>
      `已採用設定檔：${settings.join("、")}。以下是先前放入的${data}依這個設定重新檢核的結果。`,
    unused: (/** @type {string[]} */ problems, /** @type {string} */ data) =>
      `剛放入的是設定檔，不是要檢核的資料：${problems.join("；")}。以下仍是先前放入的${data}的檢核結果。`,
    undone: (/** @type {string} */ name, /** @type {string} */ data) => `已不採用「${name}」。以下是先前放入的${data}重新檢核的結果。`,
    restored: (/** @type {string} */ name, /** @type {string} */ data) => `已恢復採用「${name}」。以下是先前放入的${data}重新檢核的結果。`,
    one: (/** @type {string} */ name) => `「${name}」`,
    many: (/** @type {number} */ count) => ` ${formatNumber(count)} 個檔案`,
  },
  settings: {
    taken: (/** @type {string[]} */ settings) => `已收到設定檔：${settings.join("、")}。`,
    refused: (/** @type {string[]} */ problems) => `設定檔${problems.join("；")}。`,
    needData: "還沒有要檢核的差勤資料，請放入差勤系統產製的 JSON 檔。",
  },
  deadline: {
    upcoming: (/** @type {string} */ date, /** @type {number} */ days) => deadlineWords("upcoming", formatDate(date), formatNumber(days)),
    due: (/** @type {string} */ date) => deadlineWords("due", formatDate(date)),
    overdue: (/** @type {string} */ date, /** @type {number} */ days) =>
      days > 60 ? formatDate(date) : deadlineWords("overdue", formatDate(date), formatNumber(days)),
    not_applicable: deadlineWords("not_applicable", ""),
  },
});
