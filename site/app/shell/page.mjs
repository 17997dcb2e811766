// @ts-check
/** The page's states and what leads from one to the next: booting, ready, checking, done, failed. */

import { showDeadlines } from "../deadlines/next-deadline.mjs";
import { findLimits } from "../failure/browser-limits.mjs";
import { renderFailure } from "../failure/failure.mjs";
import { Acknowledgements } from "../findings/acknowledgements.mjs";
import { ChangeLog } from "../findings/changes.mjs";
import { RuleInfo } from "../findings/rule-info.mjs";
import { clearIntake, connectIntake } from "../intake/intake.mjs";
import { GivenFiles, isProfile } from "../intake/given-files.mjs";
import { reasonOf, saySettingsAlone, showSideFiles, toggleReason } from "../intake/side-files.mjs";
import { connectSamples } from "../intake/samples.mjs";
import { verdictAnnouncement } from "../results/verdict.mjs";
import { closeDialogs } from "../ui/dialog.mjs";
import { Shipped } from "../settings/in-use.mjs";
import { byId, el, fill } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { T } from "../ui/strings.mjs";
import { showRequests } from "./request-count.mjs";
import { renderNotes, ResultRegion } from "./result-region.mjs";
import { Status } from "./status.mjs";
import { Tools } from "./tools.mjs";

/** @import { Checked, InputFile } from "../worker/messages.d.ts" */

/** @typedef {"booting" | "ready" | "checking" | "done" | "failed"} PageState */
/** @typedef {Pick<import("../worker/engine.mjs").Engine, "boot" | "call" | "cancel" | "onPage">} PageEngine */

export class Page {
  /** @type {PageState} */ #state = "booting";
  #given = new GivenFiles();
  #shipped = new Shipped();
  /** @type {string[]} what of it did not arrive as it should */ #notes = [];
  /** @type {import("../intake/side-files.mjs").Reason | null} why the files that are there are checked once more */ #reason = null;
  #reasons = new Acknowledgements();
  #changes = new ChangeLog();
  /** @type {import("../findings/changes.mjs").Change | null} */ #change = null;
  #masked = true;
  /** The month, YYYMM, that was chosen for who has no file; "": the one that the check takes. */
  #month = "";
  /** What was typed beside a file that lacks it: canonical field → value. @type {Record<string, string>} */
  #typed = {};
  /** What of that comes from the wizard, with its profile. @type {Record<string, string>} */
  #handed = {};
  #version = "";
  /** Counts the checks: an answer to an older one is dropped. */
  #checkNumber = 0;
  /** @type {Promise<unknown>} the boot, or the boot after a cancel */ #booted = Promise.resolve();
  #notices = byId("pv-notices", HTMLElement);
  #announcer = byId("pv-announce", HTMLElement);
  #profileBox = byId("pv-profile", HTMLSelectElement);

  /** @param {PageEngine} engine an Engine, or a stand-in with the same methods */
  constructor(engine) {
    this.engine = engine;
    this.rules = new RuleInfo((op, payload) => engine.call(op, payload));
    this.status = new Status(() => this.#cancel());
    this.results = new ResultRegion();
    this.tools = new Tools({
      call: (op, payload) => engine.call(op, payload),
      booted: () => this.#booted,
      state: () => this.#state,
      results: this.results,
      given: this.#given,
      ways: () => this.#ways(),
      announce: (text) => this.#announce(text),
      notice: (text) => this.#notice(text),
      onApply: (profile, values) => {
        this.#handed = values;
        this.#take([profile]);
      },
    });
    this.#showSides();
    this.#setState("booting");
    connectIntake({
      onFiles: (files, notes) => this.#receive(files, notes),
      onNothing: (notes) => this.#receiveNothing(notes),
      onNotice: (text) => this.#notice(text),
    });
    connectSamples({
      make: (kind) => this.#booted.then(() => engine.call("samples", { kind })),
      onOpen: (sample) => this.#receive([sample]),
      onSaved: (name) => this.#notice(T.downloaded(name)),
      onFail: (error, again) => this.#fail(error, again),
    });
    this.#profileBox.addEventListener("change", () => {
      this.#given.profile = this.#profileBox.value;
      this.#showSides();
      this.#checkAgain();
    });
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
    if (this.#given.isEmpty) this.#setReady();
    else this.#check();
  }

  /** What the checker says of itself; asked again where the first boot failed and a later one did not. */
  async #loadAbout() {
    if (this.#version !== "") return;
    const { version, rules, profiles, deadlines } = await this.engine.call("about", {});
    this.#version = version;
    showDeadlines(byId("pv-deadlines", HTMLElement), deadlines);
    this.rules.setRules(rules);
    this.tools.profiles = profiles;
    this.#shipped = await Shipped.read((op, payload) => this.engine.call(op, payload));
    this.#shipped.show(byId("pv-shipped", HTMLElement));
    fill(this.#profileBox, this.#shipped.profiles.map(({ value, title }) => el("option", { value }, title)),
      profiles.map(({ id, title }) => el("option", { value: id }, `${title}（${id}）`)));
    this.#given.ship(this.#shipped.files);
    this.#given.profile = this.#profileBox.value;
    this.#showSides();
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
   * @param {string[]} notes
   */
  #receive(files, notes = []) {
    closeDialogs();
    if (this.tools.takes(files)) return;
    if (files.length === 2 && files.every(isProfile)) {
      // Only one profile can be in use: who gives two and nothing else wants to see them side by side.
      this.tools.compareProfiles(files);
      return;
    }
    this.tools.leave(() => this.#take(files, notes));
  }

  /**
   * @param {InputFile[]} files
   * @param {string[]} notes
   */
  #take(files, notes = []) {
    const waiting = this.#state === "booting";
    this.#given.add(files, waiting);
    this.#notes = waiting ? [...this.#notes, ...notes] : notes;
    if (!waiting) {
      this.#check();
      return;
    }
    const { files: received } = this.#given.request;
    this.status.showReceived(received, T.waiting);
    this.#warn(this.#notes);
    this.#announce([`已收到 ${formatNumber(received.length)} 個檔案。${T.waiting}`, ...this.#notes].join(""));
  }

  /** Something was given and nothing arrived: no former result may be taken for the answer. @param {string[]} notes */
  #receiveNothing(notes) {
    closeDialogs();
    this.tools.leave(() => {
      const [hadBatch, isOn] = [!this.#given.isEmpty, this.#state === "ready" || this.#state === "done"];
      if (this.#state === "checking") this.#stop();
      else if (isOn) this.#forgetBatch();
      if (isOn && hadBatch) this.engine.call("clear", {}).catch((error) => this.#fail(error, null));
      this.#warn(notes);
      this.#announce(notes.join(""));
    });
  }

  /** @param {string[]} notes */
  #warn(notes) {
    const list = renderNotes(notes);
    // What failed stays on the screen, with its way out.
    if (this.#state === "failed") this.#notices.prepend(...(list ? [list] : []));
    else fill(this.#notices, list);
    if (list) list.scrollIntoView({ block: "nearest" });
  }

  /** What was chosen on the page, or came with it. */
  #ways() {
    const { value } = this.#profileBox;
    const isShipped = this.#shipped.profiles.some((profile) => profile.value === value);
    return { ...(value && !isShipped && { profile: value }), ...(this.#shipped.whose && { shipped: this.#shipped.whose }) };
  }

  /** The same files under other settings. */
  #checkAgain() {
    if (!this.#given.isEmpty && this.#state !== "booting") this.#check();
  }

  async #check() {
    const checkNumber = (this.#checkNumber += 1);
    if (this.#state === "checking" || this.#state === "failed") this.#booted = this.engine.cancel();
    this.#setState("checking");
    this.tools.close();
    this.results.clear();
    this.#notices.replaceChildren();
    this.status.showChecking();
    this.#announce(T.checking);
    if (this.#given.isNew) [this.#masked, this.#month, this.#typed, this.#handed] = [true, "", this.#handed, {}];
    this.status.showReceived(this.#given.request.files);
    try {
      await this.#booted;
      await this.#loadAbout();
      const { files, options: given } = this.#given.request;
      const options = {
        mask: this.#masked, ...given, ...this.#ways(), ...(this.#month && { month: this.#month }), given: this.#typed,
      };
      const answer = await this.engine.call("check", { files, options }, {
        onProgress: (event) => checkNumber === this.#checkNumber && this.status.showProgress(event),
      });
      if (checkNumber !== this.#checkNumber) return;
      const { data, settings } = this.#given.settle(answer);
      if (data === "none") {
        this.#showSettingsAlone();
        return;
      }
      if (data === "new") {
        const change = await this.#changes.record(answer.report);
        if (checkNumber !== this.#checkNumber) return;
        this.#change = change;
        this.#reason = null;
      } else if (settings.length > 0) this.#reason = reasonOf(settings);
      await this.#show(answer);
    } catch (error) {
      if (checkNumber === this.#checkNumber) this.#fail(error, () => this.#check());
    }
  }

  /** @param {Checked} answer */
  async #show({ report, origin, fields, name, problems }) {
    // Sentences need both; the report as it is given out does not have them.
    Object.assign(report.profile, { origin, fields });
    const notes = [...problems, ...this.#notes];
    const reason = report.files.length > 0 ? this.#reason : null;
    const again = reason?.say(report.files) ?? "";
    this.#reason = null;
    this.#reasons.use(report);
    const shown = await this.results.show(report, {
      call: (op, payload) => this.engine.call(op, payload),
      rules: this.rules,
      name,
      again,
      notes,
      masked: this.#masked,
      reasons: this.#reasons,
      change: this.#change,
      announce: (text) => this.#announce(text),
      onClear: () => this.#clear(),
      onMask: (masked) => this.#setMask(masked),
      onWizard: () => this.tools.openWizard(),
      onMonth: (month) => this.#setMonth(month),
      onGiven: (given) => this.#setGiven(given),
    });
    if (!shown) return;
    this.status.showIdle(T.ready(this.#version));
    this.#showSides();
    const verdict = reason && !reason.isNews ? "" : report.files.length > 0 ? verdictAnnouncement(report) : T.nothing;
    this.#announce([again, verdict, ...notes].join(""));
    this.#setState("done");
  }

  /** Nothing to check has been given yet. */
  #showSettingsAlone() {
    this.#setReady();
    this.#showSides();
    this.#notice(saySettingsAlone(this.#given.recognised, this.#notes));
  }

  #showSides() {
    showSideFiles(byId("pv-sides", HTMLElement), {
      given: this.#given,
      onToggle: (name, use) => {
        if (use) this.#given.ignored.delete(name);
        else this.#given.ignored.add(name);
        this.#reason = toggleReason(name, use);
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

  /** The same file, with what it lacks. @param {Record<string, string>} given */
  #setGiven(given) {
    this.#typed = given;
    this.#check();
  }

  /** The same result, asked about another month. @param {string} month */
  async #setMonth(month) {
    const checkNumber = this.#checkNumber;
    this.#month = month;
    try {
      const answer = await this.engine.call("month", { month });
      if (checkNumber !== this.#checkNumber) return;
      await this.#show(answer);
      byId("pv-month", HTMLSelectElement).focus();
    } catch (error) {
      if (checkNumber === this.#checkNumber) this.#fail(error, () => this.#check());
    }
  }

  #cancel() {
    if (this.#state !== "checking") return;
    this.#stop();
    this.#announce(T.cancelled);
    byId("pv-files", HTMLInputElement).focus();
  }

  #stop() {
    this.#checkNumber += 1;
    this.#booted = this.engine.cancel();
    this.#booted.catch((error) => this.#fail(error, null));
    this.#forgetBatch();
  }

  /** Nothing of a file stays: not here, not in the worker. */
  async #clear() {
    this.#checkNumber += 1;
    this.#given.forgetAll();
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
    this.#given.forgetBatch();
    this.#notes = [];
    this.#reason = null;
    this.#masked = true;
    [this.#month, this.#typed] = ["", {}];
    this.tools.close();
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
