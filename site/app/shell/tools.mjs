// @ts-check
/** What takes the place of the result while it is open: the wizard, two profiles side by side, a table of fields. */

import { byId } from "../ui/dom.mjs";
import { T } from "../ui/strings.mjs";
import { openMaking } from "../settings/make-settings.mjs";
import { Compare } from "../wizard/compare-profiles.mjs";
import { SpecTable } from "../wizard/spec-table.mjs";
import { W } from "../wizard/strings.mjs";
import { Wizard } from "../wizard/wizard.mjs";

/** @import { Call, InputFile, ProfileChoice } from "../worker/messages.d.ts" */

/**
 * What the tools need of the page.
 *
 * @typedef {{
 *   call: Call, booted: () => Promise<unknown>, state: () => import("./page.mjs").PageState,
 *   results: import("./result-region.mjs").ResultRegion, given: import("../intake/given-files.mjs").GivenFiles,
 *   ways: () => object, announce: (text: string) => void, notice: (text: string) => void,
 *   onApply: (profile: {name: string, file: Blob}, values: Record<string, string>) => void,
 * }} ToolsContext
 */

export class Tools {
  /** @type {ProfileChoice[]} the built-in ones */ profiles = [];

  /** @param {ToolsContext} context */
  constructor(context) {
    this.context = context;
    const { announce, onApply } = context;
    /** @type {Call} */
    const call = (op, payload) => context.booted().then(() => context.call(op, payload));
    const onClose = () => context.results.reveal();
    this.wizard = new Wizard({ call: context.call, announce, onApply, onClose });
    this.compare = new Compare({ call, announce, onClose });
    this.spec = new SpecTable({ call, announce, onClose, onApply: (profile) => onApply(profile, {}) });
    /** @type {[string, () => void][]} */
    const ways = [
      ["pv-spec-open", () => this.openSpec()],
      ["pv-wizard-open", () => this.openWizard()],
      ["pv-compare-open", () => this.compareProfiles([])],
      ["pv-settings-open", () => openMaking(context.given.sides, call)],
    ];
    for (const [id, open] of ways) byId(id, HTMLButtonElement).addEventListener("click", open);
  }

  /** Whether given files are what an open tool waits for. @param {InputFile[]} files */
  takes(files) {
    return this.spec.takes(files);
  }

  /** Goes on with `next` when nothing that was answered is lost by it, or the user agrees. @param {() => void} next */
  leave(next) {
    this.wizard.leave(next);
  }

  close() {
    this.wizard.close();
    this.spec.close();
    this.compare.close();
  }

  openWizard() {
    const { given, results, notice, ways } = this.context;
    if (this.context.state() !== "done") {
      notice(W.needFile);
      return;
    }
    this.compare.close();
    this.spec.close();
    results.conceal();
    const { files, options } = given.request;
    this.wizard.open(files, { ...options, ...ways(), mask: true });
  }

  /** @param {InputFile[]} files profiles */
  compareProfiles(files) {
    this.#instead(() => {
      this.spec.close();
      this.context.results.conceal();
      this.compare.show(this.profiles, files);
    });
  }

  openSpec() {
    this.#instead(() => {
      this.compare.close();
      this.context.results.conceal();
      this.spec.show(this.context.state() === "done" ? this.context.given.request.files : []);
    });
  }

  /** @param {() => void} open */
  #instead(open) {
    if (this.context.state() === "checking") this.context.notice(T.checking);
    else this.leave(open);
  }
}
