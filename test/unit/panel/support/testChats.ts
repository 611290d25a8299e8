import { assembleTranscript } from "../../../../src/domain/assembleTranscript";
import type { Proof } from "../../../../src/domain/testChat/proof";
import type { TranscriptContent } from "../../../../src/domain/transcript";
import type { PanelContent, TestChatReport } from "../../../../src/panel/content";
import { c4, customer, fileOf, ids, lineage, names, reportOf, sandbox } from "./specimens";

export const agent = { role: "AGENT", name: "Jane Doe" };

const current = { ...c4, agentId: "a2" };

/** A test chat in which this many messages were said. */
export function chatting(
  count: number,
  over: Partial<TestChatReport> = {},
  rest: Partial<PanelContent> = {},
): PanelContent {
  const said = Array.from({ length: count }, (_, index) => ({
    ...(index % 2 === 0 ? agent : customer),
    text: `Message ${index}`,
  }));
  const content: TranscriptContent = fileOf(current, [
    { ...customer, event: "participant.joined" },
    ...said,
  ]);
  return {
    connection: sandbox,
    names,
    conversation: {
      kind: "ready",
      conversation: assembleTranscript([{ contact: current, content }]),
    },
    testChat: {
      id: "test-chat",
      contactId: current.id,
      displayName: "Ana",
      flowName: "Inbound",
      line: { kind: "open" },
      outgoing: [],
      ...over,
    },
    ...rest,
  };
}

export const proven: Proof = {
  predictedCount: 42,
  returnedCount: 42,
  agreeingCount: 42,
  missing: [],
  unpredicted: [],
  misplaced: [],
  unjudgedCount: 0,
  unreadContactIds: [],
  hasEvent: true,
};

/** One that continued C2 from segment. */
export const continuedChat = (proof: Proof, isFinal = true): PanelContent => {
  const { clientToken: _, ...intent } = reportOf("FROM_SEGMENT", ids.c2).intent;
  return chatting(
    6,
    { proof: { kind: "ready", proof, isFinal } },
    { lineage, association: { ...reportOf("FROM_SEGMENT", ids.c2), intent } },
  );
};
