import assert from "node:assert/strict";
import { Failure } from "../../../src/domain/failure";
import { assembleTranscript } from "../../../src/domain/assembleTranscript";
import type { Absence } from "../../../src/domain/transcript";
import { contactIdsOf, copyText } from "../../../src/panel/copyText";
import { failureIn } from "../../../src/panel/waysBack";
import { drawPage } from "../../../src/panel/panelView";
import type { PanelContent } from "../../../src/panel/content";
import type { Row } from "../../../src/panel/protocol";
import { dayTime } from "../../../src/wording/times";
import { templates } from "../../gallery/everyItem";
import { parseToPage } from "../../../src/panel/protocol";
import {
  c1,
  c2,
  c3,
  c4,
  continued,
  file1,
  file2,
  ids,
  lineage,
  lineageOf,
  names,
  production,
  reading,
  reportOf,
  sandbox,
} from "./support/specimens";

const rowsOf = (content: PanelContent): readonly Row[] => {
  const { rows } = drawPage(content);
  return rows.slice(0, rows.length);
};

const only = <Kind extends Row["kind"]>(content: PanelContent, kind: Kind) =>
  rowsOf(content).filter((row): row is Extract<Row, { kind: Kind }> => row.kind === kind);

const refused = new Failure("invalidRequest", "CreatePersistentContactAssociation", {
  name: "InvalidRequestException",
  message: "The contact has a persistent association.",
  status: 400,
  requestId: "r-1",
  attempts: 1,
});

describe("the panel of a continued chat", () => {
  const { view } = drawPage(continued);

  it("says what came of it, and of which connection", () => {
    assert.equal(view.header.title, "Continued from c2000000");
    assert.equal(view.header.tone, "good");
    assert.deepEqual([view.header.connection, view.header.region], ["Sandbox", "us-east-1"]);
  });

  it("shows what was asked beside what was answered", () => {
    const asked = new Map(view.result?.asked.map(({ label, value }) => [label, value]));
    assert.equal(asked.get("Rehydration type"), "From segment");
    assert.equal(asked.get("Past contact"), ids.c2);
    assert.equal(asked.get("Current chat"), ids.c4);
    assert.ok(asked.get("Client token"));
    assert.equal(view.result?.answered[0]?.value, ids.c2);
    assert.equal(view.result.verdict?.tone, "good");
  });

  it("carries C1 and C2 and leaves out C3", () => {
    const parts = view.result?.parts.map(({ part, contacts }) => [
      part,
      contacts.map(({ contactId }) => contactId),
    ]);
    assert.deepEqual(parts, [
      ["carried", [ids.c1, ids.c2]],
      ["leftOut", [ids.c3]],
    ]);
  });

  it("draws the chain, the current chat at the end, and the link past what was left out", () => {
    const nodes = view.map?.chains.map(({ nodes }) =>
      nodes.map(({ shortId, part }) => `${shortId} ${part}`),
    );
    assert.deepEqual(nodes, [
      ["c1000000 carried", "c2000000 carried", "c3000000 leftOut"],
      ["c4000000 current"],
    ]);
    assert.deepEqual(
      view.map?.links.map(({ from, to }) => [from, to]),
      [[ids.c2, ids.c4]],
    );
  });

  it("leads every contact of the map to its place in the transcript", () => {
    const rows = rowsOf(continued);
    for (const { contactId, row } of view.map?.chains.flatMap((chain) => chain.nodes) ?? []) {
      const there = rows[row ?? -1];
      assert.ok(
        there?.kind === "heading"
          ? there.contactId === contactId
          : there?.kind === "notice" && there.title.includes(contactId.slice(0, 8)),
      );
    }
  });

  it("has the transcript of exactly C1 and C2, in order, with a seam between", () => {
    const headings = only(continued, "heading").map(
      ({ shortId, title, seam }) => `${seam?.link ?? "-"} ${shortId} ${title}`,
    );
    assert.deepEqual(headings, [
      "- c1000000 Alejandro Rosalez",
      "session c2000000 Jane Doe",
      "persistent c4000000 waiting for an agent",
    ]);
    assert.ok(!JSON.stringify(rowsOf(continued)).includes("SURVEY-ANSWER"));
  });

  it("says where C3 would be that it was left out", () => {
    const notices = only(continued, "notice");
    assert.equal(notices.length, 1);
    assert.match(notices[0]!.title, /^Left out: c3000000/);
    assert.deepEqual(notices[0]!.buttons[0]?.act, { action: "openTranscript", contactId: ids.c3 });
  });

  it("shows the request as it goes over the wire", () => {
    assert.equal(
      view.wire?.request.line,
      `POST /contact/persistent-contact-association/${sandbox.instanceId}/${ids.c4}`,
    );
    assert.deepEqual(Object.keys(JSON.parse(view.wire.request.body) as object), [
      "RehydrationType",
      "SourceContactId",
      "ClientToken",
    ]);
    assert.deepEqual(JSON.parse(view.wire.response?.body ?? ""), {
      ContinuedFromContactId: ids.c2,
    });
  });

  it("shows the slots of a time picker, and the one that was taken, as times of the reader", () => {
    const slot = "2026-11-04T10:30+00:00";
    const bodies = only(reading(templates), "message").map(({ body }) => body);
    const picker = bodies.find(
      (body) => body.kind === "interactive" && body.label === "Time picker",
    );
    assert.deepEqual(
      picker?.kind === "interactive" && picker.options.map(({ title, chosen }) => [title, chosen]),
      [
        [dayTime(Date.parse("2026-11-04T09:00+00:00")), false],
        [dayTime(Date.parse(slot)), true],
      ],
    );
    assert.ok(!JSON.stringify(bodies).includes(slot));
  });

  it("shows the choice in the question it answers", () => {
    const question = only(continued, "message").find(({ body }) => body.kind === "interactive");
    assert.deepEqual(
      question?.body.kind === "interactive" &&
        question.body.options.map(({ title, chosen }) => [title, chosen]),
      [
        ["Card", false],
        ["Transfer", true],
        ["Something else", false],
      ],
    );
  });

  it("passes its own check on both the view and every row", () => {
    const rows = rowsOf(continued);
    assert.equal(parseToPage({ type: "view", page: 1, view }).kind, "read");
    assert.equal(parseToPage({ type: "rows", page: 1, from: 0, rows }).kind, "read");
  });
});

describe("an answer that differs from the plan", () => {
  const content: PanelContent = {
    ...continued,
    connection: production,
    association: reportOf("ENTIRE_PAST_SESSION", ids.c2, { answer: ids.c2 }),
  };
  const { view } = drawPage(content);

  it("is a warning that names both contacts", () => {
    assert.equal(view.header.tone, "warning");
    assert.match(view.result?.verdict?.differences.join(" ") ?? "", /c3000000.*c2000000/);
  });

  it("shows as carried what the service really took", () => {
    assert.deepEqual(
      view.result?.parts.map(({ contacts }) => contacts.map(({ shortId }) => shortId)),
      [["c1000000", "c2000000"], ["c3000000"]],
    );
  });

  it("warns of a production connection", () => {
    assert.deepEqual(view.header.tag, { text: "PROD", danger: true });
  });
});

describe("an association that failed", () => {
  const failedWith = (failure: Failure, current = c4): PanelContent => ({
    connection: sandbox,
    names,
    lineage,
    association: reportOf("FROM_SEGMENT", ids.c2, { failure, current }),
  });
  const actionsOf = (content: PanelContent) =>
    drawPage(content).view.failure?.buttons.map(({ act }) => act.action);

  it("shows the service's own words, the error's name and the request id", () => {
    const { view } = drawPage(failedWith(refused));
    assert.equal(view.header.title, "Continuing failed");
    assert.equal(view.failure?.message, "The contact has a persistent association.");
    const values = view.failure.facts.map(({ value }) => value);
    assert.deepEqual(values, ["InvalidRequestException", "400", "r-1"]);
    assert.equal(view.transcript, undefined);
  });

  it("says which check most likely made it fail, and offers no retry where nothing will change", () => {
    const content = failedWith(refused, { ...c4, relatedContactId: ids.c2 });
    const { failure } = drawPage(content).view;
    assert.match(failure?.likely ?? "", /already continues c2000000/);
    assert.equal(failure?.checks?.items[0]?.state, "broken");
    assert.match(failure.next?.items.join(" ") ?? "", /Start a new chat/);
    assert.deepEqual(actionsOf(content), ["whyNoHistory", "showLog"]);
  });

  it("guesses nothing where every check is met: the whole list, and a retry", () => {
    const { failure } = drawPage(failedWith(refused)).view;
    assert.equal(failure?.likely, undefined);
    assert.ok((failure?.causes?.items.length ?? 0) >= 6);
    assert.deepEqual(actionsOf(failedWith(refused)), ["retry", "whyNoHistory", "showLog"]);
  });

  it("offers the statement to ask for, and no retry, where permission is missing", () => {
    const denied = new Failure("accessDenied", refused.operation, { name: "X", message: "No" });
    assert.deepEqual(actionsOf(failedWith(denied)), ["copyIamStatement", "showLog"]);
    assert.equal(failureIn(failedWith(denied), undefined), denied);
  });

  it("copies the failure with its request id", () => {
    const text = copyText({ kind: "failure" }, drawPage(failedWith(refused)));
    assert.match(text ?? "", /InvalidRequestException \(HTTP 400\)[^]*Request ID: r-1/);
  });
});

describe("a transcript with missing parts", () => {
  const absences: readonly (readonly [Absence, RegExp])[] = [
    [{ kind: "active" }, /still active\. Contact Lens has nothing of it/],
    [{ kind: "active", failure: refused }, /could not be asked: .*persistent association/],
    [{ kind: "notWrittenYet" }, /one to two minutes/],
    [{ kind: "missing", bucket: "b", key: "k.json" }, /s3:\/\/b\/k\.json/],
    [{ kind: "deleted", reason: "policy" }, /policy/],
    [{ kind: "tooLarge", bytes: 6 * 1024 * 1024 }, /6\.0 MB/],
    [{ kind: "noStorage" }, /no chat transcripts/],
    [{ kind: "notRedacted" }, /no redacted transcript of this contact/],
    [{ kind: "damaged", reason: "notJson" }, /not JSON/],
    [{ kind: "failure", failure: refused }, /persistent association/],
  ];
  for (const [absence, words] of absences)
    it(`says at its place: ${absence.kind}`, () => {
      const [heading, notice] = rowsOf(reading(absence));
      assert.equal(heading?.kind, "heading");
      assert.ok(notice?.kind === "notice");
      assert.match(`${notice.title}. ${notice.text}`, words);
    });

  it("offers to read again only what may still come", () => {
    const actions = (absence: Absence) =>
      only(reading(absence), "notice")[0]?.buttons.map(({ act }) => act.action);
    assert.deepEqual(actions({ kind: "notWrittenYet" }), ["waitForTranscript", "retry"]);
    assert.deepEqual(actions({ kind: "deleted" }), []);
  });

  it("leads back from the failure of one part, and knows which failure is meant", () => {
    const denied = new Failure("accessDenied", "GetObject", { name: "AccessDenied", message: "" });
    const content = reading({ kind: "failure", failure: denied });
    const [notice] = only(content, "notice");
    const act = notice?.buttons[0]?.act;
    assert.ok(act?.action === "copyIamStatement");
    assert.equal(failureIn(content, act.contactId), denied);
    assert.ok(contactIdsOf(drawPage(content)).has(act.contactId ?? ""));
  });

  it("ends with what is to be done where the chat goes on", () => {
    assert.ok("items" in file2);
    const content: PanelContent = {
      connection: sandbox,
      names,
      conversation: {
        kind: "ready",
        conversation: assembleTranscript([
          { contact: c4, content: { kind: "live", items: file2.items } },
        ]),
      },
    };
    const last = rowsOf(content).at(-1);
    assert.ok(last?.kind === "notice");
    assert.match(last.text, /Contact Lens/);
    assert.deepEqual(
      last.buttons.map(({ act }) => act.action),
      ["retry", "waitForTranscript"],
    );
  });

  it("says which contact of the history could not be read", () => {
    const denied = new Failure("accessDenied", "DescribeContact", { name: "X", message: "No" });
    const content: PanelContent = {
      connection: sandbox,
      names,
      lineage: { ...lineageOf(c2, c3), gaps: [{ contactId: ids.c1, failure: denied }] },
      conversation: {
        kind: "ready",
        conversation: assembleTranscript([{ contact: c2, content: file2 }]),
      },
    };
    const [first] = rowsOf(content);
    assert.ok(first?.kind === "notice");
    assert.match(first.title, /c1000000 could not be read/);
  });
});

describe("copying", () => {
  const drawn = drawPage(continued);

  it("gives a contact's id only where the panel shows that contact", () => {
    assert.equal(copyText({ kind: "contactId", contactId: ids.c2 }, drawn), ids.c2);
    assert.equal(copyText({ kind: "contactId", contactId: "rm -rf" }, drawn), undefined);
    assert.ok(!contactIdsOf(drawn).has("rm -rf"));
  });

  it("gives the whole transcript as text", () => {
    const text = copyText({ kind: "transcript" }, drawn) ?? "";
    assert.match(text, /Ana \(Customer\): Hi, my transfer[^]*— Transferred —[^]*Jane \(Agent\)/);
  });

  it("gives one contact's part, from its heading to the next one's", () => {
    const text = copyText({ kind: "contactPart", contactId: ids.c2 }, drawn) ?? "";
    assert.match(text, /^— Transferred —\nc2000000-[^]*Jane \(Agent\)[^]*Chat ended/);
    assert.ok(!text.includes("my transfer of yesterday"));
    assert.ok(!text.includes(ids.c4));
    assert.equal(copyText({ kind: "contactPart", contactId: ids.c3 }, drawn), undefined);
    const first = copyText({ kind: "contactPart", contactId: ids.c1 }, drawn) ?? "";
    assert.match(first, /^c1000000-[^]*my transfer of yesterday/);
    assert.ok(!first.includes("Jane"));
  });

  it("gives one message", () => {
    const index = rowsOf(continued).findIndex(
      (row) => row.kind === "message" && row.body.kind === "attachments",
    );
    assert.match(copyText({ kind: "row", index }, drawn) ?? "", /order\.pdf, approved/);
  });

  it("gives the request and the response", () => {
    assert.match(copyText({ kind: "request" }, drawn) ?? "", /^POST [^]*SourceContactId/);
    assert.match(copyText({ kind: "response" }, drawn) ?? "", /ContinuedFromContactId/);
  });
});

describe("a page that is drawn anew", () => {
  it("keeps its rows while the conversation is the same", () => {
    const first = drawPage(continued);
    assert.equal(drawPage({ ...continued }, first).rows, first.rows);
    const other = assembleTranscript([{ contact: c1, content: file1 }]);
    const changed = { ...continued, conversation: { kind: "ready", conversation: other } } as const;
    assert.notEqual(drawPage(changed, first).rows, first.rows);
  });

  it("shows how far reading has come", () => {
    const { view } = drawPage({
      ...continued,
      conversation: { kind: "loading", done: 3, total: 8 },
    });
    assert.equal(view.transcript?.loading, "Reading transcripts: 3 of 8");
    assert.equal(view.transcript.stop, undefined);
  });

  it("says how far large files have come, and can be stopped", () => {
    const bytes = { received: 2 * 1024 * 1024, total: 5 * 1024 * 1024 };
    const stop = () => undefined;
    const { view } = drawPage({
      ...continued,
      conversation: { kind: "loading", done: 0, total: 1, bytes, stop },
    });
    assert.equal(view.transcript?.loading, "Reading transcripts: 0 of 1 (2.0 of 5.0 MB)");
    assert.deepEqual(view.transcript.stop?.act, { action: "stop" });
  });
});
