import {
  type ConnectParticipantClient,
  CreateParticipantConnectionCommand,
  DisconnectParticipantCommand,
  GetTranscriptCommand,
  type Item,
  SendEventCommand,
  SendMessageCommand,
} from "@aws-sdk/client-connectparticipant";
import type { OutgoingMessage } from "../../domain/testChat/customerChat";
import type { Caller } from "../caller";
import { UnreadableAnswer } from "../failureOf";
import { nonEmpty, present } from "../present";

// The participant service (domain.md §3.3). A failure's message may repeat what was sent: it belongs into no log.

type Participant = Caller<ConnectParticipantClient>;

/** What a participant's program got to take part. */
export interface ParticipantConnection {
  /** A secret, as the address is. */
  readonly token: string;
  readonly url: string;
  /** When the address has to be asked for anew, ms since the epoch; NaN where that cannot be read. */
  readonly expiresAt: number;
}

export function createConnection(
  caller: Participant,
  participantToken: string,
  signal: AbortSignal,
): Promise<ParticipantConnection> {
  const command = new CreateParticipantConnectionCommand({
    ParticipantToken: participantToken,
    Type: ["WEBSOCKET", "CONNECTION_CREDENTIALS"],
  });
  return caller.call(
    {
      operation: "CreateParticipantConnection",
      send: (client, options) => client.send(command, options),
      read: ({ Websocket, ConnectionCredentials }) => {
        const url = nonEmpty(Websocket?.Url);
        const token = nonEmpty(ConnectionCredentials?.ConnectionToken);
        if (url === undefined || token === undefined)
          throw new UnreadableAnswer("The answer has no websocket or no connection token");
        return { url, token, expiresAt: Date.parse(Websocket?.ConnectionExpiry ?? "") };
      },
    },
    signal,
  );
}

/** Resolves with the id of the item. */
export function sendMessage(
  caller: Participant,
  token: string,
  { text, answer, clientToken }: OutgoingMessage,
  signal: AbortSignal,
): Promise<string> {
  const command = new SendMessageCommand({
    ConnectionToken: token,
    ContentType: answer?.contentType ?? "text/plain",
    Content: answer?.content ?? text,
    ClientToken: clientToken,
  });
  return caller.call(
    {
      operation: "SendMessage",
      send: (client, options) => client.send(command, options),
      read: ({ Id }) => {
        if (Id === undefined) throw new UnreadableAnswer("The answer has no item");
        return Id;
      },
    },
    signal,
  );
}

export function sendTyping(caller: Participant, token: string, signal: AbortSignal): Promise<void> {
  const command = new SendEventCommand({
    ConnectionToken: token,
    ContentType: "application/vnd.amazonaws.connect.event.typing",
  });
  return caller.call(
    {
      operation: "SendEvent",
      send: (client, options) => client.send(command, options),
      read: () => undefined,
    },
    signal,
  );
}

export function disconnect(caller: Participant, token: string, signal: AbortSignal): Promise<void> {
  const command = new DisconnectParticipantCommand({ ConnectionToken: token });
  return caller.call(
    {
      operation: "DisconnectParticipant",
      send: (client, options) => client.send(command, options),
      read: () => undefined,
    },
    signal,
  );
}

/** As many as the service gives. */
const PAGE = 100;

/** Pages from the newest one back, each oldest first, until one is not wanted any more. */
export async function* transcriptPages(
  caller: Participant,
  token: string,
  signal: AbortSignal,
): AsyncGenerator<readonly Item[]> {
  const seen = new Set<string>();
  for (let next: string | undefined = ""; next !== undefined && !seen.has(next);) {
    seen.add(next);
    const command = new GetTranscriptCommand({
      ConnectionToken: token,
      MaxResults: PAGE,
      SortOrder: "ASCENDING",
      // Without it, past items do not come (domain.md §4.1).
      ScanDirection: "BACKWARD",
      ...present({ NextToken: nonEmpty(next) }),
    });
    const page: { items: readonly Item[]; next: string | undefined } = await caller.call(
      {
        operation: "GetTranscript",
        send: (client, options) => client.send(command, options),
        read: ({ Transcript = [], NextToken }) => ({
          items: Transcript,
          next: nonEmpty(NextToken),
        }),
      },
      signal,
    );
    yield page.items;
    ({ next } = page);
  }
}
