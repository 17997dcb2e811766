/** What crosses between the page and its worker (docs/develop/worker-protocol.md): requests and their answers by
 * operation, and the events around them. What Python sends stands here as `pyvalidator.browser` makes it. */

import type { Entry, ProfileEntry, Report } from "../report.d.ts";

// -- the user's files and what they choose ----------------------------------------------------------------------------

/** A file as the report names it. */
export interface InputFile {
  name: string;
  /** Null where the browser did not deliver it: a finding, which Python makes. */
  file: Blob | null;
}

/** How to check; what is missing is as the command line has it. */
export interface CheckOptions {
  mask?: boolean;
  /** Id of a built-in profile; a profile among the files comes before it. */
  profile?: string;
  /** Whose the settings are that came with the page; their files are among the standing ones. */
  shipped?: { owner: string; date: string };
  /** Names of side files that are not used. */
  ignore_side?: string[];
  /** How many of the files were given at one time: first those that stand beside every batch, then oldest first. Checked
   * is what the newest of them with data holds; without this, all files. */
  gives?: number[];
  /** The day that counts as today, YYYY-MM-DD. */
  today?: string;
  max_per_rule?: number;
  /** The month, YYYMM, that lists of who has no file are about. */
  month?: string;
  /** Header values for the one file that lacks them: canonical field → value as the reference profile writes it. */
  given?: Record<string, string>;
}

export interface Batch {
  files: InputFile[];
  options: CheckOptions;
}

/** A file that says how to check, as the check recognised it; `error`: why it is not used. */
export interface SideFile {
  name: string;
  kind: "profile" | "schema" | "roster" | "agencies" | "days";
  title: string;
  error?: string;
}

/** A file of the settings that came with the page. */
export interface ShippedFile extends SideFile {
  text: string;
}

export type ShippedSettings =
  | { owner: string; date: string; files: ShippedFile[]; problems?: undefined }
  | { problems: string[] };

/** The file to put beside a page, and what a page carries inside. */
export type MadeSettings = { script: string; settings: object; problems?: undefined } | { problems: string[] };

/** A reason that the user gives for a warning; `file` null for what concerns several files. */
export interface Acknowledgement {
  file: string | null;
  rule: string;
  pointer: string | null;
  field: string | null;
  reason: string;
}

// -- answers ----------------------------------------------------------------------------------------------------------

export interface ProfileChoice {
  id: string;
  title: string;
  status: ProfileEntry["status"];
}

export interface RuleFacts {
  id: string;
  title: string;
  severity: Entry["severity"];
  stage: string;
  fields: string[];
  owner: NonNullable<Entry["owner"]>;
  since: string;
}

/** `period` YYYMM, `date` YYYY-MM-DD. */
export interface Deadline {
  period: string;
  date: string;
  days_left: number;
  note: string | null;
}

export interface About {
  version: string;
  profiles: ProfileChoice[];
  rules: RuleFacts[];
  deadlines: Deadline[];
}

/** `built_in`: comes with this tool; `shipped`: came with the page; `own`: brought by the user. */
export type Origin = "built_in" | "shipped" | "own";

/** The report's profile with what the page is told beside the report: whose it is, and the name of each key. */
export interface PageProfile extends ProfileEntry {
  origin?: Origin;
  fields?: Record<string, string>;
}

export interface Checked {
  report: Report;
  origin: Origin;
  fields: Record<string, string>;
  side: SideFile[];
  /** Which of the gives held the data, the standing files not counted; null where none did. */
  give: number | null;
  /** What was put in and cannot be checked. */
  problems: string[];
  /** Of downloads, without extension. */
  name: string;
}

/** Lines of a file. `line`, `column`: the place in them; `shifts`: how many columns each lacks at its left. */
export interface Excerpt {
  first_line: number;
  lines: string[];
  line: number;
  column: number;
  shifts: number[];
}

export interface Amount {
  records: number;
  people: number;
  hours: number;
}

/** One day's leave. `off`: null where the year has no calendar. */
export interface Day {
  date: string;
  off: boolean | null;
  people: number;
  covid: number;
  hours: number;
  unusual: boolean;
}

/** The batch in numbers. `kind` is null where a leave's kind cannot be read. */
export interface Overview {
  months: string[];
  month: string | null;
  total: Amount;
  covid: Amount;
  kinds: (Amount & { kind: string | null })[];
  days: Day[];
  people: { id: string; name: string | null; hours: number; kind: string | null }[];
  median: number | null;
}

/** A file made for the user. */
export interface Download {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export type ReportFormat = keyof typeof import("../../../pyvalidator/wording/shared.json").formats;

/** What can be taken away: the report, and the matrix of agencies and months. */
export type Format = ReportFormat | "matrix";

export interface ExportRequest {
  format: Format;
  acknowledgements?: Acknowledgement[];
  /** Only this person's findings: their first record in each file. */
  person?: { file: string; first: number }[];
  /** The filters in use, in words; the report lists all findings and says so. */
  filter?: string;
}

/** A choice of a select box. */
export interface Option {
  value: string;
  title: string;
}

// -- the wizard -------------------------------------------------------------------------------------------------------

export interface WizardField extends Option {
  level: string;
  wanted: boolean;
}

export interface WizardFound {
  found: true;
  /** `whole`: whether all of it was looked at. */
  files: { name: string; whole: boolean }[];
  more_files: number;
  start: string;
  fields: WizardField[];
  /** Per field the meanings that its codes can have. */
  meanings: Record<string, Option[]>;
}

/** A place of the file that may hold records of leave. */
export interface WizardPlace {
  /** Its pattern, by which an edit names it. */
  place: string;
  title: string;
  count: number;
  /** What speaks for it. */
  facts: string;
  keys: string[];
  /** The first records as they stand there, one text a key. */
  rows: string[][];
  /** Empty where nobody has said yet. */
  state: "records" | "ignored" | "";
  /** Whether it needs no answer. */
  sure: boolean;
  /** What all records there are, empty where each says so itself; null where that is not asked. */
  kind: string | null;
  /** What the place's name says of that, as long as the user has not. */
  kind_hint: string;
}

/** An object whose keys may be data. */
export interface WizardMap {
  place: string;
  title: string;
  count: number;
  on: boolean;
  /** Whether it cannot be otherwise. */
  fixed: boolean;
  facts: string;
}

/** One way in which a fact is told: by a key, by the file's name, as all files of the layout have it, or not at all. */
export interface WizardSourceOption extends Option {
  kind: "" | "key" | "name" | "given" | "absent" | "constant";
  /** Of a key: which one, and the field that it then is. */
  at?: string;
  field?: string;
  /** Of what all files have. */
  constant?: string;
}

/** Where a fact about the whole file, or who a person is, comes from. */
export interface WizardSource {
  field: string;
  /** The fields that answer it: a person has an ID or a number of the house. */
  fields: string[];
  question: string;
  /** Empty where it is open. */
  value: string;
  options: WizardSourceOption[];
  facts: string;
  sure: boolean;
  /** What was typed for this time's files, and what is wrong with it. */
  given: string;
  problem: string;
  example: string;
}

export interface WizardCode {
  code: string;
  count: number;
  /** The meaning; empty where none was chosen. */
  name: string;
  /** Whether the meaning is a proposal that nobody has confirmed. */
  proposed: boolean;
}

/** Values as written, and as they are read. */
export type WizardPairs = [written: string, read: string][];

/** One key of the file. `field` is empty where it means nothing to the check. */
export interface WizardColumn {
  /** By which an edit names it; the same whatever else is chosen. */
  at: string;
  level: string;
  key: string;
  facts: string;
  examples: string[];
  field: string;
  confidence: string;
  /** What the user is asked of it; empty where it is certain or answered. */
  asks: string;
  reason: string;
  required: boolean;
  controls: { name: string; title: string; value: string; options: [string, string][] }[];
  /** Ways to read the values, where there are several. */
  readings: { name: string; title: string; against: string; pairs: WizardPairs }[];
  reading: string;
  /** How the values are written; null where nothing can be typed. */
  template: string | null;
  /** What is wrong with what was typed. */
  template_problem: string;
  preview: WizardPairs;
  /** Values that cannot be read so. */
  unread: string[];
  codes: WizardCode[] | null;
}

/** A field that the checks want and no key is. */
export interface WizardAbsent {
  field: string;
  title: string;
  question: string;
  /** Whether the user said that no file has it. */
  declared: boolean;
  /** Whether files can do without it. */
  may_lack: boolean;
}

/** All findings of one rule on one key; null where they are about none. */
export interface WizardFinding {
  at: string | null;
  level: string | null;
  key: string | null;
  rule: string;
  title: string;
  severity: Entry["severity"];
  count: number;
  message: string;
}

/** What a profile says of itself. */
export type WizardAbout = Record<
  "id" | "version" | "title" | "source" | "author" | "date" | "status" | "unknown_keys" | "first" | "last",
  string
>;

/** What the user corrected of one key; what is missing stays as it was proposed. */
export interface WizardEdit {
  field?: string;
  required?: boolean;
  controls?: Record<string, string>;
  reading?: string;
  template?: string;
  codes?: Record<string, string>;
  /** Of these codes, whose meaning nobody has confirmed. */
  proposed?: string[];
}

export interface WizardEdits {
  about?: Partial<WizardAbout>;
  places?: Record<string, "records" | "ignored">;
  maps?: Record<string, boolean>;
  absent?: Record<string, boolean>;
  /** What all files have, or all records at one place; null: nothing. */
  constants?: Record<string, string | null>;
  place_constants?: Record<string, Record<string, string | null>>;
  /** Null: from somewhere else again. */
  given?: Record<string, string | null>;
  /** Null: as it was. */
  file_name?: string | null;
  columns?: (WizardEdit & { at: string })[];
}

/** What is proposed, with the user's corrections. */
export interface WizardProposal {
  /** What else was found where: term and words. */
  found_at: [string, string][];
  doubt: string;
  places: WizardPlace[];
  maps: WizardMap[];
  header: WizardSource[];
  file_name: { pattern: string; preview: WizardPairs; problem: string };
  columns: WizardColumn[];
  absent: WizardAbsent[];
  about: WizardAbout;
  toml: string;
  problems: string[];
}

/** And what the check says of it. */
export interface WizardReview extends WizardProposal {
  /** Null where the profile cannot be used yet. */
  report: Report | null;
  found: WizardFinding[];
  /** The first record in words. */
  first: string;
  /** What the profile says otherwise than the one that was begun with; null where there was none. */
  changes: string[] | null;
}

/** A code table: `open` are codes whose name no rule knows, `own` is what it calls each code. */
export type WizardCodes =
  | { codes: Record<string, string>; open: Record<string, string>; own: Record<string, string>; proposed: string[]; problem?: undefined }
  | { problem: string };

export interface ProfileComparison {
  profiles: { title: string; problems: string[] }[];
  /** Null where one of the two cannot be used. */
  differences: string[] | null;
}

// -- a table of fields ------------------------------------------------------------------------------------------------

/** The table is `text`, else the first of the files; the other files are data to compare it with. */
export interface SpecRequest {
  text?: string;
  files: InputFile[];
  /** By the id of a question; `field:` and a line's id chooses its field. */
  answers: Record<string, string>;
  about?: Partial<WizardAbout>;
}

/** `options`: value and words; none where only the table can be mended. */
export interface SpecQuestion {
  id: string;
  text: string;
  options: [string, string][];
  value: string;
  where: string;
  /** Of the line that it is about. */
  key: string;
}

/** `codes`: code, what the table calls it, what it means to the rules ("" where they do not know it). */
export interface SpecLine {
  id: string;
  where: string;
  level: string;
  key: string;
  title: string;
  field: string;
  reason: string;
  required: boolean;
  form: string;
  codes: [string, string, string][];
}

export interface SpecRead {
  lines: SpecLine[];
  /** Whether the table was written from a profile, and is that profile. */
  ready: boolean;
  questions: SpecQuestion[];
  faults: string[];
  notes: string[];
  missing: string[];
  about: WizardAbout;
  toml: string;
  problems: string[];
  /** Null where there is no data beside the table. */
  differences: string[] | null;
  answers: Record<string, string>;
  fields: Option[];
}

// -- operations -------------------------------------------------------------------------------------------------------

/** What Python answers (`pyvalidator.browser.handle`), by operation. */
export interface Operations {
  about: { request: {}; answer: About };
  check: { request: Batch; answer: Checked };
  /** The last check's report, asked about another month. */
  month: { request: { month: string }; answer: Checked };
  findings: {
    request: { file: string; rule: string; offset: number; limit: number };
    answer: { findings: Entry[]; total: number };
  };
  excerpt: {
    request: { file: string; line: number; column: number; before: number; after: number };
    answer: Excerpt;
  };
  overview: { request: { file: string | null; month: string | null }; answer: Overview };
  export: { request: ExportRequest; answer: Download };
  samples: { request: { kind: "faulty" | "good" }; answer: { name: string; text: string } };
  explain: {
    request: { rule: string };
    answer: {
      id: string;
      title: string;
      severity: Entry["severity"];
      sections: { title: string; text: string }[];
      text: string;
    };
  };
  example: {
    request: { rule: string };
    answer: {
      name: string;
      text: string;
      files: { name: string; base64: string | null }[];
      today: string;
    };
  };
  refused: {
    request: { file: string; key: string | null; rule: string | null };
    answer: { text: string; keys: Option[]; name: string };
  };
  /** Settings as they were found with the page. */
  settings: { request: { settings: unknown }; answer: ShippedSettings };
  settings_make: { request: { owner: string; files: InputFile[] }; answer: MadeSettings };
  clear: { request: {}; answer: null };

  /** A check that several workers share. */
  share: { request: Batch; answer: { sizes: number[] } };
  part: { request: { take: number[]; own: boolean }; answer: { bytes: Uint8Array<ArrayBuffer> } };
  merge: { request: { files: InputFile[] }; answer: Checked };

  wizard_open: { request: Batch; answer: WizardFound | { found: false; problem: string } };
  wizard_propose: { request: { edits: WizardEdits }; answer: WizardProposal };
  wizard_review: { request: { edits: WizardEdits }; answer: WizardReview };
  wizard_codes: {
    request: { field: string; text: string; files?: undefined } | { field: string; files: InputFile[] };
    answer: WizardCodes;
  };
  wizard_compare: { request: { profiles: (string | null)[]; files: InputFile[] }; answer: ProfileComparison };
  wizard_close: { request: {}; answer: {} };

  spec_read: { request: SpecRequest; answer: SpecRead | { problem: string } };
  spec_kit: { request: SpecRequest; answer: Download };
  spec_export: { request: { toml: string }; answer: Download };
}

export type Op = keyof Operations;
export type RequestOf<O extends Op> = Operations[O]["request"];
export type AnswerOf<O extends Op> = Operations[O]["answer"];

/** Asks Python. */
export type Call = <O extends Op>(op: O, payload: RequestOf<O>) => Promise<AnswerOf<O>>;

// -- messages ---------------------------------------------------------------------------------------------------------

export type BootStep = "probe" | "load" | "unpack" | "start" | "import";
/** Bytes as they are stored in the packs. */
export interface BootProgress {
  step: BootStep;
  loaded: number;
  total: number;
}

export type CheckStage = "read" | "form" | "rules" | "entries" | "batch";

/** Progress of one request, as Python tells it; the wizard knows no more than the file's number. */
export interface Progress {
  index: number;
  stage: CheckStage;
  file?: string;
  files?: number;
  /** Of the whole work that is done. */
  share?: number;
}

export type OnProgress = (progress: Progress) => void;

/** Why the page thinks that something failed. */
export type Cause = "wasm" | "memory" | "version" | "other";

/** More entries for the list at `path` of an answer. */
export interface Slice {
  path: (string | number)[];
  items: unknown[];
}

/** From the page: a start, the runtime's parts, requests. */
export type ToWorker = StartMessage | RuntimePartMessage | PartMessage | RequestMessage;

export interface StartMessage {
  event: "start";
  image: boolean;
}

export interface RuntimePartMessage {
  event: "runtime-part";
  asset: string;
  text: string;
  last: boolean;
}

/** Whether the package that was wanted has come, as `runtime-part`s. */
export interface PartMessage {
  event: "part";
  arrived: boolean;
}

export interface RequestMessage {
  event?: undefined;
  id: number;
  op: Op;
  /** Of the operation's type. */
  payload: object;
}

/** To the page. */
export type FromWorker = StartEvent | AnswerMessage | { event: "wants-part"; name: string };

export type StartEvent =
  | { event: "alive" }
  | { event: "step"; step: BootStep }
  | { event: "image-misfit"; message: string }
  | { event: "ready" }
  | { event: "boot-failed"; name: string; message: string; cause: Cause };

/** `result`: JSON text, or an object with bytes, or one without its long lists, of which `slices` follow. */
export type AnswerMessage =
  | (Progress & { event: "progress"; id: number })
  | (Slice & { event: "slice"; id: number })
  | { event?: undefined; id: number; ok: true; result: string | object; slices: number }
  | { event?: undefined; id: number; ok: false; error: CallError };

/** `fatal`: the interpreter can no longer be used. */
export interface CallError {
  name: string;
  message: string;
  cause: Cause;
  fatal: boolean;
}
