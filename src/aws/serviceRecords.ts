import {
  type ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  type InstanceStorageResourceType,
  ListContactReferencesCommand,
  ListInstanceStorageConfigsCommand,
} from "@aws-sdk/client-connect";
import type { ServiceRecord } from "../domain/serviceRecord";
import type { Caller } from "./caller";
import { UnreadableAnswer } from "./failureOf";
import { nonEmpty } from "./present";

interface Source {
  readonly connect: Caller<ConnectClient>;
  readonly instanceId: string;
}

/** The service's answer as it is, with dates in place of its numbers; what it leaves out is left out. */
export async function readServiceRecord(
  source: Source,
  record: ServiceRecord,
  signal: AbortSignal,
): Promise<unknown> {
  switch (record.kind) {
    case "contact":
      return contactOf(source, record.contactId, signal);
    case "attributes":
      return attributesOf(source, record.contactId, signal);
    case "references":
      return referencesOf(source, record.contactId, signal);
    case "storage": {
      const [transcripts, attachments] = await Promise.all([
        storageOf(source, "CHAT_TRANSCRIPTS", signal),
        storageOf(source, "ATTACHMENTS", signal),
      ]);
      return { CHAT_TRANSCRIPTS: transcripts, ATTACHMENTS: attachments };
    }
  }
}

const contactOf = ({ connect, instanceId }: Source, contactId: string, signal: AbortSignal) => {
  const command = new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId });
  return connect.call(
    {
      operation: "DescribeContact",
      send: (client, options) => client.send(command, options),
      read: ({ Contact }) => {
        if (Contact === undefined) throw new UnreadableAnswer("The answer has no contact");
        return Contact;
      },
    },
    signal,
  );
};

/** They are kept at the session's first contact (domain.md §3.2). */
async function attributesOf(source: Source, contactId: string, signal: AbortSignal) {
  const { InitialContactId } = await contactOf(source, contactId, signal);
  const command = new GetContactAttributesCommand({
    InstanceId: source.instanceId,
    InitialContactId: nonEmpty(InitialContactId) ?? contactId,
  });
  return source.connect.call(
    {
      operation: "GetContactAttributes",
      send: (client, options) => client.send(command, options),
      read: ({ Attributes = {} }) => Attributes,
    },
    signal,
  );
}

/** One page: the token is never used (domain.md §3.2). */
const referencesOf = ({ connect, instanceId }: Source, contactId: string, signal: AbortSignal) => {
  const command = new ListContactReferencesCommand({
    InstanceId: instanceId,
    ContactId: contactId,
    // As many types as one call takes; the others are those of e-mails and of Contact Lens.
    ReferenceTypes: ["ATTACHMENT", "DATE", "EMAIL", "NUMBER", "STRING", "URL"],
  });
  return connect.call(
    {
      operation: "ListContactReferences",
      send: (client, options) => client.send(command, options),
      read: ({ ReferenceSummaryList = [] }) => ReferenceSummaryList,
    },
    signal,
  );
};

/** One page: the service supports one store of chat transcripts (domain.md §1.5). */
const storageOf = (
  { connect, instanceId }: Source,
  type: InstanceStorageResourceType,
  signal: AbortSignal,
) => {
  const command = new ListInstanceStorageConfigsCommand({
    InstanceId: instanceId,
    ResourceType: type,
    MaxResults: 10,
  });
  return connect.call(
    {
      operation: "ListInstanceStorageConfigs",
      send: (client, options) => client.send(command, options),
      read: ({ StorageConfigs = [] }) => StorageConfigs,
    },
    signal,
  );
};
