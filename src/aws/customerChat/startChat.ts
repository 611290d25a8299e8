import {
  type ConnectClient,
  StartChatContactCommand,
  type StartChatContactCommandOutput,
} from "@aws-sdk/client-connect";
import type { AssociationAnswer } from "../../domain/association";
import type { ChatIntent, CustomerChat } from "../../domain/testChat/customerChat";
import type { Caller } from "../caller";
import { UnreadableAnswer } from "../failureOf";
import { nonEmpty, present } from "../present";

/** What a started chat is known by; the token is a secret. */
export interface StartedChat extends Pick<CustomerChat, "contactId" | "continued"> {
  readonly participantToken: string;
}

/** All that the panel can show (domain.md §3.2). */
const SHOWN = [
  "text/plain",
  "text/markdown",
  "application/json",
  "application/vnd.amazonaws.connect.message.interactive",
  "application/vnd.amazonaws.connect.message.interactive.response",
] as const;

/** The SDK sends it again under the same client token where an answer was lost. */
export function startChat(
  caller: Caller<ConnectClient>,
  instanceId: string,
  intent: ChatIntent,
  signal: AbortSignal,
): Promise<StartedChat> {
  const { continuation } = intent;
  const command = new StartChatContactCommand({
    InstanceId: instanceId,
    ContactFlowId: intent.flowId,
    ParticipantDetails: { DisplayName: intent.displayName },
    Attributes: { ...intent.attributes },
    SupportedMessagingContentTypes: [...SHOWN],
    ...(continuation && {
      PersistentChat: {
        RehydrationType: continuation.rehydrationType,
        SourceContactId: continuation.sourceContactId,
      },
    }),
    ClientToken: intent.clientToken,
  });
  return caller.call(
    {
      operation: "StartChatContact",
      send: (client, options) => client.send(command, options),
      read: ({ ContactId, ParticipantToken, ContinuedFromContactId, $metadata }) => {
        if (ContactId === undefined || ParticipantToken === undefined)
          throw new UnreadableAnswer("The answer has no contact or no participant token");
        return {
          contactId: ContactId,
          participantToken: ParticipantToken,
          ...present({ continued: continuedBy(ContinuedFromContactId, $metadata) }),
        };
      },
    },
    signal,
  );
}

function continuedBy(
  contactId: string | undefined,
  { requestId, attempts = 1 }: StartChatContactCommandOutput["$metadata"],
): AssociationAnswer | undefined {
  const continuedFromContactId = nonEmpty(contactId);
  return continuedFromContactId === undefined
    ? undefined
    : { continuedFromContactId, attempts, ...present({ requestId }) };
}
