// @ts-check
/** Settings that came with the page, as the page uses them: whose they are, their files, what is wrong with them. */

import { el, fill } from "../ui/dom.mjs";
import { shippedLine, SHIPPED_TITLE } from "../ui/shared-words.mjs";
import { findShipped } from "./shipped.mjs";

/** @import { Call, Option, ShippedFile } from "../worker/messages.d.ts" */

/** What of the settings can be used; `whose` is null where that is nothing. */
export class Shipped {
  /** @type {{owner: string, date: string} | null} */ whose = null;
  /** @type {ShippedFile[]} */ #good = [];
  /** @type {string[]} */ #problems = [];

  /** What was shipped, once Python has looked at it. @param {Call} call */
  static async read(call) {
    const shipped = new Shipped();
    const found = await findShipped();
    if (found === null) return shipped;
    const answer = await call("settings", { settings: found });
    if (answer.problems) {
      shipped.#problems = answer.problems;
      return shipped;
    }
    const { owner, date, files } = answer;
    shipped.#good = files.filter(({ error }) => !error);
    shipped.#problems = files.flatMap(({ name, error }) => (error ? [`「${name}」：${error}`] : []));
    if (shipped.#good.length > 0) shipped.whose = { owner, date };
    return shipped;
  }

  get files() {
    return this.#good.map(({ name, text }) => ({ name, file: new Blob([text]) }));
  }

  /** @returns {Option[]} the profiles, to choose from */
  get profiles() {
    const named = this.#good.filter(({ kind }) => kind === "profile");
    return named.map(({ name, title }) => ({ value: name, title: `${title}（${this.whose?.owner}提供）` }));
  }

  /** @param {HTMLElement} host */
  show(host) {
    fill(host,
      this.whose && el("p", { class: "pv-help pv-shipped" }, `${SHIPPED_TITLE}：`,
        shippedLine({ ...this.whose, kinds: [...new Set(this.#good.map(({ kind }) => kind))] }),
        "。檢核時會採用；版型可以在「名冊與版型」改選。"),
      this.#problems.length > 0 && el("div", { class: "pv-note pv-note--error" },
        el("p", {}, `這個檢核頁的${SHIPPED_TITLE}有問題，下列部分沒有採用；其他功能照常。請把這段話交給提供這個檢核頁的人員。`),
        el("ul", {}, this.#problems.map((problem) => el("li", {}, problem)))));
  }
}
