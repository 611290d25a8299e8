import assert from "node:assert/strict";
import type { CallEntry } from "../../../src/aws";
import type { AssociationIntent } from "../../../src/domain/association";
import type { Contact } from "../../../src/domain/contact";
import { Failure } from "../../../src/domain/failure";
import { MAX_TRANSCRIPT_BYTES } from "../../../src/domain/gateway";
import { json, withCanned } from "./support/canned";
import { signal } from "./support/target";

const intent: AssociationIntent = {
  currentContactId: "c4",
  sourceContactId: "c1",
  rehydrationType: "FROM_SEGMENT",
  clientToken: "token-1",
};

const stored: Contact = {
  id: "c1",
  initialContactId: "c1",
  channel: "CHAT",
  initiationMethod: "API",
  initiatedAt: 0,
  attributes: {},
  storedTranscript: { kind: "stored", bucket: "b", key: "c1.json" },
};

describe("answers of the wire", () => {
  it("null is the same as missing", async () => {
    const Contact = { Id: "c1", InitialContactId: null, RelatedContactId: null, Channel: "CHAT" };
    await withCanned(json({ Contact }), async (gateway) => {
      const contact = await gateway.describeContact("c1", signal());
      assert.equal(contact.initialContactId, "c1");
      assert.ok(!("relatedContactId" in contact));
    });
  });

  it("a fraction of a second is kept", async () => {
    const Contact = { Id: "c1", InitiationTimestamp: 1767225600.123 };
    await withCanned(json({ Contact }), async (gateway) => {
      const { initiatedAt } = await gateway.describeContact("c1", signal());
      assert.equal(initiatedAt, 1767225600123);
    });
  });

  it("contacts without an id are left out, and the log has their number", async () => {
    const calls: CallEntry[] = [];
    const content = { Contacts: [{ Id: "c1" }, {}, {}], TotalCount: 3 };
    await withCanned(
      json(content),
      async (gateway) => {
        const page = await gateway.searchChats({ window: { from: 0, to: 1 } }, signal());
        assert.equal(page.contacts.length, 1);
      },
      { log: (entry) => calls.push(entry) },
    );
    assert.equal(calls[0]?.dropped, 2);
  });

  it("an answer without what was asked for is a bad answer, also in the log", async () => {
    const calls: CallEntry[] = [];
    const log = (entry: CallEntry) => calls.push(entry);
    await withCanned(
      json({}),
      (gateway) =>
        assert.rejects(gateway.describeContact("c1", signal()), {
          kind: "badAnswer",
          operation: "DescribeContact",
        }),
      { log },
    );
    assert.deepEqual(
      calls.map(({ failureKind, status, requestId }) => [failureKind, status, requestId]),
      [["badAnswer", 200, "request-1"]],
    );
  });

  it("a listing whose token comes again and again comes to an end", async () => {
    const UserSummaryList = [{ Id: "u1", Username: "mia" }];
    await withCanned(json({ UserSummaryList, NextToken: "again" }), async (gateway) => {
      assert.equal((await gateway.agentNames(signal())).get("u1"), "mia");
    });
  });

  it("an association whose answer can't be read is asked again with the same token", async () => {
    await withCanned(
      (request, response, count) => {
        const answer = { ContinuedFromContactId: "c1" };
        json(count === 1 ? {} : answer)(request, response, count);
      },
      async (gateway) => {
        const answer = await gateway.associate(intent, signal());
        assert.deepEqual([answer.continuedFromContactId, answer.attempts], ["c1", 2]);
      },
    );
  });

  it("a server that hangs is offline, by the name of a timeout", async () => {
    await withCanned(
      () => undefined,
      (gateway) =>
        assert.rejects(gateway.describeContact("c1", signal()), (failure) => {
          assert.ok(failure instanceof Failure);
          assert.equal(failure.kind, "offline");
          const { name, message, attempts } = failure.answer;
          assert.deepEqual([name, attempts], ["TimeoutError", 3]);
          assert.match(message, /^a request has exceeded the configured 100 ms/);
          return true;
        }),
      { timeouts: { connectionMs: 100, requestMs: 100 } },
    );
  });

  it("a file that hangs halfway is offline", async () => {
    await withCanned(
      (_request, response) => {
        response.setHeader("content-length", "100");
        response.write("half");
      },
      (gateway) =>
        assert.rejects(gateway.transcriptFile(stored, signal()), {
          kind: "offline",
          operation: "GetObject",
        }),
      { timeouts: { connectionMs: 100, requestMs: 100 } },
    );
  });

  it("a file can be stopped halfway", async () => {
    const stop = new AbortController();
    await withCanned(
      (_request, response) => {
        response.setHeader("content-length", "100");
        response.write("half");
      },
      async (gateway) => {
        const reading = gateway.transcriptFile(stored, stop.signal, () => stop.abort());
        await assert.rejects(reading, { kind: "aborted" });
      },
    );
  });

  it("of a file that is too large no more is read than its size", async () => {
    const bytes = MAX_TRANSCRIPT_BYTES + 1;
    let sent = 0;
    await withCanned(
      (_request, response) => {
        response.setHeader("content-length", String(bytes));
        const more = () => {
          if (response.destroyed || sent >= bytes) return;
          sent += 65536;
          response.write(Buffer.alloc(65536, " "), () => setTimeout(more, 5));
        };
        more();
      },
      async (gateway) => {
        const file = await gateway.transcriptFile(stored, signal());
        assert.deepEqual(file, { kind: "tooLarge", bytes, bucket: "b", key: "c1.json" });
      },
    );
    assert.ok(sent < MAX_TRANSCRIPT_BYTES / 2, `${sent} bytes were sent`);
  });

  it("a file of exactly the limit is read, with its progress", async () => {
    const seen: (readonly [number, number])[] = [];
    await withCanned(
      (_request, response) => response.end(Buffer.alloc(MAX_TRANSCRIPT_BYTES, "é")),
      async (gateway) => {
        const file = await gateway.transcriptFile(stored, signal(), (...step) => seen.push(step));
        assert.equal(file.kind, "text");
      },
    );
    assert.deepEqual(seen.at(-1), [MAX_TRANSCRIPT_BYTES, MAX_TRANSCRIPT_BYTES]);
  });

  it("a byte order mark does not get into the text", async () => {
    await withCanned(
      (_request, response) => response.end(Buffer.from("\uFEFF{}")),
      async (gateway) => {
        const file = await gateway.transcriptFile(stored, signal());
        assert.equal(file.kind === "text" && file.text, "{}");
      },
    );
  });

  it("a bucket of another Region is asked again with that Region's signature", async () => {
    const scopes: (string | undefined)[] = [];
    await withCanned(
      ({ headers }, response, count) => {
        scopes.push(/Credential=[^,]*\/(\S+)\/s3\//.exec(headers.authorization ?? "")?.[1]);
        if (count > 1) {
          response.end("{}");
          return;
        }
        response.writeHead(301, { "x-amz-bucket-region": "eu-west-1" });
        response.end("<Error><Code>PermanentRedirect</Code><Message>Elsewhere</Message></Error>");
      },
      async (gateway) => {
        assert.equal((await gateway.transcriptFile(stored, signal())).kind, "text");
      },
    );
    assert.deepEqual(scopes, ["us-east-1", "eu-west-1"]);
  });

  it("an instance without chat storage has no file to look for", async () => {
    const contact: Contact = { ...stored, storedTranscript: { kind: "notListed" } };
    await withCanned(json({ StorageConfigs: [] }), async (gateway) => {
      assert.deepEqual(await gateway.transcriptFile(contact, signal()), { kind: "noStorage" });
    });
  });

  it("of several redacted files the newest is read, also on the next day beside the transcripts", async () => {
    const begins = "x/Analysis/Chat/Redacted/2026/05/07/C1_analysis_redacted_";
    const contact: Contact = { ...stored, id: "C1", endedAt: Date.UTC(2026, 4, 6, 23, 59) };
    const storage = { S3Config: { BucketName: "b", BucketPrefix: "x/ChatTranscripts" } };
    const keys = [`${begins}2026-05-07T00:01:00Z.json`, `${begins}2026-05-07T08:00:00Z.json`];
    const listed = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("");
    await withCanned(
      ({ url = "" }, response) => {
        const { pathname, searchParams } = new URL(url, "http://localhost");
        const isListed = searchParams.get("prefix") === begins;
        if (pathname.includes("storage-config"))
          response.end(JSON.stringify({ StorageConfigs: [storage] }));
        else if (searchParams.has("list-type"))
          response.end(`<ListBucketResult>${isListed ? listed : ""}</ListBucketResult>`);
        else response.end("{}");
      },
      async (gateway) => {
        const file = await gateway.redactedTranscript(contact, signal());
        assert.equal(file?.kind === "text" && file.key, keys[1]);
      },
    );
  });

  it("nothing listens there: offline at once, with the system's own name for it", async () => {
    const target = {
      access: { kind: "sandbox", endpoint: "http://127.0.0.1:9" },
    } as const;
    await withCanned(
      () => undefined,
      (gateway) =>
        assert.rejects(gateway.describeInstance(signal()), /DescribeInstance: ECONNREFUSED: /),
      target,
    );
  });

  it("a call can be stopped while the service works on it, and the next one is answered", async () => {
    const stop = new AbortController();
    await withCanned(
      (request, response, count) => {
        if (count === 1) stop.abort();
        else json({ Contact: { Id: "c1" } })(request, response, count);
      },
      async (gateway) => {
        const stopped = gateway.describeContact("c1", stop.signal);
        await assert.rejects(stopped, { kind: "aborted", operation: "DescribeContact" });
        assert.equal((await gateway.describeContact("c1", signal())).id, "c1");
      },
    );
  });

  it("a disposed gateway stops what is under way", async () => {
    let dispose: () => void = () => undefined;
    await withCanned(
      () => dispose(),
      async (gateway) => {
        dispose = () => gateway.dispose();
        await assert.rejects(gateway.describeInstance(signal()), { kind: "aborted" });
      },
    );
  });
});
