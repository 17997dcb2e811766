// @ts-check
/** What this computer forbids although the check itself works: each in its own words, with a text for the IT desk. */

import { FORMATS } from "../ui/shared-words.mjs";
import { limitNote, storageWorks } from "./it-desk-text.mjs";

const ENDINGS = [...new Set(Object.values(FORMATS).map(({ extension }) => `.${extension}`))].join("、");

const LIMITS = {
  worker: {
    what: "這個瀏覽器不允許在背景執行，檢核期間畫面可能暫時沒有回應",
    todo: "檢核結果不受影響。檔案很大時請耐心等候，不要關閉分頁。若要恢復背景執行，請把下列文字交給資訊人員。",
    forItDesk: "瀏覽器拒絕由 blob: 位址建立 Web Worker，檢核改在頁面主執行緒進行。請檢查群組原則、擴充功能與閘道是否改寫 Content-Security-Policy 的 worker-src（需要 blob:）。",
  },
  storage: {
    what: "這個瀏覽器不允許網頁儲存設定，檢核不受影響",
    todo: "本工具從不儲存檔案內容，只是這臺電腦記不住深淺色設定，也無法供離線再次開啟。若要恢復，請把下列文字交給資訊人員。",
    forItDesk: "瀏覽器的網站資料（Cookie、localStorage）被封鎖（可能原因：隱私設定、DefaultCookiesSetting 等群組原則）。檢核不需要它；離線再次開啟與記住深淺色設定才需要。",
  },
};

export const DOWNLOAD_LIMIT = {
  what: "按了下載卻沒有出現檔案？",
  todo: "貴機關的設定可能不允許網頁下載檔案。可以改按「列印」並選「另存為 PDF」，或按「複製檢核紀錄」貼到公文；也可以把下列文字交給資訊人員。",
  forItDesk: `網頁產生的檔案（blob: 位址，未經網路）無法下載，可能被 DownloadRestrictions 等群組原則或防護軟體阻擋。請允許本頁下載 ${ENDINGS}、.ics 檔。`,
};

/**
 * @param {boolean} onPage whether Python runs on the page itself
 * @param {string[]} details
 */
export function findLimits(onPage, details) {
  return [onPage && LIMITS.worker, !storageWorks() && LIMITS.storage].flatMap((limit) => (limit ? [limitNote(limit, details)] : []));
}
