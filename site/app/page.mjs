// @ts-check
/** The page's states and what leads from one to the next: booting, ready, checking, done, failed. */

import { Acknowledgements } from "./acknowledgements.mjs";
import { ChangeLog } from "./changes.mjs";
import { Compare } from "./compare.mjs";
import { openDialog } from "./dialog.mjs";
import { byId, el, fill } from "./dom.mjs";
import { saveFile } from "./downloads.mjs";
import { builtInProfile } from "./edition.mjs";
import { renderFailure } from "./failure.mjs";
import { formatNumber } from "./format.mjs";
import { clearIntake, connectIntake } from "./intake.mjs";
import { looksLikeSide } from "./precheck.mjs";
import { showDeadlines } from "./deadlines.mjs";
import { countRequests } from "./request-count.mjs";
import { Results } from "./results.mjs";
import { RuleInfo } from "./rule-info.mjs";
import { findLimits } from "./limits.mjs";
import { showSideFiles } from "./side-files.mjs";
import { Status } from "./status.mjs";
import { T } from "./strings.mjs";
import { verdictAnnouncement } from "./verdict.mjs";
import { Wizard } from "./wizard.mjs";
import { W } from "./wizard-words.mjs";

/** @typedef {import("./drop.mjs").Given} Given */

export class Page {
  /** @type {"booting" | "ready" | "checking" | "done" | "failed"} */ #state = "booting";
  /** @type {Given[]} what the result on the screen is about, or what waits for the boot */ #batch = [];
  /** @type {string[]} what of it was left out */ #notes = [];
  /** @type {Given[]} the profile that this copy was made with */ #own = [builtInProfile()].filter((own) => own !== null);
  /** @type {Given[]} side files given alone, and profiles: they stay until undone or cleared */ #held = [];
  /** @type {Set<string>} */ #ignored = new Set();
  /** @type {any[]} */ #side = [];
  #reasons = new Acknowledgements();
  #changes = new ChangeLog();
  /** @type {import("./changes.mjs").Change | null} */ #change = null;
  /** Whether the batch is new, rather than checked again under other settings. */
  #fresh = true;
  #masked = true;
  #version = "";
  /** Counts the checks: an answer to an older one is dropped. */
  #run = 0;
  /** @type {Promise<unknown>} the boot, or the boot after a cancel */ #booted = Promise.resolve();
  #notices = byId("pv-notices", HTMLElement);
  #announcer = byId("pv-announce", HTMLElement);
  #profile = byId("pv-profile", HTMLSelectElement);
  /** @type {{id: string, title: string}[]} */ #builtIn = [];

  /** @param {any} engine an Engine, or a stand-in with the same methods */
  constructor(engine) {
    this.engine = engine;
    this.rules = new RuleInfo((op, payload) => engine.call(op, payload));
    this.status = new Status(() => this.#cancel());
    this.results = new Results();
    this.wizard = new Wizard({
      call: (op, payload) => engine.call(op, payload),
      announce: (text) => this.#announce(text),
      onApply: (profile) => this.#hold([profile]),
      onClose: () => this.results.reveal(),
    });
    this.compare = new Compare({
      call: (op, payload) => this.#booted.then(() => engine.call(op, payload)),
      announce: (text) => this.#announce(text),
      onClose: () => this.results.reveal(),
    });
    byId("pv-wizard-open", HTMLButtonElement).addEventListener("click", () => this.#openWizard());
    byId("pv-compare-open", HTMLButtonElement).addEventListener("click", () => this.#openCompare([]));
    this.#held = [...this.#own];
    this.#showSides();
    this.#setState("booting");
    connectIntake({
      onFiles: (files, notes) => this.#give(files, notes),
      onSide: (file) => this.#hold([file]),
      onNotice: (text) => this.#notice(text),
    });
    for (const kind of ["faulty", "good"]) {
      byId(`pv-sample-${kind}`, HTMLButtonElement).addEventListener("click", () => this.#takeSample(kind, (sample) => this.#give([sample])));
      byId(`pv-save-${kind}`, HTMLButtonElement).addEventListener("click", () => this.#takeSample(kind, ({ name, file }) => {
        saveFile(name, file);
        this.#notice(T.downloaded(name));
      }));
    }
    this.#profile.addEventListener("change", () => this.#checkAgain());
    this.#boot();
  }

  async #boot() {
    try {
      this.#booted = this.engine.boot((/** @type {any} */ progress) => this.status.showLoading(progress));
      await this.#booted;
      await this.#learn();
    } catch (error) {
      this.#fail(error, null);
      return;
    }
    fill(byId("pv-limits", HTMLElement), findLimits(this.engine.onPage, [`版本：${this.#version}`]));
    const counter = byId("pv-requests", HTMLElement);
    countRequests((count) => (counter.textContent = T.nextRequestCount(count)));
    if (this.#batch.length > 0) this.#check();
    else this.#setReady();
  }

  /** What the checker says of itself; asked again where the first boot failed and a later one did not. */
  async #learn() {
    if (this.#version !== "") return;
    const { version, rules, profiles, deadlines } = await this.engine.call("about", {});
    this.#version = version;
    showDeadlines(byId("pv-deadlines", HTMLElement), deadlines);
    this.rules.setRules(rules);
    this.#builtIn = profiles;
    fill(this.#profile, profiles.map((/** @type {{id: string, title: string}} */ { id, title }) =>
      el("option", { value: id }, `${title}（${id}）`)));
    this.#profile.disabled = false;
  }

  /** @param {string} state */
  #setState(state) {
    this.#state = /** @type {any} */ (state);
    document.documentElement.dataset.pvState = state;
  }

  #setReady() {
    this.status.showIdle(T.ready(this.#version));
    this.#setState("ready");
  }

  /** @param {string} text */
  #announce(text) {
    this.#announcer.textContent = text;
  }

  /** @param {string} text */
  #notice(text) {
    fill(this.#notices, el("p", { class: "pv-note" }, text));
    this.#announce(text);
  }

  /**
   * @param {Given[]} files
   * @param {string[]} notes
   */
  async #give(files, notes = []) {
    if (files.length === 2 && files.every(isProfile)) {
      // Only one profile can be in use: who gives two and nothing else wants to see them side by side.
      this.#openCompare(files);
      return;
    }
    const sides = await Promise.all(files.map(({ name, file }) => looksLikeSide(name, file)));
    if (sides.every(Boolean)) {
      this.#hold(files);
      return;
    }
    const waiting = this.#state === "booting";
    const [profiles, data] = [files.filter(isProfile), files.filter((given) => !isProfile(given))];
    this.#keep(profiles);
    this.#batch = waiting ? [...this.#batch, ...data] : data;
    this.#notes = waiting ? [...this.#notes, ...notes] : notes;
    this.#forgetIgnored();
    this.#masked = true;
    this.#fresh = true;
    if (waiting) {
      this.#showSides();
      this.status.showGiven(this.#batch, T.waiting);
      this.#announce(`已收到 ${formatNumber(this.#batch.length)} 個檔案。${T.waiting}`);
    } else this.#check();
  }

  /** What was undone stays so while it is held. */
  #forgetIgnored() {
    const held = new Set(this.#held.map(({ name }) => name));
    for (const name of this.#ignored) if (!held.has(name)) this.#ignored.delete(name);
  }

  /** For the drops that follow too; a profile takes the place of the former one. @param {Given[]} files side files */
  #keep(files) {
    const names = new Set(files.map(({ name }) => name));
    const renewed = files.some(isProfile);
    this.#held = [...this.#held.filter((side) => !names.has(side.name) && !(renewed && isProfile(side))), ...files];
    for (const name of names) this.#ignored.delete(name);
  }

  /** @param {Given[]} files side files */
  #hold(files) {
    this.#keep(files);
    this.#showSides();
    this.#announce(`已收到設定檔：${[...new Set(files.map(({ name }) => name))].join("、")}`);
    this.#checkAgain();
  }

  /**
   * @param {string} kind
   * @param {(sample: Given) => void} use
   */
  async #takeSample(kind, use) {
    try {
      await this.#booted;
      const { name, text } = await this.engine.call("samples", { kind });
      use({ name, file: new Blob([text]) });
    } catch (error) {
      this.#fail(error, () => this.#takeSample(kind, use));
    }
  }

  #openWizard() {
    if (this.#state !== "done") {
      this.#notice(W.needFile);
      return;
    }
    this.compare.close();
    this.results.conceal();
    this.wizard.open([...this.#batch, ...this.#held], { mask: true, ignore_side: [...this.#ignored] });
  }

  /** @param {Given[]} files profiles */
  #openCompare(files) {
    if (this.#state === "checking") {
      this.#notice(T.checking);
      return;
    }
    this.wizard.leave(() => {
      this.results.conceal();
      this.compare.show(this.#builtIn, files);
    });
  }

  #closeTools() {
    this.wizard.close();
    this.compare.close();
  }

  /** The same files under other settings. */
  #checkAgain() {
    if (this.#batch.length > 0 && this.#state !== "booting") this.#check();
  }

  async #check() {
    const run = (this.#run += 1);
    if (this.#state === "checking" || this.#state === "failed") this.#booted = this.engine.cancel();
    this.#setState("checking");
    this.#closeTools();
    this.results.clear();
    this.#notices.replaceChildren();
    this.status.showChecking();
    this.#announce(T.checking);
    const files = [...this.#batch, ...this.#held];
    this.status.showGiven(files);
    const options = {
      mask: this.#masked, ignore_side: [...this.#ignored], ...(this.#profile.value && { profile: this.#profile.value }),
    };
    try {
      await this.#booted;
      await this.#learn();
      const answer = await this.engine.call("check", { files, options }, {
        onProgress: (/** @type {any} */ event) => run === this.#run && this.status.showProgress(event),
      });
      if (run !== this.#run) return;
      if (this.#fresh) {
        const change = await this.#changes.record(answer.report);
        if (run !== this.#run) return;
        this.#change = change;
        this.#fresh = false;
      }
      await this.#show(answer);
    } catch (error) {
      if (run === this.#run) this.#fail(error, () => this.#check());
    }
  }

  /** @param {{report: any, origin: "built_in" | "own", fields: Record<string, string>, name: string, side: any[], problems: string[]}} answer `origin`: whose the profile is; `fields`: names of its keys; `problems`: what was given and cannot be checked */
  async #show({ report, origin, fields, name, side, problems }) {
    // Sentences need both; the report, whose form is fixed, has no room for them.
    Object.assign(report.profile, { origin, fields });
    this.#side = side;
    this.#reasons.use(report);
    const shown = await this.results.show(report, {
      call: (op, payload) => this.engine.call(op, payload),
      rules: this.rules,
      name,
      masked: this.#masked,
      reasons: this.#reasons,
      change: this.#change,
      announce: (text) => this.#announce(text),
      onClear: () => this.#clear(),
      onMask: (masked) => this.#setMask(masked),
      onWizard: () => this.#openWizard(),
    });
    if (!shown) return;
    this.status.showIdle(T.ready(this.#version));
    this.#showSides();
    this.#announce(report.files.length > 0 ? verdictAnnouncement(report) : T.nothing);
    const notes = [...problems, ...this.#notes];
    if (notes.length > 0) fill(this.#notices, el("ul", { class: "pv-note pv-note--warning" }, notes.map((text) => el("li", {}, text))));
    this.#setState("done");
  }

  #showSides() {
    showSideFiles(byId("pv-sides", HTMLElement), {
      side: this.#side, waiting: this.#held.map(({ name }) => name), ignored: this.#ignored,
      onTurn: (name, use) => {
        if (use) this.#ignored.delete(name);
        else this.#ignored.add(name);
        this.#showSides();
        this.#checkAgain();
      },
    });
  }

  /** @param {boolean} masked */
  #setMask(masked) {
    const turn = () => {
      this.#masked = masked;
      this.#check();
    };
    if (masked) turn();
    else openDialog(T.unmask, T.unmaskWarning, [[T.unmaskNo, () => {}], [T.unmaskYes, turn]]);
  }

  #cancel() {
    if (this.#state !== "checking") return;
    this.#run += 1;
    this.#booted = this.engine.cancel();
    this.#booted.catch((error) => this.#fail(error, null));
    this.#forgetBatch();
    this.#announce(T.cancelled);
    byId("pv-files", HTMLInputElement).focus();
  }

  /** Nothing of a file stays: not here, not in the worker. */
  async #clear() {
    this.#run += 1;
    this.#held = [...this.#own];
    this.#ignored.clear();
    this.#changes.forget();
    this.#reasons.forget();
    clearIntake();
    this.#forgetBatch();
    this.#announce(T.cleared);
    byId("pv-files", HTMLInputElement).focus();
    try {
      await this.engine.call("clear", {});
    } catch (error) {
      this.#fail(error, null);
    }
  }

  #forgetBatch() {
    this.#batch = [];
    this.#notes = [];
    this.#side = [];
    this.#forgetIgnored();
    this.#masked = true;
    this.#closeTools();
    this.results.clear();
    this.#notices.replaceChildren();
    this.#showSides();
    this.#setReady();
  }

  /**
   * @param {unknown} error
   * @param {(() => void) | null} onRetry
   */
  #fail(error, onRetry) {
    this.results.clear();
    this.status.showIdle("");
    fill(this.#notices, renderFailure(error, { version: this.#version, onRetry }));
    this.#announce(byId("pv-failure-title", HTMLElement).textContent ?? "");
    byId("pv-failure-title", HTMLElement).focus();
    this.#setState("failed");
  }
}

/** @param {Given} given */
function isProfile({ name }) {
  return /\.toml$/i.test(name);
}
