// @ts-check
/** When our own program cannot run: what it means, what to do, and a text to send to the IT desk. */

import { button, el } from "../ui/dom.mjs";
import { messageOf } from "../worker/engine-error.mjs";
import { itDeskBox, itDeskText } from "./it-desk-text.mjs";

/** @type {Record<string, {what: string, todo: string, forItDesk: string}>} */
const REASONS = {
  wasm: {
    what: "這個瀏覽器目前不允許 WebAssembly，檢核程式無法啟動。",
    todo: "請改用 Microsoft Edge、Google Chrome 或 Firefox 的新版開啟；使用 Edge 時，「加強安全性」模式會關閉這項功能，請洽資訊人員把本頁列為例外。",
    forItDesk: "瀏覽器的 WebAssembly 被關閉（可能原因：Edge 的 EnhanceSecurityMode、Firefox 的 javascript.options.wasm、群組原則或閘道改寫了頁面的 CSP）。請為本頁開放 WebAssembly。",
  },
  worker: {
    what: "這個瀏覽器不允許頁面在背景執行程式（Web Worker），檢核程式無法啟動。",
    todo: "請更新瀏覽器後再開啟；仍然出現這個訊息時，請洽資訊人員。",
    forItDesk: "瀏覽器拒絕由 blob: 位址建立 Web Worker，主執行緒也無法啟動。請檢查群組原則與閘道是否改寫 Content-Security-Policy 的 worker-src。",
  },
  decompress: {
    what: "這個瀏覽器的版本太舊，無法展開檢核程式。",
    todo: "請更新到 Edge 或 Chrome 103、Firefox 115 以後的版本，再開啟一次。",
    forItDesk: "瀏覽器不支援 DecompressionStream（deflate-raw）。請更新瀏覽器。",
  },
  version: {
    what: "這個頁面和檢核程式的版本不同，可能是網站剛更新，或只更新了一部分。",
    todo: "請按 Ctrl＋F5 重新載入；仍然出現這個訊息時，請洽資訊人員。",
    forItDesk: "頁面與檢核程式來自不同次建置。請確認網站或資料夾整份更新（不要只覆蓋部分檔案），並清除代理伺服器或閘道的快取。",
  },
  memory: {
    what: "這臺電腦可用的記憶體不足。",
    todo: "請關閉其他分頁與程式後重新整理；檔案很大時，請分批檢核。",
    forItDesk: "WebAssembly 取得記憶體失敗。請確認可用記憶體（建議 2 GB 以上）與 64 位元瀏覽器。",
  },
  "boot-failed": {
    what: "檢核程式沒有順利啟動。",
    todo: "請重新整理頁面；仍然出現這個訊息時，可能是檔案下載不完整或被閘道改寫，請洽資訊人員。",
    forItDesk: "檢核程式的元件載入失敗。請確認頁面的檔案完整（可比對 SHA256SUMS），且未被閘道改寫。",
  },
  "worker-gone": {
    what: "檢核程式中途停止了，常見原因是記憶體不足。",
    todo: "請關閉其他分頁後再試一次；檔案很大時，請分批檢核。",
    forItDesk: "執行檢核的 Web Worker 中途終止（常見原因：記憶體不足）。",
  },
  "call-failed": {
    what: "檢核時發生非預期的問題，這次沒有結果。這是本工具的問題，不是檔案的問題。",
    todo: "請再試一次；仍然發生時，請把下列文字告知本工具的維護者。",
    forItDesk: "檢核程式執行中發生未處理的例外。",
  },
};

/**
 * @param {unknown} error an EngineError, or anything else that went wrong
 * @param {{version: string, onRetry: (() => void) | null}} options
 */
export function renderFailure(error, { version, onRetry }) {
  const { kind = "call-failed", cause = "" } = /** @type {Partial<import("../worker/engine-error.mjs").EngineError>} */ (error ?? {});
  const reason = REASONS[cause] ?? REASONS[kind] ?? REASONS["call-failed"];
  const [text, ...copy] = itDeskBox(itDeskText(`無法執行：${reason.forItDesk}`, [
    `種類：${kind}${cause && `／${cause}`}`,
    `細節：${tail(messageOf(error))}`,
    `版本：${version || "尚未載入"}`,
  ]));
  return el("section", { class: "pv-note pv-note--error pv-failure", "aria-labelledby": "pv-failure-title" },
    el("h2", { id: "pv-failure-title", class: "pv-failure__title", tabindex: "-1" }, reason.what),
    el("p", {}, reason.todo),
    el("p", { class: "pv-help" }, "檔案沒有被更動，也沒有傳送出去。"),
    text,
    el("div", { class: "pv-row" }, copy, onRetry && button("再試一次", onRetry)));
}

/** A Python traceback says most in its last lines. @param {string} text */
function tail(text) {
  return text.length <= 600 ? text : `…${text.slice(-600)}`;
}
