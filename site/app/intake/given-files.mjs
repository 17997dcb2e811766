// @ts-check
/** What was given: the batch that the result is about, what has come since, and the files that say how to check. Which
 * of them is data only the check knows: it looks at all of them, and says in whose place the newest data stands. */

/** @import { Checked, CheckOptions, InputFile, SideFile } from "../worker/messages.d.ts" */

export class GivenFiles {
  /** @type {InputFile[][]} what was given at one time, oldest first; the first is what the result is about */ #gives = [];
  /** @type {InputFile[]} side files given alone, and profiles: they stay until undone or cleared */ #standing = [];
  /** @type {InputFile[]} settings that came with the page: they stand before all others */ #shipped = [];
  /** Name of the profile among these that was chosen. */
  profile = "";
  /** @type {Set<string>} names of side files that are not used */ ignored = new Set();
  /** @type {SideFile[]} as the last check recognised them */ recognised = [];
  /** Whether something was given that no check has answered yet. */
  isNew = false;

  get isEmpty() {
    return this.#gives.length === 0;
  }

  /** Names of the side files that stay. */
  get standing() {
    return this.#allStanding.map(({ name }) => name);
  }

  /** Of several shipped profiles the one that was chosen, unless the user has given another. */
  get #allStanding() {
    const profile = this.#standing.some(isProfile) ? "" : this.profile;
    return [...this.#shipped.filter((file) => !isProfile(file) || file.name === profile), ...this.#standing];
  }

  /** The files that say how to check, as they are in use. */
  get sides() {
    const unused = new Set([...this.ignored, ...this.recognised.filter(({ error }) => error).map(({ name }) => name)]);
    const known = new Set([...this.standing, ...this.recognised.map(({ name }) => name)]);
    return this.request.files.filter(({ name }) => known.has(name) && !unused.has(name));
  }

  /** @param {InputFile[]} files */
  ship(files) {
    this.#shipped = files;
  }

  /**
   * @param {InputFile[]} files
   * @param {boolean} joined whether they belong to what was given just before
   */
  add(files, joined = false) {
    const before = joined ? this.#gives.pop() ?? [] : [];
    this.#gives.push([...before, ...files]);
    for (const { name } of files) this.ignored.delete(name);
    this.isNew = true;
  }

  /** @returns {{files: InputFile[], options: Pick<CheckOptions, "ignore_side" | "gives">}} of a file given twice the later one */
  get request() {
    const known = new Set();
    const gives = [...this.#gives].reverse().map((give) => {
      const kept = give.filter(({ name }) => !known.has(name));
      for (const { name } of give) known.add(name);
      return kept;
    });
    const all = [this.#allStanding, ...gives.reverse()];
    return { files: all.flat(), options: { ignore_side: [...this.ignored], gives: all.map(({ length }) => length) } };
  }

  /**
   * Takes in which of the files were data.
   * @param {Pick<Checked, "give" | "side">} answer to the request
   * @returns {{data: "none" | "former" | "new", settings: SideFile[]}} where the data was, and side files given after it
   */
  settle({ give, side }) {
    const data = give === null ? "none" : give < this.#gives.length - 1 ? "former" : "new";
    const batch = give === null ? [] : this.#gives[give];
    const since = this.#gives.slice((give ?? -1) + 1).flat();
    const wasNew = this.isNew;
    const unused = new Set(side.filter(({ error }) => error).map(({ name }) => name));
    this.#keep([...batch.filter(isProfile), ...since].filter(({ name }) => !unused.has(name)));
    // In the batch too they stand in their turn: the last given of a kind is used.
    const names = new Set(since.map(({ name }) => name));
    const merged = [...batch.filter((file) => !isProfile(file) && !names.has(file.name)), ...since.filter((file) => !isProfile(file))];
    this.#gives = give === null ? [] : [merged];
    this.recognised = side;
    this.isNew = false;
    const there = new Set([...this.standing, ...merged.map(({ name }) => name)]);
    for (const name of this.ignored) if (!there.has(name)) this.ignored.delete(name);
    return { data: wasNew ? data : "former", settings: side.filter(({ name }) => names.has(name)) };
  }

  /** A profile takes the place of the former one. @param {InputFile[]} files side files */
  #keep(files) {
    const names = new Set(files.map(({ name }) => name));
    const renewed = files.some(isProfile);
    this.#standing = [...this.#standing.filter((side) => !names.has(side.name) && !(renewed && isProfile(side))), ...files];
  }

  /** Side files stay, for the next batch. */
  forgetBatch() {
    this.#gives = [];
    this.recognised = [];
    this.isNew = false;
    const names = new Set(this.standing);
    for (const name of this.ignored) if (!names.has(name)) this.ignored.delete(name);
  }

  forgetAll() {
    this.#standing = [];
    this.ignored.clear();
    this.forgetBatch();
  }
}

/** @param {InputFile} file */
export function isProfile({ name }) {
  return /\.toml$/i.test(name);
}
