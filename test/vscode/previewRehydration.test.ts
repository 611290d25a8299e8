import assert from "node:assert/strict";
import { actOnPanel } from "../../src/commands/panelActions";
import { previewRehydration } from "../../src/commands/previewRehydration";
import type { RehydrationType } from "../../src/domain/association";
import { drawPage } from "../../src/panel/panelView";
import { withActiveAnswers } from "./support/answers";
import { chainRow, lastShown } from "./support/reading";
import type { Rig } from "./support/rig";
import { sandbox, startRig } from "./support/rig";

const C1 = "c1000000-0000-4000-8000-000000000001";
const C2 = "c2000000-0000-4000-8000-000000000002";
const C3 = "c3000000-0000-4000-8000-000000000003";
const C4 = "c4000000-0000-4000-8000-000000000004";

const rowOf = (id: string, more: object = {}) => ({
  kind: "contact",
  connection: sandbox,
  contact: { id, ...more },
});

/** By type: what it continues from, what is to be passed, how many messages come, and whether anything stands against it. */
function previewed(rig: Rig): readonly (readonly unknown[])[] {
  const { choices = [] } = drawPage(lastShown(rig)).view.preview ?? {};
  return choices.map(({ facts: [continues, pass, messages], type, verdict }) => [
    type,
    continues?.value,
    pass?.value,
    parseInt(messages?.value ?? "", 10),
    verdict.tone,
  ]);
}

describe("Preview Rehydration", () => {
  let rig: Rig;
  let messages: Readonly<Record<"entire" | "segment", number>>;

  before(async () => {
    rig = await startRig();
    const { chats, transcripts } = rig.app;
    const { signal } = new AbortController();
    const { contacts } = await chats.chain(sandbox, C1);
    const counted = async (...ids: readonly string[]) => {
      const read = contacts.filter(({ id }) => ids.includes(id));
      return (await transcripts.conversation(sandbox, read, { signal })).messageCount;
    };
    messages = { entire: await counted(C1, C2, C3), segment: await counted(C1, C2) };
  });
  after(() => rig.close());

  it("shows both types for a chain's row, and calls nothing", async () => {
    await previewRehydration(rig.app, await chainRow(rig.app, C1));
    assert.ok(messages.entire > messages.segment);
    // Of a whole chat the last contact that is no survey: from the survey both types would bring the same.
    assert.deepEqual(previewed(rig), [
      ["ENTIRE_PAST_SESSION", C3, C1, messages.entire, "good"],
      ["FROM_SEGMENT", C2, C2, messages.segment, "good"],
    ]);
    assert.deepEqual(await rig.asked("CreatePersistentContactAssociation"), []);
  });

  it("takes the contact of a contact's row", async () => {
    await previewRehydration(rig.app, rowOf(C1, { endedAt: 1 }));
    assert.deepEqual(previewed(rig)[1]?.slice(0, 3), ["FROM_SEGMENT", C1, C1]);
  });

  it("asks for the past chat on an active chat's row, and checks for that chat", async () => {
    await withActiveAnswers(previewRehydration(rig.app, rowOf(C4)));
    assert.equal(lastShown(rig).preview?.current?.id, C4);
    const { choices = [] } = drawPage(lastShown(rig)).view.preview ?? {};
    assert.equal(choices.length, 2);
    for (const { checks } of choices)
      assert.ok(
        checks.some(({ state, text }) => state === "met" && text.includes("chat is active")),
      );
  });

  it("asks for the past chat in the palette", async () => {
    const before = rig.shown.length;
    await withActiveAnswers(previewRehydration(rig.app, undefined));
    assert.ok(rig.shown.length > before);
    assert.equal(lastShown(rig).preview?.current, undefined);
  });

  it("goes on with the type that was looked at, in the chat that it was checked for", async () => {
    for (const type of ["FROM_SEGMENT", "ENTIRE_PAST_SESSION"] as const) {
      rig.mend();
      await previewOfC2(rig);
      const sent = await continued(rig, type);
      assert.deepEqual(
        [sent["InitialContactId"], sent["RehydrationType"], sent["SourceContactId"]],
        [C4, type, type === "FROM_SEGMENT" ? C2 : C1],
      );
    }
  });

  it("says what stands against it once the chat is continued, when it is read again", async () => {
    await previewOfC2(rig);
    assert.ok(previewed(rig).every(([, , , , tone]) => tone === "bad"));
  });
});

async function previewOfC2(rig: Rig): Promise<void> {
  await previewRehydration(rig.app, rowOf(C2, { endedAt: 1 }));
  const shown = lastShown(rig);
  const { preview = assert.fail("No preview.") } = shown;
  const current = await rig.app.chats.contact(sandbox, C4, new AbortController().signal);
  const { app } = rig;
  await actOnPanel(
    app,
    { action: "retry" },
    { ...shown, preview: { ...preview, current } },
    app.panels,
  );
}

/** What was sent when the page's button was pressed and every question was answered with what was offered first. */
async function continued(rig: Rig, rehydrationType: RehydrationType) {
  const action = { action: "continuePastChat", contactId: C2, rehydrationType } as const;
  await withActiveAnswers(actOnPanel(rig.app, action, lastShown(rig), rig.app.panels));
  const requests = await rig.asked("CreatePersistentContactAssociation");
  return requests.at(-1)?.parameters ?? assert.fail("Nothing was sent.");
}
