import assert from "node:assert/strict";
import { createGateway } from "../../../src/aws";
import { readEvidence } from "../../../src/commands/doctor/readEvidence";
import { toReport } from "../../../src/commands/doctor/report";
import { diagnose } from "../../../src/domain/doctor/diagnose";
import { failuresIn } from "../../../src/domain/doctor/evidence";
import type { Evidence } from "../../../src/domain/doctor/evidence";
import type { Exhibit, Finding } from "../../../src/domain/doctor/finding";
import type { ConnectGateway } from "../../../src/domain/gateway";
import { Sandbox } from "../../../src/emulator/state";
import { findingText } from "../../../src/wording/doctor";
import { type Address, INSTANCE, serve } from "../support/askedEmulator";
import {
  CHAT,
  chat,
  FIRST,
  healthyWorlds,
  NOW,
  type PreparedWorld,
  worldOf,
  worlds,
} from "./worlds";

const connection = {
  kind: "sandbox",
  id: "sandbox",
  name: "Sandbox",
  region: "us-east-1",
  instanceId: INSTANCE,
} as const;

const textOf = ({ field, contactId, value }: Exhibit): string =>
  [
    field,
    ...(contactId === undefined ? [] : [contactId]),
    value === undefined
      ? "-"
      : typeof value === "object"
        ? new Date(value.time).toISOString()
        : String(value),
  ].join(" ");

/** A rule by its own name. */
const nameOf = (finding: Finding): string =>
  finding.id === "rule" ? finding.check.id : finding.id;

const failed = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict === "problem");

/** Two buckets, which the emulator's instance can't have. */
const withSecondBucket = (gateway: ConnectGateway): ConnectGateway =>
  Object.create(gateway, {
    serviceRecord: {
      value: async (...[record, signal]: Parameters<ConnectGateway["serviceRecord"]>) => {
        const said = await gateway.serviceRecord(record, signal);
        if (record.kind !== "storage") return said;
        const { CHAT_TRANSCRIPTS: stores } = said as { CHAT_TRANSCRIPTS: readonly unknown[] };
        return { CHAT_TRANSCRIPTS: [...stores, { S3Config: { BucketName: "elsewhere" } }] };
      },
    },
  }) as ConnectGateway;

describe("doctor", () => {
  let sandbox: Sandbox;
  let address: Address;
  before(async () => {
    address = await serve(() => sandbox);
  });
  after(() => address.close());

  /** Reads a prepared world through the real gateway, over HTTP. */
  async function examine(prepared: PreparedWorld): Promise<Evidence> {
    const report = assert.ifError;
    const seed = () => worldOf(prepared);
    sandbox = new Sandbox({ seed, now: () => NOW, quotas: false, latencyMs: 0, report });
    if (prepared.denied !== undefined) sandbox.state.faults.add(prepared.denied, "accessDenied", 9);
    const access = { kind: "sandbox", endpoint: address.url } as const;
    const gateway = createGateway({ region: "us-east-1", instanceId: INSTANCE, access });
    const association = prepared.asked;
    try {
      return await readEvidence(
        prepared.secondBucket === true ? withSecondBucket(gateway) : gateway,
        { contactId: CHAT, ...(association && { association }) },
        { signal: new AbortController().signal, now: () => NOW },
      );
    } finally {
      gateway.dispose();
    }
  }

  for (const prepared of worlds) {
    it(`names what is wrong, and nothing else: ${prepared.name}`, async () => {
      const evidence = await examine(prepared);
      const findings = diagnose(evidence);
      assert.deepEqual(failed(findings).map(nameOf), [prepared.wrong]);
      const [wrong] = failed(findings);
      const exhibits = wrong?.exhibits.map(textOf) ?? [];
      assert.ok(
        exhibits.some((each) => each.startsWith(prepared.exhibit ?? "")),
        exhibits.join("\n"),
      );
      const report = toReport({ connection, evidence, findings });
      assert.equal(report.match(/^- \*\*Failed\*\*/gm)?.length, 1, report);
      for (const finding of failed(findings)) assert.ok(findingText(finding).advice !== undefined);
    });
  }

  for (const prepared of healthyWorlds) {
    it(`finds nothing wrong: ${prepared.name}`, async () => {
      const evidence = await examine(prepared);
      const findings = diagnose(evidence);
      assert.deepEqual(failed(findings).map(nameOf), []);
      assert.match(toReport({ connection, evidence, findings }), /No check failed/);
      for (const { verdict, exhibits, id } of findings)
        assert.ok(verdict !== "ok" || exhibits.length > 0, `${id} passed without evidence`);
    });
  }

  /** What the doctor says of the flows, and of the attributes that they read, of a chat with these attributes. */
  async function aboutFlows(attributes: Readonly<Record<string, string>>, more = {}) {
    const prepared = { name: "", contacts: [chat({ attributes })], wrong: undefined, ...more };
    const evidence = await examine(prepared);
    const findings = diagnose(evidence);
    const said = (id: Finding["id"]): readonly string[] =>
      findings
        .filter((each) => each.id === id)
        .flatMap(({ verdict, exhibits }) => [verdict, ...exhibits.map(textOf)]);
    return { flows: said("flowHasBlock"), attribute: said("attributeNamesContact"), evidence };
  }

  it("tells which attribute a flow reads that the chat does not have, and that it may be another flow", async () => {
    const { flows, attribute } = await aboutFlows({ customerName: "Ana" });
    assert.deepEqual(flows, [
      "ok",
      "SourceContactId (Sandbox inbound chat) $.Attributes.previousContactId",
    ]);
    assert.deepEqual(attribute, ["unknown", "$.Attributes.previousContactId -"]);
  });

  it("misses no attribute where the flow reads none of the contact's", async () => {
    for (const flowReads of ["$.FlowAttributes.earlier", CHAT]) {
      const { flows, attribute } = await aboutFlows({}, { flowReads });
      assert.deepEqual(flows, ["ok", `SourceContactId (Sandbox inbound chat) ${flowReads}`]);
      assert.deepEqual(attribute, ["unknown"]);
    }
  });

  it("goes by the attribute's name where flows may not be read, and says what is denied", async () => {
    for (const denied of ["ListContactFlows", "DescribeContactFlow"]) {
      const { flows, attribute, evidence } = await aboutFlows(
        { previousContactId: FIRST },
        { denied },
      );
      assert.equal(flows[0], "unknown");
      assert.match(flows[1] ?? "", new RegExp(`^${denied} AccessDeniedException`));
      assert.deepEqual(attribute, ["ok", `$.Attributes.previousContactId ${FIRST}`]);
      assert.deepEqual(
        failuresIn(evidence)
          .filter(({ kind }) => kind === "accessDenied")
          .map(({ operation }) => operation),
        [denied],
      );
    }
  });

  it("reads no flow where the record tells what was continued, or the service was asked", async () => {
    const leads = new Set<string | undefined>();
    for (const name of ["a chat that is linked", "an association that breaks no rule"]) {
      const prepared = healthyWorlds.find((each) => each.name === name) ?? assert.fail(name);
      const { blocks, past } = await examine(prepared);
      assert.equal(blocks, undefined);
      leads.add(past?.lead.by);
    }
    assert.deepEqual([...leads], ["link", "request"]);
  });

  it("has fifteen worlds and more, each wrong in its own way", () => {
    assert.ok(worlds.length >= 15);
    assert.ok(new Set(worlds.map(({ name }) => name)).size === worlds.length);
  });
});
