// @ts-check
/** 比較兩份版型: what one profile says otherwise than the other, in the wizard's place. */

import { choice, fileBox } from "../ui/controls.mjs";
import { button, byId, el, fill } from "../ui/dom.mjs";
import { C } from "./strings.mjs";

/** @import { Call, InputFile, ProfileChoice, ProfileComparison } from "../worker/messages.d.ts" */

/** @typedef {string | InputFile | null} Side a built-in profile's id, a file, or nothing yet */

export class Compare {
  #region = byId("pv-wizard", HTMLElement);
  #result = el("section", { class: "pv-wizard__now", "aria-label": C.result });
  /** @type {[Side, Side]} */ #sides = [null, null];
  /** @type {ProfileChoice[]} */ #known = [];
  /** Counts openings and changes: an answer to an older one is dropped. */
  #revision = 0;
  #open = false;

  /** @param {{call: Call, announce: (text: string) => void, onClose: () => void}} context */
  constructor(context) {
    this.context = context;
  }

  /**
   * @param {ProfileChoice[]} known the built-in profiles
   * @param {InputFile[]} files profile files, two at most
   */
  show(known, files) {
    this.#known = known;
    this.#sides = [files[0] ?? null, files[1] ?? null];
    this.#open = true;
    this.#region.hidden = false;
    fill(this.#region,
      el("div", { class: "pv-wizard__head" },
        el("h2", { class: "pv-result__title", id: "pv-wizard-title", tabindex: "-1" }, C.title),
        button(C.close, () => {
          this.close();
          this.context.onClose();
        })),
      el("p", {}, C.lead),
      el("div", { class: "pv-wizard__about" }, this.#picker(0), this.#picker(1)),
      this.#result);
    byId("pv-wizard-title", HTMLElement).focus({ preventScroll: true });
    this.#region.scrollIntoView({ block: "start" });
    this.#compare();
  }

  close() {
    if (!this.#open) return;
    this.#open = false;
    this.#revision += 1;
    this.#sides = [null, null];
    this.#region.hidden = true;
    this.#region.replaceChildren();
    this.#result.replaceChildren();
  }

  /** @param {0 | 1} number */
  #picker(number) {
    const label = C.sides[number];
    const host = el("div", {});
    const pick = (/** @type {Side} */ side) => {
      this.#sides[number] = side;
      this.#compare();
    };
    const draw = (/** @type {InputFile | null} */ file) => {
      const options = [el("option", { value: "" }, C.none), file && el("option", { value: "file" }, file.name),
        this.#known.map(({ id, title }) => el("option", { value: id }, `${title}（${id}）`))];
      fill(host, choice(label, options, file ? "file" : "", (value) => pick(value === "file" ? file : value || null)).element);
    };
    draw(/** @type {InputFile | null} */ (this.#sides[number]));
    return el("div", {}, host, fileBox(C.file(label), ".toml", (file) => {
      const picked = { name: file.name, file };
      draw(picked);
      pick(picked);
    }));
  }

  async #compare() {
    const revision = (this.#revision += 1);
    const sides = this.#sides.filter((side) => side !== null);
    if (sides.length < 2) {
      fill(this.#result, el("p", {}, C.choose));
      return;
    }
    const files = sides.filter((side) => typeof side !== "string");
    const profiles = sides.map((side) => (typeof side === "string" ? side : null));
    try {
      const answer = await this.context.call("wizard_compare", { profiles, files });
      if (revision === this.#revision) this.#show(answer);
    } catch {
      if (revision !== this.#revision) return;
      fill(this.#result, el("div", { class: "pv-note pv-note--error" }, el("p", {}, C.failed), button(C.retry, () => this.#compare())));
      this.context.announce(C.failed);
    }
  }

  /** @param {ProfileComparison} answer */
  #show({ profiles, differences }) {
    const faulty = profiles.filter(({ problems }) => problems.length > 0);
    const titles = profiles.map(({ title }) => title);
    const statusLine = differences === null ? C.unusable(faulty.map(({ title }) => title)) : C.found(titles, differences.length);
    fill(this.#result, el("h3", {}, C.result), el("p", {}, statusLine),
      faulty.map(({ title, problems }) => el("div", { class: "pv-note pv-note--error" }, el("p", {}, title), list(problems))),
      differences !== null && differences.length > 0 && list(differences));
    this.context.announce(statusLine);
  }
}

/** @param {string[]} texts */
function list(texts) {
  return el("ul", {}, texts.map((text) => el("li", {}, text)));
}
