import type { SendMessageRequest, SendMessageResponse } from "@aws-sdk/client-connectparticipant";
import { AwsError } from "../awsError";
import { say } from "../chats";
import { once } from "../once";
import { connectedBy, join } from "../participants";
import { answerTo } from "../scriptedAgent";
import { says } from "../seed/turns";
import type { State } from "../state";
import type { FromWire, Run } from "../wire";

type Input = FromWire<SendMessageRequest>;

const CONTENT_TYPES = [
  "text/plain",
  "text/markdown",
  "application/json",
  "application/vnd.amazonaws.connect.message.interactive",
  "application/vnd.amazonaws.connect.message.interactive.response",
];

const send = (state: State, { ConnectionToken, ContentType, Content }: Input) => {
  const participant = connectedBy(state, ConnectionToken);
  if (!CONTENT_TYPES.includes(ContentType)) {
    const known = CONTENT_TYPES.join(", ");
    throw new AwsError("ValidationException", `ContentType: one of ${known}.`);
  }
  join(state, participant);
  const { chat, speaker } = participant;
  const item = say(chat, says(speaker, Content, ContentType), state.clock.now());
  if (speaker === chat.customer) answerTo(state, chat, Content);
  state.changes += 1;
  return { Id: item.Id, AbsoluteTime: item.AbsoluteTime };
};

export const sendMessage: Run<SendMessageRequest, SendMessageResponse> = (input, state) => {
  const { ConnectionToken, ContentType, Content, ClientToken: token } = input;
  const wish = {
    operation: "SendMessage",
    owner: ConnectionToken,
    token,
    input: [ContentType, Content],
    misuse: "ValidationException",
  } as const;
  return once(state, wish, () => send(state, input));
};
