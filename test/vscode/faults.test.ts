import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { join, sep } from "node:path";
import { recordUri } from "../../src/commands/records/recordUri";
import { mapConcurrently } from "../../src/domain/concurrently";
import type { ChatLine, CustomerChat } from "../../src/domain/testChat/customerChat";
import { chainRow, continueChat, openContact, panelText, rowsOf } from "./support/reading";
import type { Rig } from "./support/rig";
import { listInstances, sandbox, startRig } from "./support/rig";
import { failureLine } from "../../src/wording/failures";
import { Failure } from "../../src/domain/failure";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C4 = "c4000000-0000-4000-8000-000000000004";
const NOT_WRITTEN = "d1000000-0000-4000-8000-000000000005";
const ASSOCIATE = "CreatePersistentContactAssociation";

/** What a person does, and all that is then read at the place where the result belongs. */
interface Errand {
  readonly run: (rig: Rig) => Promise<string>;
  /** What is read there when nothing is wrong. */
  readonly right: RegExp;
}

const list = async ({ app }: Rig): Promise<string> => {
  app.tree.refresh(sandbox);
  return (await rowsOf(app)).join("\n");
};

const expand = async ({ app, warnings }: Rig): Promise<string> => {
  const before = warnings.length;
  app.tree.refresh(sandbox);
  const rows = await rowsOf(app, await chainRow(app, C1));
  return [...rows, ...warnings.slice(before)].join("\n");
};

const read =
  (contactId: string) =>
  async (rig: Rig): Promise<string> => {
    await openContact(rig, contactId);
    return panelText(rig);
  };

const record =
  (kind: "attributes" | "references") =>
  async ({ app }: Rig): Promise<string> => {
    const uri = recordUri(sandbox, { kind, contactId: C1 });
    return app.records.text(uri, new AbortController().signal);
  };

const wordsOf = (error: unknown): string => {
  assert.ok(error instanceof Failure);
  return failureLine(error);
};

const intent = () => ({
  flowId: "f1000000-0000-4000-8000-000000000001",
  displayName: "Ana",
  attributes: {},
  clientToken: randomUUID(),
});

/** What the customer does in a chat of their own, up to a call of the port. */
const asCustomer =
  (act: (chat: CustomerChat, signal: AbortSignal) => Promise<unknown>) =>
  async ({ app }: Rig): Promise<string> => {
    const { signal } = new AbortController();
    const chat = await (await app.gateways.of(sandbox)).startChat(intent(), signal);
    await new Promise<void>((resolve) => {
      const line = ({ kind }: ChatLine) => {
        if (kind !== "connecting") resolve();
      };
      chat.open({ said: () => undefined, typing: () => undefined, line });
    });
    return act(chat, signal)
      .then(() => "done", wordsOf)
      .finally(() => chat.dispose());
  };

const errands: Readonly<Record<string, Errand>> = {
  SearchContacts: { run: list, right: /Chat.*\n.*Chat/ },
  DescribeContact: { run: expand, right: /keller\n.*weber\n[^\n]*$/ },
  ListAssociatedContacts: { run: expand, right: /keller\n.*weber\n[^\n]*$/ },
  ListUsers: { run: expand, right: /keller\n.*weber\n[^\n]*$/ },
  ListQueues: { run: expand, right: /keller\n.*weber\n[^\n]*$/ },
  ListInstanceStorageConfigs: { run: read(NOT_WRITTEN), right: /Transcript not written yet/ },
  ListObjectsV2: { run: read(NOT_WRITTEN), right: /Transcript not written yet/ },
  GetObject: { run: read(C1), right: /message\nmessage/ },
  ListRealtimeContactAnalysisSegmentsV2: { run: read(C4), right: /message\nThe chat goes on/ },
  ListContactReferences: { run: record("references"), right: /order-confirmation/ },
  GetContactAttributes: { run: record("attributes"), right: /Ana Pereira/ },
  [ASSOCIATE]: {
    run: async (rig) => {
      await continueChat(rig, { current: C4, past: C2 });
      return panelText(rig);
    },
    right: /^Continued from c2000000\nThe answer agrees with the plan/,
  },
  ListContactFlows: {
    run: async ({ app }) => {
      const gateway = await app.gateways.of(sandbox);
      const flows = gateway.chatFlows(new AbortController().signal);
      return flows.then((found) => found.map(({ name }) => name).join("\n"), wordsOf);
    },
    right: /inbound chat/,
  },
  StartChatContact: {
    run: async ({ app }) => {
      const gateway = await app.gateways.of(sandbox);
      const start = gateway.startChat(intent(), new AbortController().signal);
      return start.then(({ contactId }) => contactId, wordsOf);
    },
    right: /^[0-9a-f-]{36}$/,
  },
  SendMessage: {
    run: asCustomer((chat, signal) =>
      chat.send({ text: "Hello", clientToken: randomUUID() }, signal),
    ),
    right: /^done$/,
  },
  GetTranscript: { run: asCustomer((chat, signal) => chat.transcript(signal)), right: /^done$/ },
  DisconnectParticipant: { run: asCustomer((chat, signal) => chat.end(signal)), right: /^done$/ },
  ListInstances: {
    run: async ({ url }) => {
      const access = { kind: "sandbox", endpoint: url } as const;
      const { region } = sandbox;
      const listing = listInstances({ access, region }, new AbortController().signal);
      return listing.then((found) => found.map(({ alias }) => alias).join("\n"), wordsOf);
    },
    right: /^sandbox$/,
  },
};

/** What each fault is called, whatever it befell. */
const words: Readonly<Record<string, RegExp>> = {
  accessDenied: /No permission for /,
  throttled: /Too many requests for /,
  serverError: /The service had an error/,
  notFound: /Not found/,
  expiredToken: /The credentials have expired/,
  invalidToken: /No credentials/,
  badSignature: /signature was refused/,
  clockSkew: /This machine's clock is wrong/,
  html: /The answer could not be read/,
  notJson: /The answer could not be read/,
  emptyBody: /was refused as invalid/,
  reset: /No connection/,
  answerLost: /No connection/,
  truncated: /No connection/,
  slow: /No connection/,
  hung: /No connection/,
};

const made = /^Continued from c2000000\nThe current chat's record has the link/;

/** The participant service knows one refusal of all that is wrong with a token or a signature (domain.md §3.3). */
const denied = (meaning: RegExp): Readonly<Record<string, RegExp>> =>
  Object.fromEntries(
    ["accessDenied", "expiredToken", "invalidToken", "badSignature", "clockSkew"].map((fault) => [
      fault,
      meaning,
    ]),
  );

const staleToken = denied(/^The chat's token is not good any more/);

/** Where the same fault means something else. */
const exceptions: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  // The service has done it; only the answer did not come.
  [ASSOCIATE]: {
    emptyBody: /The service refused to continue this chat/,
    answerLost: made,
    truncated: made,
    slow: made,
  },
  SendMessage: staleToken,
  GetTranscript: staleToken,
  // Whoever may not leave any more has left; and of an answer that has no members, nothing is read.
  DisconnectParticipant: { ...denied(/^done$/), notJson: /^done$/ },
  StartChatContact: { emptyBody: /The service refused to start this chat/ },
  GetObject: { notFound: /No transcript found/, notJson: /file in S3 is not JSON/ },
  ListRealtimeContactAnalysisSegmentsV2: { notFound: /Contact Lens has nothing of it/ },
};

const usualAttempts = "ListInstances";

/** Instances are listed with the product's own patience, which is longer than a test's. */
const isTried = (operation: string, fault: string): boolean =>
  operation !== usualAttempts || !["slow", "hung"].includes(fault);

const expected = (operation: string, fault: string): RegExp => {
  // Without names there are ids, and the log says why.
  if (operation === "ListUsers" || operation === "ListQueues")
    return new RegExp(`Names could not be read. ${operation}: `);
  return exceptions[operation]?.[fault] ?? words[fault] ?? assert.fail(fault);
};

interface Told {
  readonly faulty: string;
  readonly mended: string;
}

async function tellOf(operation: string, fault: string): Promise<Told> {
  const { run } = errands[operation] ?? assert.fail(operation);
  const rig = await startRig();
  try {
    await rig.fail(operation, fault);
    const faulty = await run(rig);
    rig.mend();
    return { faulty, mended: await run(rig) };
  } finally {
    await rig.close();
  }
}

const pairs = Object.keys(errands).flatMap((operation) =>
  Object.keys(words)
    .filter((fault) => isTried(operation, fault))
    .map((fault) => ({ operation, fault })),
);

const root = join(__dirname, "..", "..", "..") + sep;
const host = join(root, ".vscode-test") + sep;

/** Whether an error's stack is of the product or of its tests; other extensions run in this process too. */
function isOurs(stack: string): boolean {
  const files = (stack.match(/\S+:\d+:\d+/g) ?? []).filter((file) => !file.includes("node:"));
  return files.length === 0 || files.some((file) => file.includes(root) && !file.includes(host));
}

describe("Every fault of every operation in the extension host", function () {
  this.timeout(120_000);
  const told = new Map<string, Told | Error>();
  const unhandled: string[] = [];
  const onUnhandled = (reason: unknown) => {
    const { stack } = reason instanceof Error ? reason : {};
    const text = stack ?? String(reason);
    if (isOurs(text)) unhandled.push(text);
  };

  // Many at once, since nearly all of the time is the SDK's waiting between attempts.
  before(async () => {
    process.on("unhandledRejection", onUnhandled);
    await mapConcurrently(24, pairs, async ({ operation, fault }) => {
      const outcome = await tellOf(operation, fault).catch((error: unknown) => error as Error);
      told.set(`${fault} of ${operation}`, outcome);
    });
  });
  after(() => process.off("unhandledRejection", onUnhandled));

  /** What a second attempt of a test looks at is told anew. */
  const outcomeOf = async (operation: string, fault: string): Promise<Told> => {
    const name = `${fault} of ${operation}`;
    const outcome = told.get(name) ?? (await tellOf(operation, fault));
    told.delete(name);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };

  for (const operation of Object.keys(errands))
    it(`${operation}: each says what it is, and the next request is answered`, async () => {
      const { right } = errands[operation] ?? assert.fail();
      const look = async ({ fault }: { readonly fault: string }) => {
        const { faulty, mended } = await outcomeOf(operation, fault);
        assert.match(faulty, expected(operation, fault), `${fault} says:\n${faulty}`);
        assert.match(mended, right, `After ${fault}:\n${mended}`);
      };
      await Promise.all(pairs.filter((pair) => pair.operation === operation).map(look));
    });

  it("a chain whose contacts cannot be listed shows those that are known, and why there may be more", async () => {
    const { faulty } = await outcomeOf("ListAssociatedContacts", "accessDenied");
    assert.match(faulty, /^.*keller\n.*weber\n.*\nNo permission for ListAssociatedContacts/);
  });

  it("none leaves a rejection that nobody handled", async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.deepEqual(unhandled, []);
  });
});
