import {
  type ConnectClient,
  ListRealtimeContactAnalysisSegmentsV2Command,
  type RealtimeContactAnalysisSegment,
} from "@aws-sdk/client-connect";
import { Failure } from "../domain/failure";
import type { LiveChat } from "../domain/gateway";
import type { Caller } from "./caller";
import { allPages } from "./listings";
import { nonEmpty, present } from "./present";

interface Of {
  readonly instanceId: string;
  readonly contactId: string;
}

/** What Contact Lens has of an active chat (domain.md §3.2). */
export async function readLiveChat(
  connect: Caller<ConnectClient>,
  of: Of,
  signal: AbortSignal,
): Promise<LiveChat> {
  try {
    return { kind: "heard", items: (await listSegments(connect, of, signal)).flatMap(toItem) };
  } catch (error) {
    if (error instanceof Failure && error.kind === "notFound") return { kind: "notAnalysed" };
    throw error;
  }
}

const listSegments = (
  connect: Caller<ConnectClient>,
  { instanceId, contactId }: Of,
  signal: AbortSignal,
): Promise<readonly RealtimeContactAnalysisSegment[]> =>
  allPages((page) => {
    const command = new ListRealtimeContactAnalysisSegmentsV2Command({
      InstanceId: instanceId,
      ContactId: contactId,
      OutputType: "Raw",
      SegmentTypes: ["Transcript", "Event", "Attachments"],
      MaxResults: 100,
      ...page,
    });
    return connect.call(
      {
        operation: "ListRealtimeContactAnalysisSegmentsV2",
        send: (client, options) => client.send(command, options),
        read: ({ Segments = [], NextToken }) => ({
          items: Segments,
          nextToken: nonEmpty(NextToken),
        }),
      },
      signal,
    );
  });

/** A segment in the words of a transcript file (domain.md §3.5); one of a type that was not asked for is none. */
function toItem({ Transcript, Event, Attachments }: RealtimeContactAnalysisSegment): object[] {
  const said = Transcript ?? Event ?? Attachments;
  if (said === undefined) return [];
  const { Id, ParticipantId, ParticipantRole, DisplayName, Time } = said;
  return [
    present({
      Id,
      ParticipantId,
      ParticipantRole,
      DisplayName,
      AbsoluteTime: Time?.AbsoluteTime?.toISOString(),
      ...(Transcript && {
        Type: "MESSAGE",
        ContentType: Transcript.ContentType ?? "text/plain",
        Content: Transcript.Content,
      }),
      ...(Event && { Type: "EVENT", ContentType: Event.EventType }),
      ...(Attachments && { Type: "ATTACHMENT", Attachments: Attachments.Attachments }),
    }),
  ];
}
