import assert from "node:assert/strict";
import { createGateway } from "../../../src/aws";
import { readEvidence } from "../../../src/commands/doctor/readEvidence";
import { toReport } from "../../../src/commands/doctor/report";
import { diagnose } from "../../../src/domain/doctor/diagnose";
import type { Evidence } from "../../../src/domain/doctor/evidence";
import type { Exhibit, Finding } from "../../../src/domain/doctor/finding";
import type { ConnectGateway } from "../../../src/domain/gateway";
import { Sandbox } from "../../../src/emulator/state";
import { findingText } from "../../../src/wording/doctor";
import { type Address, INSTANCE, serve } from "../support/askedEmulator";
import { CHAT, healthyWorlds, NOW, type PreparedWorld, worldOf, worlds } from "./worlds";

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

  it("has fifteen worlds and more, each wrong in its own way", () => {
    assert.ok(worlds.length >= 15);
    assert.ok(new Set(worlds.map(({ name }) => name)).size === worlds.length);
  });
});
