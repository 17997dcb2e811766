/** What the build and other scripts give to the page's modules. */

declare const PV_BUILD: {
  /** The runtime's parts, in the order in which they are needed. */
  packs: import("./worker/packs.mjs").PartInfo[];
  /** The worker's script. */
  worker: string;
};

/** What the runtime wants to know of its own version. */
declare const PV_LOCK: { info: object; packages: object };

declare var pvParts: import("./worker/packs.mjs").Part[] | { push: (part: import("./worker/packs.mjs").Part) => void } | undefined;
