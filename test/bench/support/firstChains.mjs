// firstChains.mjs [--bare]: prints the milliseconds from opening the view to the rows of the Sandbox's chains.
// The product as it is packaged answers the questions that VS Code's tree asks of it; VS Code itself is played by as much of
// its API as these answers need. With --bare: the same bytes from a bare node:http server to a bare client, as JSON.
import { createServer, get } from "node:http";
import { createRequire, Module } from "node:module";
import { join } from "node:path";
import { root } from "../../host/setup/paths.mjs";

/** @typedef {{ readonly kind: string }} Row */

class EventEmitter {
  /** @type {Set<(value: unknown) => void>} */
  #listeners = new Set();
  event = (/** @type {(value: unknown) => void} */ listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  /** @param {unknown} value */
  fire(value) {
    for (const listener of this.#listeners) listener(value);
  }
  dispose() {}
}

class MarkdownString {
  appendMarkdown() {
    return this;
  }
  appendText() {
    return this;
  }
}

class TreeItem {
  /** @param {unknown} label @param {number} [collapsibleState] */
  constructor(label, collapsibleState = 0) {
    this.label = label;
    this.collapsibleState = collapsibleState;
  }
}

/**
 * Whatever is asked of it beyond these is a function that gives as quiet a thing: there is nothing to listen to and to show.
 * @param {object} known
 * @returns {object}
 */
const quiet = (known) =>
  new Proxy(known, {
    get: (target, name) =>
      Reflect.get(target, name) ?? (name === "then" ? undefined : () => quiet({})),
  });

const log = { info() {}, warn() {}, error() {}, dispose() {} };

/** What is asked for beyond these is an empty class: rows are made of them. */
const vscode = new Proxy(
  {
    EventEmitter,
    MarkdownString,
    l10n: { t: (/** @type {string} */ text) => text },
    env: { language: "en" },
    Uri: { joinPath: (/** @type {unknown} */ uri) => uri },
    window: quiet({ createOutputChannel: () => log }),
    workspace: quiet({
      isTrusted: true,
      getConfiguration: () => ({
        get: (/** @type {string} */ _name, /** @type {unknown} */ usual) => usual,
      }),
    }),
    commands: quiet({}),
    TreeItem,
    TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  },
  { get: (known, name) => Reflect.get(known, name) ?? class {} },
);

/** @type {{ _load: (request: string, ...rest: readonly unknown[]) => unknown }} */
const loader = /** @type {any} */ (Module);
const load = loader._load;
loader._load = (request, ...rest) => (request === "vscode" ? vscode : load(request, ...rest));

/**
 * Milliseconds since its start: what passed, or the processor time of all threads where that is less. Everything happens in
 * this process, so that whatever passed beyond it went to other programs.
 */
function stopwatch() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Math.min(performance.now() - start, (user + system) / 1000);
  };
}

async function product() {
  const require = createRequire(import.meta.url);
  const changed = new EventEmitter();
  const memory = { get: () => undefined, update: async () => {}, keys: () => [] };
  const folder = { fsPath: "" };
  const context = {
    subscriptions: [],
    globalState: memory,
    globalStorageUri: folder,
    extensionUri: folder,
  };
  const taken = stopwatch();
  const { createProduct } = require(join(root, "dist", "product.js"));
  const { tree } = createProduct({ context, view: {}, changed });
  /** @type {readonly Row[]} */
  const connections = await tree.getChildren();
  const sandbox = connections.at(-1);
  await tree.getTreeItem(sandbox);
  const rows = await expandedRows(tree, sandbox);
  const ms = taken();
  if (rows.filter(({ kind }) => kind === "chain").length < 10) throw new Error("No chains came.");
  return ms;
}

/**
 * The rows below a row, also below those that are open from the start, as VS Code asks for them.
 * @param {any} tree
 * @param {Row | undefined} above
 * @returns {Promise<readonly Row[]>}
 */
async function expandedRows(tree, above) {
  /** @type {readonly Row[]} */
  const rows = await tree.getChildren(above);
  const below = await Promise.all(
    rows.map(async (row) => {
      const { collapsibleState } = await tree.getTreeItem(row);
      return collapsibleState === vscode.TreeItemCollapsibleState.Expanded
        ? expandedRows(tree, row)
        : [];
    }),
  );
  return [...rows, ...below.flat()];
}

/** A page of a hundred contacts has some 37,000 bytes. */
const page = JSON.stringify({
  Contacts: Array.from({ length: 100 }, (_, index) => ({ Id: `${index}`.padStart(340, "-") })),
});

async function bare() {
  const taken = stopwatch();
  const server = createServer((_request, response) => response.end(page));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const text = await new Promise((resolve) => {
    get({ host: "127.0.0.1", port }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve(body));
    });
  });
  JSON.parse(text);
  return taken();
}

const ms = process.argv.includes("--bare") ? await bare() : await product();
process.stdout.write(`${ms}\n`, () => process.exit());
