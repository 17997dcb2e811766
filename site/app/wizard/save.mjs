// @ts-check
/** What the profile says of itself, and taking it along. */

import { saveFile } from "../ui/save-file.mjs";
import { choice, fileBox, optionsOf, textField } from "../ui/controls.mjs";
import { button, el } from "../ui/dom.mjs";
import { carryProfile, isSingleFile, ownSource } from "../settings/single-file.mjs";
import { ABOUT, ABOUT_CHOICES, W } from "./strings.mjs";

/** @import { WizardAbout, WizardProposal } from "../worker/messages.d.ts" */

/**
 * @param {WizardAbout} about
 * @param {(change: Partial<WizardAbout>) => void} onEdit
 */
function renderAbout(about, onEdit) {
  return el("div", { class: "pv-wizard__about" },
    ABOUT.map(([name, label, help]) => textField(label, help, about[name], (value) => onEdit({ [name]: value }))),
    ABOUT_CHOICES.map(([name, label, options]) =>
      choice(label, optionsOf(options.map(([value, title]) => ({ value, title }))), about[name], (value) => onEdit({ [name]: value })).element));
}

export class Save {
  #toml = "";
  #name = "";
  #author = "";
  #text = el("pre", { class: "pv-wizard__toml", tabindex: "0", role: "region", "aria-label": W.see });
  /** @type {HTMLButtonElement[]} */ #buttons;
  #statusLine = el("p", { class: "pv-help", role: "status" });

  /**
   * @param {WizardAbout} about
   * @param {{onAbout: (change: Partial<WizardAbout>) => void, onApply: (profile: {name: string, file: Blob}) => void}} context
   */
  constructor(about, { onAbout, onApply }) {
    const apply = button(W.apply, () => onApply({ name: this.#name, file: this.#file() }), { class: "pv-button pv-button--main" });
    const save = button(W.save, () => this.#saveAs(this.#name, this.#file()));
    const single = button(W.single, () => this.#saveEdition(ownSource()));
    this.#buttons = [apply, save, single];
    this.element = el("div", {},
      el("div", { class: "pv-row" }, apply, save, isSingleFile && single),
      this.#statusLine,
      el("details", { class: "pv-details" }, el("summary", {}, W.about), renderAbout(about, onAbout)),
      isSingleFile ? el("p", { class: "pv-help" }, W.singleHelp)
        : el("details", { class: "pv-details" }, el("summary", {}, W.single),
          el("p", { class: "pv-help" }, W.singleHelp), el("p", { class: "pv-help" }, W.pickHelp),
          fileBox(W.pickSingle, ".html", (file) => this.#saveEdition(file))),
      el("details", { class: "pv-details" }, el("summary", {}, W.see), this.#text));
  }

  /** @param {Pick<WizardProposal, "toml" | "about" | "problems">} review */
  update({ toml, about, problems }) {
    this.#toml = toml;
    this.#author = about.author;
    this.#name = `版型_${about.id || "custom"}_${about.version || "1"}.toml`;
    this.#text.textContent = toml;
    for (const pressed of this.#buttons) pressed.disabled = problems.length > 0;
  }

  #file() {
    return new Blob([this.#toml], { type: "application/toml" });
  }

  /** @param {Blob} edition */
  async #saveEdition(edition) {
    const made = await carryProfile(edition, { name: this.#name, text: this.#toml }, this.#author);
    if (made) this.#saveAs(`差勤檢核_${this.#name.replace(/\.toml$/, "")}.html`, made);
    else this.#statusLine.textContent = W.notSingle;
  }

  /** @param {string} name @param {Blob} file */
  #saveAs(name, file) {
    saveFile(name, file);
    this.#statusLine.textContent = W.saved(name);
  }
}
