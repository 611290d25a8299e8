import type { ConnectOperation, ParticipantOperation } from "../model/model";
import type { Checked } from "../restJson";
import type { S3Run } from "../s3Objects";
import { completeAttachmentUpload } from "./completeAttachmentUpload";
import { createParticipant } from "./createParticipant";
import { createParticipantConnection } from "./createParticipantConnection";
import { createPersistentContactAssociation } from "./createPersistentContactAssociation";
import { describeContact } from "./describeContact";
import { describeContactFlow } from "./describeContactFlow";
import { describeInstance } from "./describeInstance";
import { describeInstanceAttribute } from "./describeInstanceAttribute";
import { describeInstanceStorageConfig } from "./describeInstanceStorageConfig";
import { describeQueue } from "./describeQueue";
import { describeUser } from "./describeUser";
import { disconnectParticipant } from "./disconnectParticipant";
import { getAttachment } from "./getAttachment";
import { getContactAttributes } from "./getContactAttributes";
import { getObject } from "./getObject";
import { getTranscript } from "./getTranscript";
import { headObject } from "./headObject";
import { listAssociatedContacts } from "./listAssociatedContacts";
import { listContactFlows } from "./listContactFlows";
import { listContactReferences } from "./listContactReferences";
import { listInstances } from "./listInstances";
import { listInstanceStorageConfigs } from "./listInstanceStorageConfigs";
import { listObjectsV2 } from "./listObjectsV2";
import { listQueues } from "./listQueues";
import { listRealtimeContactAnalysisSegmentsV2 } from "./listRealtimeContactAnalysisSegmentsV2";
import { listUsers } from "./listUsers";
import { putObject } from "./putObject";
import { searchContacts } from "./searchContacts";
import { sendEvent } from "./sendEvent";
import { sendMessage } from "./sendMessage";
import { startAttachmentUpload } from "./startAttachmentUpload";
import { startChatContact } from "./startChatContact";
import { startContactStreaming } from "./startContactStreaming";
import { stopContact } from "./stopContact";
import { stopContactStreaming } from "./stopContactStreaming";
import { tagContact } from "./tagContact";
import { updateContactAttributes } from "./updateContactAttributes";

export const connectOperations: Readonly<Record<ConnectOperation, Checked>> = {
  CreateParticipant: createParticipant,
  CreatePersistentContactAssociation: createPersistentContactAssociation,
  DescribeContact: describeContact,
  DescribeContactFlow: describeContactFlow,
  DescribeInstance: describeInstance,
  DescribeInstanceAttribute: describeInstanceAttribute,
  DescribeInstanceStorageConfig: describeInstanceStorageConfig,
  DescribeQueue: describeQueue,
  DescribeUser: describeUser,
  GetContactAttributes: getContactAttributes,
  ListAssociatedContacts: listAssociatedContacts,
  ListContactFlows: listContactFlows,
  ListContactReferences: listContactReferences,
  ListInstances: listInstances,
  ListInstanceStorageConfigs: listInstanceStorageConfigs,
  ListQueues: listQueues,
  ListRealtimeContactAnalysisSegmentsV2: listRealtimeContactAnalysisSegmentsV2,
  ListUsers: listUsers,
  SearchContacts: searchContacts,
  StartChatContact: startChatContact,
  StartContactStreaming: startContactStreaming,
  StopContact: stopContact,
  StopContactStreaming: stopContactStreaming,
  TagContact: tagContact,
  UpdateContactAttributes: updateContactAttributes,
};

export const participantOperations: Readonly<Record<ParticipantOperation, Checked>> = {
  CompleteAttachmentUpload: completeAttachmentUpload,
  CreateParticipantConnection: createParticipantConnection,
  DisconnectParticipant: disconnectParticipant,
  GetAttachment: getAttachment,
  GetTranscript: getTranscript,
  SendEvent: sendEvent,
  SendMessage: sendMessage,
  StartAttachmentUpload: startAttachmentUpload,
};

export const s3Operations = {
  GetObject: getObject,
  HeadObject: headObject,
  ListObjectsV2: listObjectsV2,
  PutObject: putObject,
} as const satisfies Readonly<Record<string, S3Run>>;

export type S3Operation = keyof typeof s3Operations;

/** Every operation that is served, in all services. */
export const operationNames: readonly string[] = [
  ...Object.keys(connectOperations),
  ...Object.keys(participantOperations),
  ...Object.keys(s3Operations),
];
