import type {
  Contact,
  DescribeContactRequest,
  DescribeContactResponse,
} from "@aws-sdk/client-connect";
import { unchanging } from "../jsonText";
import {
  arnWithin,
  endOf,
  findContact,
  findInstance,
  secondsOf,
  transcriptOf,
  type Transcript,
} from "../records";
import type { State } from "../state";
import { toSeconds, type Run, type ToWire } from "../wire";
import type { ContactRecord, InstanceRecord } from "../world";

/** A contact as it is now. */
interface Told {
  readonly contact: ContactRecord;
  readonly endedAt: number | undefined;
  readonly transcript: Transcript;
}

/** A transcript is listed once its file is there; media stream `CHAT` isn't in the SDK's enum (domain.md §3.2). */
const recordingsOf = ({
  contact,
  endedAt,
  transcript,
}: Told): ToWire<Pick<Contact, "Recordings">> => {
  if (transcript.kind !== "stored" && transcript.kind !== "deleted") return {};
  const recording = {
    StorageType: "S3",
    Location: transcript.location,
    MediaStreamType: "CHAT",
    StartTimestamp: toSeconds(contact.initiatedAt),
    StopTimestamp: secondsOf(endedAt),
  };
  return transcript.kind === "stored"
    ? { Recordings: [{ ...recording, Status: "AVAILABLE" }] }
    : {
        Recordings: [
          { ...recording, Status: "DELETED", DeletionReason: "The transcript was deleted." },
        ],
      };
};

const handlingOf = (contact: ContactRecord): ToWire<Pick<Contact, "QueueInfo" | "AgentInfo">> => ({
  ...(contact.queueId !== undefined && {
    QueueInfo: { Id: contact.queueId, EnqueueTimestamp: secondsOf(contact.enqueuedAt) },
  }),
  ...(contact.agentId !== undefined && {
    AgentInfo: {
      Id: contact.agentId,
      ConnectedToAgentTimestamp: secondsOf(contact.connectedToAgentAt),
    },
  }),
});

const made = (
  { world }: State,
  instance: InstanceRecord,
  told: Told,
): ToWire<DescribeContactResponse> => {
  const { contact, endedAt } = told;
  return {
    Contact: {
      Arn: arnWithin(world, instance, "contact", contact.id),
      Id: contact.id,
      InitialContactId: contact.initialContactId,
      PreviousContactId: contact.previousContactId,
      RelatedContactId: contact.relatedContactId,
      InitiationMethod: contact.initiationMethod,
      Channel: contact.channel,
      ...handlingOf(contact),
      InitiationTimestamp: toSeconds(contact.initiatedAt),
      DisconnectTimestamp: secondsOf(endedAt),
      LastUpdateTimestamp: toSeconds(endedAt ?? contact.initiatedAt),
      DisconnectReason: endedAt === undefined ? undefined : contact.disconnectReason,
      SegmentAttributes: { "connect:Subtype": { ValueString: contact.subtype } },
      Attributes: contact.attributes,
      Tags: { "aws:connect:instanceId": instance.id, ...contact.tags },
      ...recordingsOf(told),
    },
  };
};

export const describeContact: Run<DescribeContactRequest, DescribeContactResponse> = (
  { InstanceId, ContactId },
  state,
) => {
  const instance = findInstance(state, InstanceId);
  const contact = findContact(instance, ContactId);
  const endedAt = endOf(contact, state.clock.now());
  const transcript = transcriptOf(state, instance, contact);
  // All that changes by itself; the rest of a contact changes by requests only.
  const from = [
    state.changes,
    endedAt,
    transcript.kind,
    contact.queueId,
    contact.enqueuedAt,
    contact.agentId,
    contact.connectedToAgentAt,
  ];
  return state.descriptions.of(contact, from, () =>
    unchanging(made(state, instance, { contact, endedAt, transcript })),
  );
};
