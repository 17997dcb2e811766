// Every way we know to send something out of a page or a worker, by name; `base` is where it should arrive.
// A policy in the page cannot stop navigation, windows, WebRTC and name look-ups: they are not here.
globalThis.pvAttempts = {
  page: {
    fetch: (base) => fetch(base, { mode: "no-cors" }),
    keepalive: (base) => fetch(base, { mode: "no-cors", method: "POST", body: "x", keepalive: true }),
    xhr: (base) => request(base),
    websocket: (base) => new WebSocket(base.replace("http", "ws")),
    eventsource: (base) => new EventSource(base),
    beacon: (base) => navigator.sendBeacon(base, "x"),
    image: (base) => Object.assign(new Image(), { src: base }),
    srcset: (base) => Object.assign(new Image(), { srcset: `${base} 2x` }),
    "css-image": (base) => document.body.style.setProperty("background-image", `url(${base})`),
    "css-link": (base) => add("link", { rel: "stylesheet", href: base }),
    "css-text": (base) => add("style", { textContent: `@import url(${base})` }),
    font: (base) => new FontFace("x", `url(${base})`).load(),
    prefetch: (base) => add("link", { rel: "prefetch", href: base }),
    preload: (base) => add("link", { rel: "preload", as: "image", href: base }),
    modulepreload: (base) => add("link", { rel: "modulepreload", href: base }),
    icon: (base) => add("link", { rel: "icon", href: base }),
    manifest: (base) => add("link", { rel: "manifest", href: base }),
    speculation: (base) => add("script", { type: "speculationrules", textContent: JSON.stringify({ prefetch: [{ urls: [base], eagerness: "immediate" }] }) }),
    script: (base) => add("script", { src: base }),
    module: (base) => import(base),
    frame: (base) => add("iframe", { src: base }),
    object: (base) => add("object", { data: base }),
    embed: (base) => add("embed", { src: base }),
    video: (base) => add("video", { src: base, preload: "auto" }),
    audio: (base) => add("audio", { src: base, preload: "auto" }),
    svg: (base) => add("div", {}).append(svgImage(base)),
    form: (base) => {
      add("iframe", { name: "pv-target" });
      const form = add("form", { method: "post", action: base, target: "pv-target" });
      form.submit();
    },
    base: (base) => {
      add("base", { href: base });
      add("img", { src: "base" });
    },
    worker: (base) => new Worker(base),
    "shared-worker": (base) => new SharedWorker(base),
    "blob-frame": (base) => add("iframe", { src: URL.createObjectURL(new Blob([`<img src="${base}">`], { type: "text/html" })) }),
  },
  worker: {
    fetch: (base) => fetch(base, { mode: "no-cors" }),
    xhr: (base) => request(base),
    websocket: (base) => new WebSocket(base.replace("http", "ws")),
    eventsource: (base) => new EventSource(base),
    "import-scripts": (base) => importScripts(base),
    module: (base) => import(base),
    "nested-worker": (base) => new Worker(URL.createObjectURL(new Blob([`fetch("${base}", { mode: "no-cors" })`]))),
  },
};

function request(address) {
  const xhr = new XMLHttpRequest();
  xhr.open("POST", address);
  xhr.send("x");
}

function add(tag, properties) {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  return element;
}

function svgImage(address) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
  image.setAttribute("href", address);
  svg.append(image);
  return svg;
}

// Waits long enough for what is not refused to reach a server on this computer.
globalThis.pvAttempt = async (kind, server) => {
  for (const [name, attempt] of Object.entries(globalThis.pvAttempts[kind])) {
    try {
      Promise.resolve(attempt(`${server}${kind}/${name}`)).catch(() => {});
    } catch {
      // Refused at once.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
};
