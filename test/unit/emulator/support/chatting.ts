import assert from "node:assert/strict";
import {
  ConnectClient,
  CreatePersistentContactAssociationCommand,
  DescribeContactCommand,
  StartChatContactCommand,
  StopContactCommand,
  type Contact,
  type RehydrationType,
  type StartChatContactCommandInput,
} from "@aws-sdk/client-connect";
import {
  ConnectParticipantClient,
  CreateParticipantConnectionCommand,
  DisconnectParticipantCommand,
  GetTranscriptCommand,
  SendEventCommand,
  SendMessageCommand,
  type GetTranscriptCommandInput,
  type Item,
} from "@aws-sdk/client-connectparticipant";
import { signedFor } from "./asking";
import { startEmulator, type Emulator } from "../../../../src/emulator/server";

export const InstanceId = "a0000000-0000-4000-8000-000000000001";
export const ContactFlowId = "f1000000-0000-4000-8000-000000000001";
export const [C1, C2, C3, C4] = [1, 2, 3, 4].map(
  (number) => `c${number}000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string];

export const EVENT = "application/vnd.amazonaws.connect.event.";

/** What an item is: the text of a message, or the name of an event. */
export const gist = ({ Type, Content, ContentType = "" }: Item): string =>
  Type === "EVENT" ? ContentType.slice(EVENT.length) : (Content ?? ContentType);

/** The part of a chat that a participant's program plays, through the real SDK. */
export class Connected {
  constructor(
    private readonly client: ConnectParticipantClient,
    readonly ConnectionToken: string,
    /** Opens a websocket. */
    readonly url: string,
  ) {}

  say(Content: string, ContentType = "text/plain", ClientToken?: string) {
    const { ConnectionToken } = this;
    return this.client.send(
      new SendMessageCommand({
        ConnectionToken,
        Content,
        ContentType,
        ...(ClientToken !== undefined && { ClientToken }),
      }),
    );
  }

  event(name: string, Content?: string) {
    const { ConnectionToken } = this;
    const ContentType = `${EVENT}${name}`;
    return this.client.send(new SendEventCommand({ ConnectionToken, ContentType, Content }));
  }

  transcript(input: Omit<GetTranscriptCommandInput, "ConnectionToken"> = {}) {
    const { ConnectionToken } = this;
    return this.client.send(new GetTranscriptCommand({ ConnectionToken, ...input }));
  }

  /** The gists of the items of one page. */
  async page(input: Omit<GetTranscriptCommandInput, "ConnectionToken"> = {}): Promise<string[]> {
    const { Transcript = [] } = await this.transcript(input);
    return Transcript.map(gist);
  }

  disconnect(ClientToken?: string) {
    const { ConnectionToken } = this;
    return this.client.send(
      new DisconnectParticipantCommand({
        ConnectionToken,
        ...(ClientToken !== undefined && { ClientToken }),
      }),
    );
  }
}

/** An emulator with both services' SDK clients on it. */
export class Chatting {
  private constructor(
    readonly emulator: Emulator,
    readonly connect: ConnectClient,
    readonly participant: ConnectParticipantClient,
  ) {}

  /** Its clock stands still, apart from what a test moves it. */
  static async open(): Promise<Chatting> {
    const start = Date.now();
    return Chatting.on(await startEmulator({ quotas: false, now: () => start }));
  }

  static on(emulator: Emulator): Chatting {
    const credentials = { accessKeyId: "sandbox", secretAccessKey: "sandbox" };
    const config = { endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 };
    return new Chatting(emulator, new ConnectClient(config), new ConnectParticipantClient(config));
  }

  async close(): Promise<void> {
    this.connect.destroy();
    this.participant.destroy();
    await this.emulator.close();
  }

  async advance(advanceSeconds: number): Promise<void> {
    const body = JSON.stringify({ advanceSeconds });
    const url = `${this.emulator.url}/_sandbox/clock`;
    assert.equal((await fetch(url, { method: "POST", body })).status, 200);
  }

  async start(more: Partial<StartChatContactCommandInput> = {}) {
    const { ContactId, ParticipantId, ParticipantToken, ContinuedFromContactId } =
      await this.connect.send(
        new StartChatContactCommand({
          InstanceId,
          ContactFlowId,
          ParticipantDetails: { DisplayName: "Ana" },
          ...more,
        }),
      );
    assert.ok(ContactId && ParticipantId && ParticipantToken);
    return { ContactId, ParticipantId, ParticipantToken, ContinuedFromContactId };
  }

  /** Connects as the widgets do, and joins. */
  async join(ParticipantToken: string): Promise<Connected> {
    const { Websocket, ConnectionCredentials } = await this.participant.send(
      new CreateParticipantConnectionCommand({
        ParticipantToken,
        Type: ["WEBSOCKET", "CONNECTION_CREDENTIALS"],
        ConnectParticipant: true,
      }),
    );
    assert.ok(ConnectionCredentials?.ConnectionToken && Websocket?.Url);
    return new Connected(this.participant, ConnectionCredentials.ConnectionToken, Websocket.Url);
  }

  /** A new chat whose customer has joined. */
  async chat(more: Partial<StartChatContactCommandInput> = {}) {
    const started = await this.start(more);
    return { ...started, customer: await this.join(started.ParticipantToken) };
  }

  /** The items of an ended contact's stored transcript. */
  async stored(contactId: string): Promise<readonly Item[]> {
    const { Recordings: [recording] = [] } = await this.describe(contactId);
    assert.ok(recording?.Location);
    const [bucket = "", ...key] = recording.Location.split("/");
    const path = [bucket, ...key.map(encodeURIComponent)].join("/");
    const answer = await fetch(`${this.emulator.url}/${path}`, { headers: signedFor("s3") });
    return ((await answer.json()) as { Transcript: Item[] }).Transcript;
  }

  /** A new chat that continues a past one from the start. */
  continued(SourceContactId: string, RehydrationType: RehydrationType) {
    return this.chat({ PersistentChat: { SourceContactId, RehydrationType } });
  }

  associate(InitialContactId: string, SourceContactId: string, RehydrationType: RehydrationType) {
    return this.connect.send(
      new CreatePersistentContactAssociationCommand({
        InstanceId,
        InitialContactId,
        SourceContactId,
        RehydrationType,
      }),
    );
  }

  stop(ContactId: string) {
    return this.connect.send(new StopContactCommand({ InstanceId, ContactId }));
  }

  async describe(ContactId: string): Promise<Contact> {
    const { Contact } = await this.connect.send(
      new DescribeContactCommand({ InstanceId, ContactId }),
    );
    assert.ok(Contact);
    return Contact;
  }
}

/** Whether an error has this name, and this in its message. */
export const rejected = (name: string, part: RegExp) => (error: Error) =>
  error.name === name && part.test(error.message);
