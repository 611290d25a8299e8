import assert from "node:assert/strict";
import { readTranscripts } from "../../../src/domain/readTranscripts";
import { type Emulated, emulated } from "./support/emulated";
import { signal } from "./support/target";

const C4 = "c4000000-0000-4000-8000-000000000004";

describe("gateway: a chat that goes on", () => {
  let world: Emulated;
  beforeEach(async () => {
    world = await emulated();
  });
  afterEach(() => world.close());

  const read = async () => {
    const contact = await world.gateway.describeContact(C4, signal());
    const options = { signal: signal(), now: Date.now() };
    const [part] = await readTranscripts(world.gateway, [contact], options);
    return part?.content;
  };

  it("is read from Contact Lens, with who said what and when", async () => {
    const content = await read();
    assert.ok(content?.kind === "live");
    const [joined, ...others] = content.items;
    assert.ok(joined?.kind === "event");
    assert.deepEqual([joined.event, joined.displayName], ["participant.joined", "Ana Pereira"]);
    assert.ok(joined.time !== undefined && joined.time < Date.now());
    const last = others.at(-1);
    assert.ok(last?.kind === "message");
    assert.deepEqual(
      [last.role, last.contactId, last.content],
      ["CUSTOMER", C4, "I don't have it here. Can't you see what I wrote to Jonas?"],
    );
    const operations = (await world.journal()).map(({ operation }) => operation);
    assert.deepEqual(operations, ["DescribeContact", "ListRealtimeContactAnalysisSegmentsV2"]);
  });

  it("is silent where Contact Lens does not know it", async () => {
    await world.fault("ListRealtimeContactAnalysisSegmentsV2", "notFound");
    assert.deepEqual(await read(), { kind: "active" });
  });
});
