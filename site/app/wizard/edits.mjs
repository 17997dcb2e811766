// @ts-check
/** What the user has said so far, as Python wants it. Answers contradict none that came before: the latest counts. */

/** @import { WizardAbout, WizardEdit, WizardEdits, WizardProposal, WizardSource } from "../worker/messages.d.ts" */

export class Edits {
  /** @type {Map<string, WizardEdit>} the latest correction last */ #columns = new Map();
  /** @type {Omit<Required<WizardEdits>, "columns">} */ #said = Edits.#nothing();

  /** @returns {Omit<Required<WizardEdits>, "columns">} */
  static #nothing() {
    return { about: {}, places: {}, maps: {}, absent: {}, constants: {}, place_constants: {}, given: {}, file_name: null };
  }

  forget() {
    this.#columns.clear();
    this.#said = Edits.#nothing();
  }

  get isEmpty() {
    return this.#columns.size === 0 && JSON.stringify(this.#said) === JSON.stringify(Edits.#nothing());
  }

  /** Header values that were typed for this time's files. @returns {Record<string, string>} */
  get given() {
    return Object.fromEntries(Object.entries(this.#said.given).flatMap(([field, value]) => (value ? [[field, value]] : [])));
  }

  /** @returns {WizardEdits} */
  get all() {
    return { ...this.#said, columns: [...this.#columns].map(([at, change]) => ({ at, ...change })) };
  }

  /** @param {Partial<WizardAbout>} change */
  setAbout(change) {
    this.#said.about = { ...this.#said.about, ...change };
  }

  /** @param {string} place @param {"records" | "ignored"} state */
  setPlace(place, state) {
    this.#said.places = { ...this.#said.places, [place]: state };
  }

  /** @param {string} place @param {string} kind of leave that all records there are, or empty */
  setKind(place, kind) {
    this.#said.place_constants = { ...this.#said.place_constants, [place]: { leave_type: kind || null } };
  }

  /** @param {string} place @param {boolean} on */
  setMap(place, on) {
    this.#said.maps = { ...this.#said.maps, [place]: on };
  }

  /** @param {string} pattern of a file's name */
  setFileName(pattern) {
    this.#said.file_name = pattern;
  }

  /** @param {string} field @param {boolean} absent */
  setAbsent(field, absent) {
    this.#said.absent = { ...this.#said.absent, [field]: absent };
  }

  /** @param {string} field @param {string} value of this time's files */
  setGiven(field, value) {
    this.#said.given = { ...this.#said.given, [field]: value };
  }

  /** @param {string} at the key @param {WizardEdit} change */
  setColumn(at, change) {
    const former = this.#columns.get(at) ?? {};
    const merged = { ...former, ...change };
    if (change.controls) merged.controls = { ...former.controls, ...change.controls };
    const { codes } = change;
    if (codes) {
      merged.codes = { ...former.codes, ...codes };
      merged.proposed = [...(former.proposed ?? []).filter((code) => !(code in codes)), ...(change.proposed ?? [])];
    }
    if ("field" in change && change.field !== former.field) {
      // Another field has other forms and codes.
      for (const part of /** @type {const} */ (["controls", "codes", "proposed", "reading", "template"])) if (!(part in change)) delete merged[part];
    }
    // Of two keys that were said to be the same field, the later has it.
    if ("field" in change) this.#columns.delete(at);
    this.#columns.set(at, merged);
    if (change.field) this.#said.absent = { ...this.#said.absent, [change.field]: false };
  }

  /**
   * Where a fact about the whole file comes from.
   * @param {WizardSource} source
   * @param {string} value of the chosen option
   * @param {WizardProposal} review as it is now
   */
  setSource({ field, fields, options }, value, { columns, file_name: { pattern } }) {
    const chosen = options.find((option) => option.value === value);
    if (chosen?.kind === "key") this.setColumn(chosen.at ?? "", { field: chosen.field });
    else {
      const former = columns.find((column) => fields.includes(column.field));
      if (former) this.setColumn(former.at, { field: "" });
    }
    this.setAbsent(field, chosen?.kind === "absent");
    this.#said.given = { ...this.#said.given, [field]: chosen?.kind === "given" ? this.#said.given[field] ?? "" : null };
    this.#said.constants = { ...this.#said.constants, [field]: chosen?.constant ?? null };
    const placed = `{${field}}`;
    const parts = pattern.split("_").filter((part) => part !== "" && part !== placed);
    if (chosen?.kind === "name") this.setFileName(pattern.includes(placed) ? pattern : [...parts, placed].join("_"));
    else if (pattern.includes(placed)) this.setFileName(parts.join("_"));
  }
}
