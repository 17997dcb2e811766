/** What the build and other scripts give to the page's modules. */

declare const PV_BUILD: {
  /** The runtime's parts, in the order in which they are needed. */
  packs: import("./worker/packs.mjs").RuntimePartInfo[];
  /** The worker's script. */
  worker: string;
  /** The same in every part of one build. */
  mark?: string;
  version?: string;
  /** The build's day, and the last day for which law and calendar have been checked; YYYY-MM-DD. */
  day?: string;
  until?: string;
};

/** What the service worker keeps: path, hash and size of each file, in the order of need; types by file ending. */
declare const PV_SITE: {
  id: string;
  shell: [string, string, number][];
  runtime: [string, string, number][];
  /** What only a browser needs that cannot wake Python from its image. */
  fallback: [string, string, number][];
  pages: [string, string, number][];
  types: Record<string, string>;
};

/** The script of the worker that unpacks zstd. */
declare const PV_UNZSTD: string;

/** Settings that came with the page, once their script has run; nothing of them is known to be good. */
declare var pvSiteSettings: unknown;

/** The search index, once its script has run. */
declare var __pvSearchIndex: import("./search/search.mjs").Entry[] | undefined;

/** What the runtime wants to know of its own version. */
declare const PV_LOCK: { info: object; packages: object };

declare var pvParts: import("./worker/packs.mjs").RuntimePart[] | { push: (part: import("./worker/packs.mjs").RuntimePart) => void } | undefined;

/** Only workers have it; these types are the page's. */
declare var FileReaderSync: { new (): { readAsArrayBuffer(blob: Blob): ArrayBuffer } } | undefined;
