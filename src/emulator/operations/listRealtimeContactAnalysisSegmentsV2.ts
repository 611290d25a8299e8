import type {
  ListRealtimeContactAnalysisSegmentsV2Request,
  ListRealtimeContactAnalysisSegmentsV2Response,
  RealTimeContactAnalysisSegmentType,
} from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { pageOf, queryOf } from "../paging";
import { endOf, findContact, findInstance } from "../records";
import { saidDuring } from "../said";
import type { TranscriptItem } from "../seed/transcript";
import type { Run } from "../wire";

const DEFAULT_PAGE = 100;

/** A segment under its type; its times are ISO 8601, unlike those of Connect's other answers (service model). */
type Segment = Partial<Record<RealTimeContactAnalysisSegmentType, object>>;

type Answer = Omit<ListRealtimeContactAnalysisSegmentsV2Response, "Segments"> & {
  readonly Segments: readonly Segment[];
};

const segmentOf = (item: TranscriptItem): Segment => {
  const common = {
    Id: item.Id,
    ParticipantId: item.ParticipantId,
    ParticipantRole: item.ParticipantRole,
    DisplayName: item.DisplayName,
    Time: { AbsoluteTime: item.AbsoluteTime },
  };
  switch (item.Type) {
    case "EVENT":
      return { Event: { ...common, EventType: item.ContentType } };
    case "ATTACHMENT":
      return { Attachments: { ...common, Attachments: item.Attachments } };
    case "MESSAGE":
      return { Transcript: { ...common, Content: item.Content, ContentType: item.ContentType } };
  }
};

/** As long as there is something to read, also after the chat's end. */
export const listRealtimeContactAnalysisSegmentsV2: Run<
  ListRealtimeContactAnalysisSegmentsV2Request,
  Answer
> = ({ InstanceId, ContactId, OutputType, SegmentTypes, MaxResults, NextToken }, state) => {
  const instance = findInstance(state, InstanceId);
  const contact = findContact(instance, ContactId);
  if (contact.channel !== "CHAT") {
    throw new AwsError("InvalidRequestException", `Contact ${contact.id} is not a chat.`);
  }
  if (!instance.enabled.has("CONTACT_LENS")) {
    throw new AwsError("ResourceNotFoundException", `Contact ${contact.id} is not analysed.`);
  }
  if (OutputType === "Redacted") {
    throw new AwsError("OutputTypeNotFoundException", "Nothing is redacted.");
  }
  const wanted = new Set<string>(SegmentTypes);
  const segments = saidDuring(state, instance, contact)
    .map(segmentOf)
    .filter((segment) => Object.keys(segment).some((type) => wanted.has(type)));
  const page = pageOf(segments, {
    query: queryOf("ListRealtimeContactAnalysisSegmentsV2", contact.id, [...wanted].sort()),
    size: MaxResults ?? DEFAULT_PAGE,
    token: NextToken,
  });
  return {
    Channel: "CHAT",
    Status: endOf(contact, state.clock.now()) === undefined ? "IN_PROGRESS" : "COMPLETED",
    Segments: page.items,
    NextToken: page.nextToken,
  };
};
