import type { FlowRecord } from "../world";

/** Actions of the flow, by the end of their ids. */
const idOf = (number: number): string =>
  `9d0b6f3e-0000-4000-8000-${String(number).padStart(12, "0")}`;

const [GREET, CONTINUE, QUEUE, CLOSE] = [1, 2, 3, 4].map(idOf) as [string, string, string, string];

const onError = (next: string) => [{ NextAction: next, ErrorType: "NoMatchingError" }];

/** Continues the chat that the contact attribute `previousContactId` names (domain.md §1.8); goes on without one, too. */
const CONTENT = {
  Version: "2019-10-30",
  StartAction: CONTINUE,
  Actions: [
    {
      Identifier: CONTINUE,
      Type: "CreatePersistentContactAssociation",
      Parameters: {
        RehydrationType: "ENTIRE_PAST_SESSION",
        SourceContactId: "$.Attributes.previousContactId",
      },
      Transitions: { NextAction: GREET, Errors: onError(GREET) },
    },
    {
      Identifier: GREET,
      Type: "MessageParticipant",
      Parameters: { Text: "Hello, and welcome." },
      Transitions: { NextAction: QUEUE, Errors: onError(QUEUE) },
    },
    {
      Identifier: QUEUE,
      Type: "TransferContactToQueue",
      Parameters: {},
      Transitions: { NextAction: CLOSE, Errors: onError(CLOSE) },
    },
    { Identifier: CLOSE, Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
  ],
};

/** The flow that test chats are started with. */
export const INBOUND_FLOW: FlowRecord = {
  id: "f1000000-0000-4000-8000-000000000001",
  name: "Sandbox inbound chat",
  description: "Continues an earlier chat where one is named, greets, and queues the chat.",
  type: "CONTACT_FLOW",
  content: JSON.stringify(CONTENT),
};
