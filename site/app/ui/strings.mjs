// @ts-check
/** Every label and sentence that the page's scripts show, in one place. */

import { formatBytes, formatDate, formatNumber } from "./format.mjs";

export const SEVERITY = Object.freeze({ error: "必須修正", warning: "請確認並說明", info: "參考" });

export const VERDICT = Object.freeze({
  pass: "未發現錯誤（依參考版型，非平臺認可）",
  warning: "有待確認事項",
  error: "請先修正",
  unreadable: "無法讀取",
  layout: "無法判斷：檔案格式與所用版型不同",
});

export const VERDICT_NEXT = Object.freeze({
  pass: "可以依貴機關程序報送。",
  warning: "請逐項確認；內容屬實者，請留下說明備查。",
  error: "請在差勤系統更正下列項目、重新匯出，再檢核一次。",
  unreadable: "檔案裡讀不出 JSON 資料，請依下列說明重新匯出。",
  layout: "這不表示檔案有錯。請改用相符的版型，或洽差勤系統廠商。",
  layoutWithErrors: "檔案另有和版型無關的錯誤，請先修正「必須修正」的項目；其餘內容要改用相符的版型，或洽差勤系統廠商，才能檢核。",
});

export const LIMITS_OF_PASS =
  "這份結果只表示檔案符合所用版型與檢核規則。版型是本工具的假設，不是主管機關公布的格式；檢核無誤，不代表平臺一定接受，也不代表差假內容屬實。";

export const NOT_CHECKED_REASON = Object.freeze({
  syntax: "檔案有 JSON 語法錯誤，這部分讀不到",
  layout: "檔案格式與所用版型不同",
  form: "相關欄位的格式有誤，無法再往下比對",
  roster: "沒有提供這條規則要用的名冊（應報送機關名冊或機關代碼檔）",
  calendar: "沒有該年度的辦公日曆",
  schema: "自訂的 JSON Schema 無法使用",
  incident: "這項檢核本身發生問題",
  limit: "資料量超過可檢核的上限",
});

export const SIDE_KIND = Object.freeze({
  profile: "檔案版型", schema: "自訂 JSON Schema", roster: "應報送機關名冊", agencies: "機關代碼檔", days: "放假日曆",
});

export const MATRIX_STATUS = Object.freeze({
  pass: "未發現錯誤", warning: "有待確認", error: "請先修正", unreadable: "無法讀取", missing: "尚未收到", overdue: "逾期未收到",
});

export const PROFILE_STATUS = Object.freeze({ assumption: "本工具的假設，非官方格式", official: "依官方格式" });

export const STAGE = Object.freeze({
  read: "讀取內容", form: "比對欄位格式", rules: "逐項檢核", entries: "整理問題與位置", batch: "跨檔案比對",
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
  unmaskYes: "顯示完整字號",
  unmaskNo: "維持遮蔽",
  copied: "已複製",
  copyFailed: "瀏覽器不允許複製，請改為選取文字後複製。",
  nextRequestCount: (/** @type {number} */ count) => `檢核程式就緒後的網路請求：${formatNumber(count)} 次`,
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
    upcoming: (/** @type {string} */ date, /** @type {number} */ days) => `${formatDate(date)}（還有 ${formatNumber(days)} 天）`,
    due: (/** @type {string} */ date) => `${formatDate(date)}（就是今天）`,
    overdue: (/** @type {string} */ date, /** @type {number} */ days) =>
      days > 60 ? formatDate(date) : `${formatDate(date)}（已過 ${formatNumber(days)} 天）`,
    not_applicable: "資料年月或資料別讀不出來，無法推算",
  },
});
