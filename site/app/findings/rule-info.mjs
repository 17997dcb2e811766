// @ts-check
/** Titles of rules and the way to their texts: the rule's page on the site, a dialog in the single file. */

import { openDialog } from "../ui/dialog.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { severityTag } from "./card.mjs";

/** @import { Call, RuleFacts } from "../worker/messages.d.ts" */

export class RuleInfo {
  /** @type {Map<string, string>} */ #titles = new Map();

  /** @param {Call} call */
  constructor(call) {
    this.call = call;
    // The single file has no theme around the checker, and so no pages of rules beside it.
    this.hasPages = document.querySelector("[data-md-component]") !== null;
  }

  /** @param {RuleFacts[]} rules of the op `about` */
  setRules(rules) {
    for (const { id, title } of rules) this.#titles.set(id, title);
  }

  /** @param {string} id */
  title(id) {
    return this.#titles.get(id) ?? id;
  }

  /** @param {string} id */
  link(id) {
    if (this.hasPages) {
      return el("a", {
        class: "pv-rulelink", href: `rules/${id.toLowerCase()}/index.html`, target: "_blank", rel: "noopener",
        "aria-label": `規則說明 ${id}（開新分頁）`,
      }, `規則說明 ${id}`);
    }
    return button(`規則說明 ${id}`, () => this.#open(id), { class: "pv-rulelink" });
  }

  /** @param {string} id */
  async #open(id) {
    const body = el("div", {}, "讀取中…");
    openDialog(`${id} ${this.title(id)}`, body);
    try {
      const { severity, sections } = await this.call("explain", { rule: id });
      fill(body, severityTag(severity), sections.map(({ title, text }) =>
        [title && el("h3", {}, title), el("div", { class: "pv-prose" }, unwrap(text))]));
    } catch {
      body.replaceChildren("暫時讀不到這條規則的說明，請稍後再試。");
    }
  }
}

/** Lines broken in the source belong together; a list keeps its lines. @param {string} text */
function unwrap(text) {
  return text.replace(/(\S)\n(?![\n\s*-])/g, "$1");
}
