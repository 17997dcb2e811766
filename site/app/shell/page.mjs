// @ts-check
/** The page's states and what leads from one to the next: booting, ready, checking, done, failed. */

import { showDeadlines } from "../deadlines/next-deadline.mjs";
import { findLimits } from "../failure/browser-limits.mjs";
import { renderFailure } from "../failure/failure.mjs";
import { Acknowledgements } from "../findings/acknowledgements.mjs";
import { ChangeLog } from "../findings/changes.mjs";
import { RuleInfo } from "../findings/rule-info.mjs";
import { clearIntake, connectIntake } from "../intake/intake.mjs";
import { looksLikeSideFile } from "../intake/precheck.mjs";
import { showSideFiles } from "../intake/side-files.mjs";
import { saveFile } from "../ui/save-file.mjs";
import { verdictAnnouncement } from "../results/verdict.mjs";
import { byId, el, fill } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { T } from "../ui/strings.mjs";
import { Compare } from "../wizard/compare-profiles.mjs";
import { embeddedProfile } from "../wizard/single-file.mjs";
import { W } from "../wizard/strings.mjs";
import { Wizard } from "../wizard/wizard.mjs";
import { showRequests } from "./request-count.mjs";
import { ResultRegion } from "./result-region.mjs";
import { Status } from "./status.mjs";

/** @import { Checked, InputFile, ProfileChoice, SideFile } from "../worker/messages.d.ts" */

/** @typedef {"booting" | "ready" | "checking" | "done" | "failed"} PageState */
/** @typedef {Pick<import("../worker/engine.mjs").Engine, "boot" | "call" | "cancel" | "onPage">} PageEngine */

export class Page {
  /** @type {PageState} */ #state = "booting";
  /** @type {InputFile[]} what the result on the screen is about, or what waits for the boot */ #batch = [];
  /** @type {string[]} what of it was left out */ #leftOut = [];
  /** @type {InputFile[]} the profile that this copy was made with */ #embedded = [embeddedProfile()].filter((own) => own !== null);
  /** @type {InputFile[]} side files put in alone, and profiles: they stay until undone or cleared */ #sideFiles = [];
  /** @type {Set<string>} */ #ignored = new Set();
  /** @type {SideFile[]} */ #usedSides = [];
  #reasons = new Acknowledgements();
  #changes = new ChangeLog();
  /** @type {import("../findings/changes.mjs").Change | null} */ #change = null;
  /** Whether the batch is new, rather than checked again under other settings. */
  #isNewBatch = true;
  #masked = true;
  #version = "";
  /** Counts the checks: an answer to an older one is dropped. */
  #checkNumber = 0;
  /** @type {Promise<unknown>} the boot, or the boot after a cancel */ #booted = Promise.resolve();
  #notices = byId("pv-notices", HTMLElement);
  #announcer = byId("pv-announce", HTMLElement);
  #profileBox = byId("pv-profile", HTMLSelectElement);
  /** @type {ProfileChoice[]} */ #builtInProfiles = [];

  /** @param {PageEngine} engine an Engine, or a stand-in with the same methods */
  constructor(engine) {
    this.engine = engine;
    this.rules = new RuleInfo((op, payload) => engine.call(op, payload));
    this.status = new Status(() => this.#cancel());
    this.results = new ResultRegion();
    this.wizard = new Wizard({
      call: (op, payload) => engine.call(op, payload),
      announce: (text) => this.#announce(text),
      onApply: (profile) => this.#addSides([profile]),
      onClose: () => this.results.reveal(),
    });
    this.compare = new Compare({
      call: (op, payload) => this.#booted.then(() => engine.call(op, payload)),
      announce: (text) => this.#announce(text),
      onClose: () => this.results.reveal(),
    });
    byId("pv-wizard-open", HTMLButtonElement).addEventListener("click", () => this.#openWizard());
    byId("pv-compare-open", HTMLButtonElement).addEventListener("click", () => this.#openCompare([]));
    this.#sideFiles = [...this.#embedded];
    this.#showSides();
    this.#setState("booting");
    connectIntake({
      onFiles: (files, leftOut) => this.#receive(files, leftOut),
      onSide: (file) => this.#addSides([file]),
      onNotice: (text) => this.#notice(text),
    });
    for (const kind of /** @type {const} */ (["faulty", "good"])) {
      byId(`pv-sample-${kind}`, HTMLButtonElement).addEventListener("click", () => this.#takeSample(kind, (sample) => this.#receive([sample])));
      byId(`pv-save-${kind}`, HTMLButtonElement).addEventListener("click", () => this.#takeSample(kind, ({ name, file }) => {
        saveFile(name, file);
        this.#notice(T.downloaded(name));
      }));
    }
    this.#profileBox.addEventListener("change", () => this.#checkAgain());
    this.#boot();
  }

  async #boot() {
    try {
      this.#booted = this.engine.boot((progress) => this.status.showLoading(progress));
      await this.#booted;
      await this.#loadAbout();
    } catch (error) {
      this.#fail(error, null);
      return;
    }
    fill(byId("pv-limits", HTMLElement), findLimits(this.engine.onPage, [`版本：${this.#version}`]));
    if (this.#batch.length > 0) this.#check();
    else this.#setReady();
  }

  /** What the checker says of itself; asked again where the first boot failed and a later one did not. */
  async #loadAbout() {
    if (this.#version !== "") return;
    const { version, rules, profiles, deadlines } = await this.engine.call("about", {});
    this.#version = version;
    showDeadlines(byId("pv-deadlines", HTMLElement), deadlines);
    this.rules.setRules(rules);
    this.#builtInProfiles = profiles;
    fill(this.#profileBox, profiles.map(({ id, title }) =>
      el("option", { value: id }, `${title}（${id}）`)));
    this.#profileBox.disabled = false;
    showRequests(byId("pv-requests", HTMLElement), byId("pv-requests-named", HTMLElement));
  }

  /** @param {PageState} state */
  #setState(state) {
    this.#state = state;
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
   * @param {InputFile[]} files
   * @param {string[]} leftOut
   */
  async #receive(files, leftOut = []) {
    if (files.length === 2 && files.every(isProfile)) {
      // Only one profile can be in use: who gives two and nothing else wants to see them side by side.
      this.#openCompare(files);
      return;
    }
    const sides = await Promise.all(files.map(({ name, file }) => looksLikeSideFile(name, file)));
    if (sides.every(Boolean)) {
      this.#addSides(files);
      return;
    }
    const waiting = this.#state === "booting";
    const [profiles, data] = [files.filter(isProfile), files.filter((file) => !isProfile(file))];
    this.#keepSides(profiles);
    this.#batch = waiting ? [...this.#batch, ...data] : data;
    this.#leftOut = waiting ? [...this.#leftOut, ...leftOut] : leftOut;
    this.#forgetUnusedIgnored();
    this.#masked = true;
    this.#isNewBatch = true;
    if (waiting) {
      this.#showSides();
      this.status.showReceived(this.#batch, T.waiting);
      this.#announce(`已收到 ${formatNumber(this.#batch.length)} 個檔案。${T.waiting}`);
    } else this.#check();
  }

  /** What was undone stays so while the file is there. */
  #forgetUnusedIgnored() {
    const names = new Set(this.#sideFiles.map(({ name }) => name));
    for (const name of this.#ignored) if (!names.has(name)) this.#ignored.delete(name);
  }

  /** For the batches that follow too; a profile takes the place of the former one. @param {InputFile[]} files side files */
  #keepSides(files) {
    const names = new Set(files.map(({ name }) => name));
    const renewed = files.some(isProfile);
    this.#sideFiles = [...this.#sideFiles.filter((side) => !names.has(side.name) && !(renewed && isProfile(side))), ...files];
    for (const name of names) this.#ignored.delete(name);
  }

  /** @param {InputFile[]} files side files */
  #addSides(files) {
    this.#keepSides(files);
    this.#showSides();
    this.#announce(`已收到設定檔：${[...new Set(files.map(({ name }) => name))].join("、")}`);
    this.#checkAgain();
  }

  /**
   * @param {"faulty" | "good"} kind
   * @param {(sample: InputFile) => void} use
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
    this.wizard.open([...this.#batch, ...this.#sideFiles], { mask: true, ignore_side: [...this.#ignored] });
  }

  /** @param {InputFile[]} files profiles */
  #openCompare(files) {
    if (this.#state === "checking") {
      this.#notice(T.checking);
      return;
    }
    this.wizard.leave(() => {
      this.results.conceal();
      this.compare.show(this.#builtInProfiles, files);
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
    const checkNumber = (this.#checkNumber += 1);
    if (this.#state === "checking" || this.#state === "failed") this.#booted = this.engine.cancel();
    this.#setState("checking");
    this.#closeTools();
    this.results.clear();
    this.#notices.replaceChildren();
    this.status.showChecking();
    this.#announce(T.checking);
    const files = [...this.#batch, ...this.#sideFiles];
    this.status.showReceived(files);
    const options = {
      mask: this.#masked, ignore_side: [...this.#ignored], ...(this.#profileBox.value && { profile: this.#profileBox.value }),
    };
    try {
      await this.#booted;
      await this.#loadAbout();
      const answer = await this.engine.call("check", { files, options }, {
        onProgress: (event) => checkNumber === this.#checkNumber && this.status.showProgress(event),
      });
      if (checkNumber !== this.#checkNumber) return;
      if (this.#isNewBatch) {
        const change = await this.#changes.record(answer.report);
        if (checkNumber !== this.#checkNumber) return;
        this.#change = change;
        this.#isNewBatch = false;
      }
      await this.#show(answer);
    } catch (error) {
      if (checkNumber === this.#checkNumber) this.#fail(error, () => this.#check());
    }
  }

  /** @param {Checked} answer */
  async #show({ report, origin, fields, name, side, problems }) {
    // Sentences need both; the report as it is given out does not have them.
    Object.assign(report.profile, { origin, fields });
    this.#usedSides = side;
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
    const leftOut = [...problems, ...this.#leftOut];
    if (leftOut.length > 0) fill(this.#notices, el("ul", { class: "pv-note pv-note--warning" }, leftOut.map((text) => el("li", {}, text))));
    this.#setState("done");
  }

  #showSides() {
    showSideFiles(byId("pv-sides", HTMLElement), {
      side: this.#usedSides, waiting: this.#sideFiles.map(({ name }) => name), ignored: this.#ignored,
      onToggle: (name, use) => {
        if (use) this.#ignored.delete(name);
        else this.#ignored.add(name);
        this.#showSides();
        this.#checkAgain();
      },
    });
  }

  /** @param {boolean} masked */
  #setMask(masked) {
    this.#masked = masked;
    this.#check();
  }

  #cancel() {
    if (this.#state !== "checking") return;
    this.#checkNumber += 1;
    this.#booted = this.engine.cancel();
    this.#booted.catch((error) => this.#fail(error, null));
    this.#forgetBatch();
    this.#announce(T.cancelled);
    byId("pv-files", HTMLInputElement).focus();
  }

  /** Nothing of a file stays: not here, not in the worker. */
  async #clear() {
    this.#checkNumber += 1;
    this.#sideFiles = [...this.#embedded];
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
    this.#leftOut = [];
    this.#usedSides = [];
    this.#forgetUnusedIgnored();
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

/** @param {InputFile} file */
function isProfile({ name }) {
  return /\.toml$/i.test(name);
}
