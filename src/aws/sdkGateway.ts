import {
  type ConnectClient,
  DescribeContactCommand,
  DescribeInstanceCommand,
} from "@aws-sdk/client-connect";
import type { AssociationAnswer, AssociationIntent } from "../domain/association";
import type { Contact, Instance } from "../domain/contact";
import type {
  AssociatedContact,
  ConnectGateway,
  ContactPage,
  LiveChat,
  PageRequest,
  ReadProgress,
  TranscriptFile,
} from "../domain/gateway";
import type { ChatIntent, ContactFlow, CustomerChat } from "../domain/testChat/customerChat";
import { associate } from "./associate";
import type { Caller } from "./caller";
import { toContact, toContactPage, toInstance } from "./fromSdk";
import {
  findTranscriptStorage,
  listAgentNames,
  listAssociatedContacts,
  listChatFlows,
  listQueueNames,
} from "./listings";
import { readLiveChat } from "./liveChat";
import type { ServiceRecord } from "../domain/serviceRecord";
import { readServiceRecord } from "./serviceRecords";
import { searchCommand } from "./search";
import { SharedRead } from "./sharedRead";
import type { StartedChat } from "./customerChat/startChat";
import { startChat } from "./customerChat/startChat";
import { readFlowContent } from "./flowContent";
import type { StoredFiles } from "./storedFiles";

export interface GatewayParts {
  readonly instanceId: string;
  readonly connect: Caller<ConnectClient>;
  readonly files: StoredFiles;
  /** Opens the customer's side of a chat that was started. */
  readonly customerChat: (started: StartedChat) => CustomerChat;
  readonly close: () => void;
}

/** {@link ConnectGateway} on the AWS SDK. */
export class SdkGateway implements ConnectGateway {
  private readonly agents = new SharedRead("ListUsers", (signal) =>
    listAgentNames(this.parts.connect, this.parts.instanceId, signal),
  );
  private readonly queues = new SharedRead("ListQueues", (signal) =>
    listQueueNames(this.parts.connect, this.parts.instanceId, signal),
  );
  private readonly storage = new SharedRead("ListInstanceStorageConfigs", (signal) =>
    findTranscriptStorage(this.parts.connect, this.parts.instanceId, signal),
  );
  private readonly instance = new SharedRead("DescribeInstance", (signal) =>
    this.readInstance(signal),
  );

  constructor(private readonly parts: GatewayParts) {}

  searchChats(request: PageRequest, signal: AbortSignal): Promise<ContactPage> {
    const command = searchCommand(this.parts.instanceId, request);
    return this.parts.connect.call(
      {
        operation: "SearchContacts",
        isBackground: request.isBackground === true,
        send: (client, options) => client.send(command, options),
        read: (output, dropped) => toContactPage(output, dropped),
      },
      signal,
    );
  }

  describeContact(contactId: string, signal: AbortSignal): Promise<Contact> {
    const { instanceId: InstanceId } = this.parts;
    const command = new DescribeContactCommand({ InstanceId, ContactId: contactId });
    return this.parts.connect.call(
      {
        operation: "DescribeContact",
        send: (client, options) => client.send(command, options),
        read: ({ Contact }) => toContact(Contact),
      },
      signal,
    );
  }

  associatedContacts(
    contactId: string,
    signal: AbortSignal,
  ): Promise<readonly AssociatedContact[]> {
    const { connect, instanceId: InstanceId } = this.parts;
    return listAssociatedContacts(connect, { InstanceId, ContactId: contactId }, signal);
  }

  associate(intent: AssociationIntent, signal: AbortSignal): Promise<AssociationAnswer> {
    const { connect, instanceId } = this.parts;
    return associate(connect, { instanceId, intent }, signal);
  }

  transcriptFile(
    contact: Contact,
    signal: AbortSignal,
    onProgress?: ReadProgress,
  ): Promise<TranscriptFile> {
    const { storedTranscript: stored } = contact;
    switch (stored.kind) {
      case "deleted":
        return Promise.resolve(stored);
      case "stored":
        return this.parts.files.read(stored, signal, onProgress);
      case "notListed":
        return this.unlistedFile(contact, signal, onProgress);
    }
  }

  async redactedTranscript(
    contact: Contact,
    signal: AbortSignal,
  ): Promise<TranscriptFile | undefined> {
    const storage = await this.storage.get(signal);
    const location = storage && (await this.parts.files.findRedacted(storage, contact, signal));
    return location && this.parts.files.read(location, signal);
  }

  liveChat(contactId: string, signal: AbortSignal): Promise<LiveChat> {
    const { connect, instanceId } = this.parts;
    return readLiveChat(connect, { instanceId, contactId }, signal);
  }

  chatFlows(signal: AbortSignal): Promise<readonly ContactFlow[]> {
    return listChatFlows(this.parts.connect, this.parts.instanceId, signal);
  }

  flowContent(flowId: string, signal: AbortSignal): Promise<string> {
    const { connect, instanceId } = this.parts;
    return readFlowContent(connect, { instanceId, flowId }, signal);
  }

  async startChat(intent: ChatIntent, signal: AbortSignal): Promise<CustomerChat> {
    const { connect, instanceId, customerChat } = this.parts;
    return customerChat(await startChat(connect, instanceId, intent, signal));
  }

  agentNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    return this.agents.get(signal);
  }

  queueNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    return this.queues.get(signal);
  }

  describeInstance(signal: AbortSignal): Promise<Instance> {
    return this.instance.get(signal);
  }

  serviceRecord(record: ServiceRecord, signal: AbortSignal): Promise<unknown> {
    return readServiceRecord(this.parts, record, signal);
  }

  dispose(): void {
    this.parts.close();
  }

  private readInstance(signal: AbortSignal): Promise<Instance> {
    const command = new DescribeInstanceCommand({ InstanceId: this.parts.instanceId });
    return this.parts.connect.call(
      {
        operation: "DescribeInstance",
        send: (client, options) => client.send(command, options),
        read: (output) => toInstance(output.Instance),
      },
      signal,
    );
  }

  /** Looks where the instance keeps its transcripts, for a contact whose record does not say it. */
  private async unlistedFile(
    contact: Contact,
    signal: AbortSignal,
    onProgress?: ReadProgress,
  ): Promise<TranscriptFile> {
    const storage = await this.storage.get(signal);
    if (storage === undefined) return { kind: "noStorage" };
    const location = await this.parts.files.find(storage, contact, signal);
    return location === undefined
      ? { kind: "missing", bucket: storage.bucket }
      : this.parts.files.read(location, signal, onProgress);
  }
}
