import type { SendEventRequest, SendEventResponse } from "@aws-sdk/client-connectparticipant";
import { AwsError } from "../awsError";
import { itemIn, tell, type Participant, type Receipt } from "../chats";
import { once } from "../once";
import { connectedBy, join } from "../participants";
import { EVENT_TYPE, type TranscriptItem } from "../seed/transcript";
import type { State } from "../state";
import type { FromWire, Run } from "../wire";

type Input = FromWire<SendEventRequest>;

/** Who sent an event, and the item that it would be. */
interface Sent {
  readonly by: Participant;
  readonly item: TranscriptItem;
  readonly content: string | undefined;
}

const invalid = (message: string): never => {
  throw new AwsError("ValidationException", message);
};

const messageIdOf = (content = ""): unknown => {
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed === "object" && parsed !== null && "messageId" in parsed)
      return parsed.messageId;
  } catch {
    // Told the same as JSON without a message's id.
  }
  return invalid("Content: JSON with the messageId that the receipt is for.");
};

/** A receipt stands on its message, and is told to all who are connected (as the clients expect it). */
const receive = ({ by, content }: Sent, stamp: Partial<Receipt>): void => {
  const { chat, id } = by;
  const messageId = messageIdOf(content);
  const message = chat.items.find(({ item }) => item.Id === messageId && item.Type === "MESSAGE");
  if (!message) return invalid(`Content: the chat has no message ${String(messageId)}.`);
  const { receipts } = message;
  const at = receipts.findIndex(({ RecipientParticipantId: of }) => of === id);
  const receipt = { ...receipts[at], RecipientParticipantId: id, ...stamp };
  if (at === -1) receipts.push(receipt);
  else receipts[at] = receipt;
  const MessageMetadata = { MessageId: message.item.Id, Receipts: [receipt] };
  tell(chat, { Type: "MESSAGEMETADATA", MessageMetadata });
};

const EVENTS: Readonly<Record<string, (sent: Sent) => void>> = {
  // Nobody's transcript says who was typing.
  typing: ({ by, item }) => tell(by.chat, item),
  // Sending has made the sender join already.
  "connection.acknowledged": () => undefined,
  "message.delivered": (sent) => receive(sent, { DeliveredTimestamp: sent.item.AbsoluteTime }),
  "message.read": (sent) => receive(sent, { ReadTimestamp: sent.item.AbsoluteTime }),
};

const send = (state: State, { ConnectionToken, ContentType, Content }: Input) => {
  const by = connectedBy(state, ConnectionToken);
  const event = ContentType.startsWith(EVENT_TYPE) ? ContentType.slice(EVENT_TYPE.length) : "";
  const act = Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
  if (!act)
    return invalid(`ContentType: ${EVENT_TYPE} and one of ${Object.keys(EVENTS).join(", ")}.`);
  join(state, by);
  const turn = { kind: "event", event, by: by.speaker } as const;
  const item = itemIn(by.chat, turn, state.clock.now());
  act({ by, item, content: Content });
  state.changes += 1;
  return { Id: item.Id, AbsoluteTime: item.AbsoluteTime };
};

export const sendEvent: Run<SendEventRequest, SendEventResponse> = (input, state) => {
  const { ConnectionToken, ContentType, Content, ClientToken: token } = input;
  const wish = {
    operation: "SendEvent",
    owner: ConnectionToken,
    token,
    input: [ContentType, Content],
    misuse: "ConflictException",
  } as const;
  return once(state, wish, () => send(state, input));
};
