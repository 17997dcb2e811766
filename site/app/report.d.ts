// Made by site/build/scaffold/report_types.py from the JSON Schema of the report. Do not edit.

/** One finding about several files. */
export interface BatchEntry {
  rule: string;
  severity: "error" | "warning" | "info";
  title: string;
  message: string;
  fix: string;
  pointer: string | null;
  line: number | null;
  column: number | null;
  field: string | null;
  value: string | number | boolean | null;
  expected: string | null;
  expected_value?: string | number | boolean | null;
  person: Person | null;
  record?: string | null;
  owner?: ("unit" | "personnel" | "vendor" | "supervisor")[];
  day?: string | null;
  params: Record<string, unknown>;
  folded?: Record<string, number>;
  acknowledgement?: string | null;
  files: string[];
}

/** What concerns the batch as a whole. `month`: the 資料年月 that lists of who is missing are about. */
export interface BatchReport {
  findings: BatchEntry[];
  matrix: MatrixEntry[];
  month?: string | null;
}

/** True numbers, before any cap, without folded findings. */
export interface Counts {
  error: number;
  warning: number;
  info: number;
}

/** What of a file nobody looked at: canonical fields without a place, and data outside the places of the layout. */
export interface CoverageEntry {
  complete: boolean;
  unmapped: string[];
  elsewhere: ElsewhereEntry[];
  said?: string[];
}

/** The user's own days off that were laid over the bundled calendar: the file's name and how many days it lists. */
export interface DaysOffEntry {
  name: string;
  days: number;
}

/** When the file is due, `date` ISO. Whether it was sent is unknown, so this is never a finding. */
export interface DeadlineEntry {
  date: string | null;
  status: "upcoming" | "due" | "overdue" | "not_applicable";
  days_left: number | null;
  note: string | null;
}

/** Objects or rows with a date outside the layout's places: the pattern of theirs, and how many. */
export interface ElsewhereEntry {
  pointer: string;
  count: number;
}

/** One finding, with sentences and place. */
export interface Entry {
  rule: string;
  severity: "error" | "warning" | "info";
  title: string;
  message: string;
  fix: string;
  pointer: string | null;
  line: number | null;
  column: number | null;
  field: string | null;
  value: string | number | boolean | null;
  expected: string | null;
  expected_value?: string | number | boolean | null;
  person: Person | null;
  record?: string | null;
  owner?: ("unit" | "personnel" | "vendor" | "supervisor")[];
  day?: string | null;
  params: Record<string, unknown>;
  folded?: Record<string, number>;
  acknowledgement?: string | null;
}

/** One file of the batch. */
export interface FileReport {
  name: string;
  size: number;
  sha256: string | null;
  status: "pass" | "warning" | "error" | "unreadable";
  agency_code: string | null;
  agency_name: string | null;
  period: string | null;
  dataset: string | null;
  record_count: number | null;
  person_count: number | null;
  deadline: DeadlineEntry;
  counts: Counts;
  coverage?: CoverageEntry | null;
  given?: Record<string, GivenEntry>;
  not_checked: NotCheckedEntry[];
  findings: Entry[];
  truncated: Record<string, number>;
  named_by?: string | null;
  sample: boolean;
}

export interface Generator {
  name: string;
  version: string;
}

/** A header value that the file lacks: set by the user, or from the file's name. */
export interface GivenEntry {
  value: string;
  source: "set" | "file_name";
  said: string;
}

/** A rule of ours that broke; `detail` holds nothing of the file. */
export interface IncidentEntry {
  rule: string;
  file: string | null;
  detail: string;
}

/**
 * One agency × period: a file of the batch, or one that the roster expects and the batch lacks.
 *
 * `other_months`: of an agency that lacks this month's file, the months of those that it has.
 */
export interface MatrixEntry {
  agency_code: string | null;
  agency_name: string | null;
  period: string | null;
  status: "pass" | "warning" | "error" | "unreadable" | "missing" | "overdue";
  file: string | null;
  other_months?: string[];
  partial: boolean;
}

/** A rule that did not run fully. `count` = records not looked at, 0 = the whole file. */
export interface NotCheckedEntry {
  rule: string;
  reason: "syntax" | "layout" | "form" | "roster" | "calendar" | "schema" | "incident" | "limit";
  count: number;
}

/**
 * Whose record a finding is about. `index`: 0-based record.
 *
 * `first`: the first record of the file with the same person. Two people whose masked IDs and names read alike are
 * told apart by it; without an ID, those of the same name are one.
 */
export interface Person {
  id: string | number | boolean | null;
  name: string | number | boolean | null;
  index: number;
  first: number;
}

/** The profile in use. */
export interface ProfileEntry {
  id: string;
  version: string;
  status: "assumption" | "official";
  title: string;
}

/** The result of checking a batch of files. */
export interface Report {
  report_version: 1;
  generator: Generator;
  profile: ProfileEntry;
  checked_at: string;
  files: FileReport[];
  skipped?: SkippedEntry[];
  batch: BatchReport;
  incidents: IncidentEntry[];
  summary: Summary;
  days_off?: DaysOffEntry | null;
  settings?: SettingsEntry | null;
  selection?: SelectionEntry | null;
}

/**
 * What was chosen on the page when the report was taken away.
 *
 * `filter`: in words. `applied`: whether only that is listed; then `whole` has the counts of the whole check, and
 * `counts` and `summary` those of what is listed.
 */
export interface SelectionEntry {
  filter: string;
  applied: boolean;
  whole: Counts;
}

/** Settings that came with the page and were used: whose they are, of which day (ISO), and of which kinds. */
export interface SettingsEntry {
  owner: string;
  date: string;
  kinds: string[];
}

/**
 * A member of a folder or an archive that was passed over, or how many others were.
 *
 * `data`: whether it may hold data; then only a part was checked.
 */
export interface SkippedEntry {
  name: string;
  reason: string;
  data: boolean;
}

/** Counts over all files and the batch. */
export interface Summary {
  files: number;
  error: number;
  warning: number;
  info: number;
}
