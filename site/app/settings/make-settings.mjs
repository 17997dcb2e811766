// @ts-check
/** Making settings to ship with the page out of those that are in use: for those who keep the page for others. */

import { fileBox, textField } from "../ui/controls.mjs";
import { openDialog } from "../ui/dialog.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { saveFile } from "../ui/save-file.mjs";
import { SHIPPED_TITLE } from "../ui/shared-words.mjs";
import { carrySettings, isSingleFile, ownSource } from "./single-file.mjs";

/** @import { Call, InputFile } from "../worker/messages.d.ts" */

const FILE_NAME = "site-settings.js";

/** What is said and asked. */
const M = Object.freeze({
  title: `做成${SHIPPED_TITLE}`,
  nothing: "還沒有可以提供的設定：請先放入自己的版型檔（.toml）、應報送機關名冊、機關代碼檔或放假日曆，再按一次。",
  what: (/** @type {string[]} */ names) => `放進去的是現在採用的設定檔：${names.join("、")}。裡面不會有差勤資料；名冊只留機關代碼、名稱與報送方式。`,
  owner: "提供單位",
  ownerHelp: "會顯示在檢核頁與報告裡，例如「嘉義縣政府人事處」。",
  script: `下載 ${FILE_NAME}`,
  scriptHelp: `放在檢核網站或離線網站的 index.html 旁邊，取代原有的 ${FILE_NAME}。`,
  single: "下載附有設定的單一檔案",
  pick: "要附上設定的單一檔案（attendance-check.html）",
  notSingle: "這不是本工具的單一檔案（attendance-check.html），或版本太舊，請確認選對檔案。",
  saved: (/** @type {string} */ name) => `已交給瀏覽器下載：${name}`,
});

/**
 * @param {InputFile[]} files that say how to check, as they are in use
 * @param {Call} call
 */
export function openMaking(files, call) {
  if (files.length === 0) {
    openDialog(M.title, el("p", {}, M.nothing));
    return;
  }
  let owner = "";
  const status = el("div", { role: "status" });
  const say = (/** @type {string[]} */ texts) => fill(status, texts.map((text) => el("p", {}, text)));
  const save = (/** @type {string} */ name, /** @type {Blob} */ file) => {
    saveFile(name, file);
    say([M.saved(name)]);
  };
  const make = async () => {
    const made = await call("settings_make", { owner, files });
    if (made.problems) say(made.problems);
    return made.problems ? null : made;
  };
  const saveSingle = async (/** @type {Blob} */ edition) => {
    const made = await make();
    const page = made && (await carrySettings(edition, made.settings));
    if (page) save("attendance-check.html", page);
    else if (made) say([M.notSingle]);
  };
  openDialog(M.title, [
    el("p", {}, M.what(files.map(({ name }) => name))),
    textField(M.owner, M.ownerHelp, "", (value) => (owner = value)),
    el("p", { class: "pv-row" }, button(M.script, async () => {
      const made = await make();
      if (made) save(FILE_NAME, new Blob([made.script], { type: "text/javascript" }));
    })),
    el("p", { class: "pv-help" }, M.scriptHelp),
    isSingleFile ? el("p", { class: "pv-row" }, button(M.single, () => saveSingle(ownSource()))) : fileBox(M.pick, ".html", saveSingle),
    status,
  ]);
}
