import { assembleTranscript } from "../../../../src/domain/assembleTranscript";
import type { Proof } from "../../../../src/domain/testChat/proof";
import { lastQuestion } from "../../../../src/domain/testChat/question";
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
  return chatOf(said, over, rest);
}

type Said = Parameters<typeof fileOf>[1];

function chatOf(
  said: Said,
  over: Partial<TestChatReport>,
  rest: Partial<PanelContent> = {},
): PanelContent {
  const content: TranscriptContent = fileOf(current, [
    { ...customer, event: "participant.joined" },
    ...said,
  ]);
  const conversation = assembleTranscript([{ contact: current, content }]);
  const question = lastQuestion(conversation.sections.flatMap(({ items }) => items));
  return {
    connection: sandbox,
    names,
    conversation: { kind: "ready", conversation },
    testChat: {
      id: "test-chat",
      contactId: current.id,
      displayName: "Ana",
      flowName: "Inbound",
      line: { kind: "open" },
      outgoing: [],
      ...(question && { question }),
      ...over,
    },
    ...rest,
  };
}

const interactive = "application/vnd.amazonaws.connect.message.interactive";

/** What a bot asks. */
export const asks = (templateType: string, content: object): Said[number] => ({
  role: "SYSTEM",
  name: "BOT",
  type: interactive,
  text: { templateType, version: "1.0", data: { content } },
});

/** A survey, and a carousel with a link on its second card. */
export const survey = asks("QuickReply", {
  title: "How satisfied are you?",
  elements: [{ title: "Very satisfied" }, { title: "Not satisfied" }],
});
export const offers = asks("Carousel", {
  title: "Our offers",
  elements: [
    {
      templateIdentifier: "savings",
      templateType: "Panel",
      data: { content: { title: "Savings", subtitle: "2.1 %", elements: [{ title: "Open" }] } },
    },
    {
      templateIdentifier: "depot",
      templateType: "ListPicker",
      data: {
        content: {
          title: "Depot",
          elements: [
            { title: "Open" },
            { title: "Terms", type: "hyperlink", url: "https://example.com" },
          ],
        },
      },
    },
  ],
});

/** A test chat in which this was asked, and then this said. */
export const asked = (
  question: Said[number],
  answers: readonly string[] = [],
  over: Partial<TestChatReport> = {},
): PanelContent => chatOf([question, ...answers.map((text) => ({ ...customer, text }))], over);

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
