// @ts-check
/** Step one: which places of the file hold records of leave, and which keys are data. */

import { choice, optionsOf } from "../ui/controls.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { radios } from "./answers.mjs";
import { W } from "./strings.mjs";

/** @import { Option, WizardMap, WizardPlace, WizardProposal } from "../worker/messages.d.ts" */

export class Places {
  #list = el("div", {});
  #rest = el("details", { class: "pv-details" });
  #maps = el("div", {});
  #notes = el("div", {});
  #drawn = "";
  element = el("div", {}, el("p", { class: "pv-help" }, W.placesHelp), this.#list, this.#maps, this.#rest, this.#notes);

  /**
   * @param {{
   *   kinds: Option[], onPlace: (place: string, state: "records" | "ignored") => void,
   *   onKind: (place: string, kind: string) => void, onMap: (place: string, on: boolean) => void,
   * }} context
   */
  constructor(context) {
    this.context = context;
  }

  /** @param {WizardProposal} review */
  update({ places, maps, found_at: foundAt, doubt }) {
    const drawn = JSON.stringify([places, maps, foundAt]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const isRest = (/** @type {WizardPlace} */ { state, sure }) => state === "" && sure;
    const [asked, rest] = [places.filter((place) => !isRest(place)), places.filter(isRest)];
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : "";
    fill(this.#list, doubt && el("p", { class: "pv-note pv-note--warning" }, doubt), asked.map((place) => this.#place(place)));
    this.#rest.hidden = rest.length === 0;
    fill(this.#rest, el("summary", {}, W.rest(rest.length)), rest.map((place) => this.#place(place)));
    fill(this.#maps, maps.length > 0 && [el("h4", {}, W.maps), maps.map((map) => this.#map(map))]);
    fill(this.#notes, foundAt.length > 0 && el("dl", { class: "pv-facts" },
      foundAt.map(([term, text]) => el("div", {}, el("dt", {}, term), el("dd", {}, text)))));
    if (focused) document.getElementById(focused)?.focus();
  }

  /** @param {WizardPlace} place */
  #place({ place, title, count, facts, keys, rows, state, sure, kind, kind_hint: hint }) {
    return el("section", { class: ["pv-ask", state === "ignored" && "pv-ask--off", !sure && "pv-ask--open"].filter(Boolean).join(" "), "aria-label": title },
      el("h4", { class: "pv-ask__title" }, el("code", {}, title), el("span", { class: "pv-ask__count" }, W.count(count))),
      facts && el("p", { class: "pv-help" }, facts),
      rows.length > 0 && el("div", { class: "pv-scroll", tabindex: "0", role: "region", "aria-label": W.rows(title) },
        el("table", { class: "pv-table pv-peek" },
          el("thead", {}, el("tr", {}, keys.map((key) => el("th", { scope: "col" }, key)))),
          el("tbody", {}, rows.map((row) => el("tr", {}, row.map((text) => el("td", {}, text))))))),
      radios(W.askPlace, `pv-w-place-${place}`, [["records", W.isRecords], ["ignored", W.isNone]], state,
        (value) => this.context.onPlace(place, /** @type {"records" | "ignored"} */ (value))),
      kind !== null && el("div", { class: "pv-key__row" },
        choice(W.kindOf(title), [el("option", { value: "" }, W.ownKind), optionsOf(this.context.kinds)], kind,
          (value) => this.context.onKind(place, value)).element,
        hint && button(W.allAre(hint), () => this.context.onKind(place, hint))));
  }

  /** @param {WizardMap} map */
  #map({ place, title, count, on, facts, fixed }) {
    const box = el("input", { type: "checkbox", id: `pv-w-map-${place}`, checked: on, disabled: fixed,
      on: { change: () => this.context.onMap(place, box.checked) } });
    return el("div", { class: "pv-ask" },
      el("p", {}, el("code", {}, title), W.mapFacts(count, facts)),
      el("label", { class: "pv-check" }, box, W.mapOn, el("span", { class: "pv-sr" }, title)));
  }
}
