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

const RESPONSE = "application/vnd.amazonaws.connect.message.interactive.response";

const CONTENT_TYPES = [
  "text/plain",
  "text/markdown",
  "application/json",
  "application/vnd.amazonaws.connect.message.interactive",
  RESPONSE,
];

/** Of the action that a response names. */
const MAX_ACTION = 200;

const invalid = (message: string): never => {
  throw new AwsError("ValidationException", message);
};

/** The action that a response names. */
const actionOf = (content: string): string => {
  const { version, action } = parsed(content);
  if (version !== "1.0") return invalid('Content: JSON whose version is "1.0".');
  return typeof action === "string" && action !== "" && action.length <= MAX_ACTION
    ? action
    : invalid(`Content: JSON with an action of 1 to ${MAX_ACTION} characters.`);
};

const parsed = (content: string): { readonly version?: unknown; readonly action?: unknown } => {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return invalid("Content: JSON.");
  }
};

const send = (state: State, { ConnectionToken, ContentType, Content }: Input) => {
  const participant = connectedBy(state, ConnectionToken);
  if (!CONTENT_TYPES.includes(ContentType))
    return invalid(`ContentType: one of ${CONTENT_TYPES.join(", ")}.`);
  const words = ContentType === RESPONSE ? actionOf(Content) : Content;
  join(state, participant);
  const { chat, speaker } = participant;
  const item = say(chat, says(speaker, Content, ContentType), state.clock.now());
  if (speaker === chat.customer) answerTo(state, chat, words);
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
