import {
  SearchContactsCommand,
  type SearchContactsAdditionalTimeRange,
} from "@aws-sdk/client-connect";
import type { PageRequest } from "../domain/gateway";

/** How the service is asked for what has not ended yet (domain.md §3.2). */
const NOT_ENDED: SearchContactsAdditionalTimeRange = {
  Criteria: [{ TimestampCondition: { Type: "DISCONNECT_TIMESTAMP", ConditionType: "NOT_EXISTS" } }],
  MatchType: "MATCH_ALL",
};

/** Chats that began inside the window, newest first, in pages as large as the service gives them. */
export const searchCommand = (
  instanceId: string,
  { window, token, activeOnly = false }: PageRequest,
): SearchContactsCommand =>
  new SearchContactsCommand({
    InstanceId: instanceId,
    TimeRange: {
      Type: "INITIATION_TIMESTAMP",
      StartTime: new Date(window.from),
      EndTime: new Date(window.to),
    },
    SearchCriteria: {
      Channels: ["CHAT"],
      ...(activeOnly && { AdditionalTimeRange: NOT_ENDED }),
    },
    Sort: { FieldName: "INITIATION_TIMESTAMP", Order: "DESCENDING" },
    MaxResults: 100,
    ...(token !== undefined && { NextToken: token }),
  });
