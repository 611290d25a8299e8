import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Memento, TreeView, Uri } from "vscode";
import { EventEmitter } from "vscode";
import type * as Aws from "../../../src/aws";
import type { App } from "../../../src/commands/app";
import { FreshTexts } from "../../../src/commands/documents/freshTexts";
import { RecordDocuments } from "../../../src/commands/records/recordDocuments";
import { Failures } from "../../../src/connections/failures";
import { FilterStore } from "../../../src/connections/filterStore";
import { Gateways } from "../../../src/connections/gateways";
import { Notebook } from "../../../src/connections/notebook/notebook";
import { Sandbox } from "../../../src/connections/sandbox";
import { Transcripts } from "../../../src/connections/transcripts";
import { TestChats } from "../../../src/commands/testChat/testChats";
import type { Connection } from "../../../src/domain/connection";
import type * as EmulatorBundle from "../../../src/emulator";
import { announcementOf } from "../../../src/panel/announcement";
import type { PanelContent } from "../../../src/panel/content";
import type { PanelPage } from "../../../src/panel/openPanel";
import type { ChatNode } from "../../../src/views/chatNode";
import { Chats } from "../../../src/views/chats";
import { ChatTree } from "../../../src/views/chatTree";
import type { TryNode } from "../../../src/views/tries/tryNode";
import { TryTree } from "../../../src/views/tries/tryTree";

const bundle = (name: string): unknown =>
  createRequire(__filename)(join(__dirname, "..", "..", "..", "dist", `${name}.js`));

/** The bundles that the product loads when it first needs them. */
export const { createGateway, listInstances } = bundle("aws") as typeof Aws;
const { startEmulator } = bundle("emulator") as typeof EmulatorBundle;

export const sandbox: Connection = {
  kind: "sandbox",
  id: "sandbox",
  name: "Sandbox",
  region: "us-east-1",
  instanceId: "a0000000-0000-4000-8000-000000000001",
};

/** One request of the emulator's journal. */
export interface Asked {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The product's own parts on an emulator of their own; only the panel is left out, and what it would show is kept. */
export interface Rig {
  readonly app: App;
  readonly url: string;
  /** What the panel was told to show, the newest last. */
  readonly shown: readonly PanelContent[];
  /** What was read out. */
  readonly heard: readonly string[];
  /** What the log was told. */
  readonly warnings: readonly string[];
  /** What the view of tries says of itself. */
  readonly triesView: Pick<TreeView<TryNode>, "description" | "message">;
  /** What was asked of the emulator, by the operation's name; the newest last. */
  asked(operation: string): Promise<readonly Asked[]>;
  fail(operation: string, fault: string, times?: number): Promise<void>;
  /** Moves the emulator's clock. */
  advance(seconds: number): Promise<void>;
  /** Makes the emulator what it was at the start, without any fault, and forgets what was read. */
  mend(): void;
  close(): Promise<void>;
}

const DAYS = 7;

/** Short, so that an answer that never comes is given up soon. */
const soon: Aws.Timeouts = { connectionMs: 5_000, requestMs: 1_000 };

export interface RigOptions {
  /** A week unless given. */
  readonly lookBackDays?: number;
  /** The emulator's; the demo unless given. */
  readonly seed?: string;
  readonly timeouts?: Aws.Timeouts;
  /** What VS Code keeps between windows; empty unless given. */
  readonly memento?: Memento;
  /** Where the notebook is; empty unless given. */
  readonly notebookFolder?: string;
}

/** Keeps what VS Code would keep. */
export function emptyMemento(): Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <Value>(key: string, usual?: Value) => (kept.get(key) as Value | undefined) ?? usual,
    update: (key: string, value: unknown) => {
      // As VS Code does: what is kept is no object that somebody could still change.
      kept.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
}

export async function startRig({
  lookBackDays = DAYS,
  seed = "demo",
  timeouts = soon,
  memento = emptyMemento(),
  notebookFolder = mkdtempSync(join(tmpdir(), "notebook-")),
}: RigOptions = {}): Promise<Rig> {
  const emulator = await startEmulator({ quotas: false, seed });
  const life = new Sandbox(() => Promise.resolve(emulator));
  const gateways = new Gateways(
    async ({ region, instanceId }, endpoint) =>
      createGateway({
        region,
        instanceId,
        access: { kind: "sandbox", endpoint: await endpoint() },
        timeouts,
      }),
    life,
  );
  const shown: PanelContent[] = [];
  const heard: string[] = [];
  const warnings: string[] = [];
  const triesView: Rig["triesView"] = {};
  const app = appWith({
    gateways,
    life,
    shown,
    heard,
    warnings,
    lookBackDays: () => lookBackDays,
    memento,
    notebookFolder,
    triesView,
  });
  const control = async (path: string, wish: object): Promise<void> => {
    const body = JSON.stringify(wish);
    const response = await fetch(`${emulator.url}/_sandbox/${path}`, { method: "POST", body });
    if (!response.ok) throw new Error(await response.text());
  };
  return {
    app,
    url: emulator.url,
    shown,
    heard,
    warnings,
    triesView,
    asked: async (operation) => {
      const response = await fetch(`${emulator.url}/_sandbox/requests`);
      const { requests } = (await response.json()) as { readonly requests: readonly Asked[] };
      return requests.filter((request) => request.operation === operation);
    },
    fail: (operation, fault, times = 50) => control("faults", { operation, fault, times }),
    advance: (advanceSeconds) => control("clock", { advanceSeconds }),
    mend: () => {
      emulator.reset();
      // Its chats now begin at other times, and their files are named by these.
      app.chats.forget(sandbox);
      app.transcripts.forget(sandbox);
    },
    close: async () => {
      app.testChats.dispose();
      gateways.dispose();
      app.notebook.dispose();
      await emulator.close();
    },
  };
}

interface Parts {
  readonly gateways: Gateways;
  readonly life: Sandbox;
  readonly shown: PanelContent[];
  readonly heard: string[];
  readonly warnings: string[];
  readonly lookBackDays: () => number;
  readonly memento: Memento;
  readonly notebookFolder: string;
  readonly triesView: Rig["triesView"];
}

function appWith(parts: Parts): App {
  const { gateways, life, shown, heard, warnings, lookBackDays, memento } = parts;
  const warn = (message: string) => void warnings.push(message);
  const gateway = (connection: Connection) => gateways.of(connection);
  const now = () => Date.now() + life.aheadMs;
  const connections = () => [sandbox];
  const filters = new FilterStore(memento);
  const filterOf = ({ id }: Connection) => filters.of(id);
  const chats = new Chats({ gateway, lookBackDays, filterOf, now, warn });
  const tree = new ChatTree({
    connections,
    chats,
    sandbox: life,
    lookBackDays,
    filterOf,
    groupBy: () => "day",
    now,
    changed: new EventEmitter<ChatNode | undefined>(),
  });
  const show = (content: PanelContent): PanelPage => {
    shown.push(content);
    return {
      isShown: true,
      update: (newer) => void shown.push(newer),
      reveal: () => undefined,
      announce: (item) => void heard.push(announcementOf(item) ?? ""),
    };
  };
  filters.onDidChange(() => tree.refresh(sandbox));
  const notebook = new Notebook(parts.notebookFolder, (problem) => warn(String(problem)));
  return {
    connections,
    filters,
    gateways,
    failures: new Failures(() => Promise.resolve()),
    sandbox: life,
    chats,
    now,
    transcripts: new Transcripts(gateway, now),
    tree,
    notebook,
    tries: new TryTree({
      notebook,
      now,
      view: parts.triesView as TreeView<TryNode>,
      changed: new EventEmitter<TryNode | undefined>(),
    }),
    records: new RecordDocuments({
      connections,
      gateway,
      freshTexts: new FreshTexts(new EventEmitter<Uri>()),
    }),
    log: { warn, error: warn, show: () => undefined },
    panels: {
      ask: () => new AbortController().signal,
      show,
      showApart: show,
      pin: () => undefined,
    },
    testChats: new TestChats(),
  } as unknown as App;
}
