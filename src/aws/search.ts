import {
  SearchContactsCommand,
  type ContactInitiationMethod,
  type SearchContactsAdditionalTimeRange,
  type SearchCriteria,
} from "@aws-sdk/client-connect";
import type { AttributeCriterion, ChatCriteria } from "../domain/chatFilter";
import type { PageRequest } from "../domain/gateway";
import { present } from "./present";

/** How the service is asked for what has not ended yet (domain.md §3.2). */
const NOT_ENDED: SearchContactsAdditionalTimeRange = {
  Criteria: [{ TimestampCondition: { Type: "DISCONNECT_TIMESTAMP", ConditionType: "NOT_EXISTS" } }],
  MatchType: "MATCH_ALL",
};

/** Chats that began inside the window, newest first, in pages as large as the service gives them. */
export const searchCommand = (
  instanceId: string,
  { window, token, criteria = {} }: PageRequest,
): SearchContactsCommand =>
  new SearchContactsCommand({
    InstanceId: instanceId,
    TimeRange: {
      Type: "INITIATION_TIMESTAMP",
      StartTime: new Date(window.from),
      EndTime: new Date(window.to),
    },
    SearchCriteria: toSearchCriteria(criteria),
    Sort: { FieldName: "INITIATION_TIMESTAMP", Order: "DESCENDING" },
    MaxResults: 100,
    ...(token !== undefined && { NextToken: token }),
  });

const toSearchCriteria = (criteria: ChatCriteria): SearchCriteria => ({
  Channels: ["CHAT"],
  ...present({
    AgentIds: filled(criteria.agentIds),
    QueueIds: filled(criteria.queueIds),
    // An open set: the service says whether it knows a method.
    InitiationMethods: filled(criteria.initiationMethods)?.map(
      (method) => method as ContactInitiationMethod,
    ),
    SearchableContactAttributes: allOf(filled(criteria.attributes)),
    SearchableSegmentAttributes: allOf(
      filled(criteria.subtypes) && [{ key: "connect:Subtype", values: criteria.subtypes ?? [] }],
    ),
    AdditionalTimeRange: criteria.activeOnly === true ? NOT_ENDED : undefined,
  }),
});

/** A copy of a list that asks for something. */
const filled = <Item>(list: readonly Item[] | undefined): Item[] | undefined =>
  list === undefined || list.length === 0 ? undefined : [...list];

const allOf = (attributes: readonly AttributeCriterion[] | undefined) =>
  attributes && {
    Criteria: attributes.map(({ key, values }) => ({ Key: key, Values: [...values] })),
    MatchType: "MATCH_ALL" as const,
  };
