import type { SearchContactsTimeRange, SearchContactsTimeRangeType } from "@aws-sdk/client-connect";
import { endOf } from "./records";
import { toMilliseconds, type FromWire } from "./wire";
import type { ContactRecord } from "./world";

/** The contact's timestamp of a type, undefined where it has none; `now` decides whether it has ended. */
export const timeOf = (
  contact: ContactRecord,
  type: SearchContactsTimeRangeType,
  now: number,
): number | undefined => {
  switch (type) {
    case "INITIATION_TIMESTAMP":
      return contact.initiatedAt;
    case "CONNECTED_TO_AGENT_TIMESTAMP":
      return contact.connectedToAgentAt;
    case "DISCONNECT_TIMESTAMP":
      return endOf(contact, now);
    case "ENQUEUE_TIMESTAMP":
      return contact.enqueuedAt;
    case "SCHEDULED_TIMESTAMP":
      // No contact of the emulator is scheduled.
      return undefined;
  }
};

/** Milliseconds; the start belongs to the range, the end does not. */
export interface TimeRange {
  readonly type: SearchContactsTimeRangeType;
  readonly start: number;
  readonly end: number;
}

export const timeRangeOf = (range: FromWire<SearchContactsTimeRange>): TimeRange => ({
  type: range.Type,
  start: toMilliseconds(range.StartTime),
  end: toMilliseconds(range.EndTime),
});

export const isWithin = (time: number | undefined, { start, end }: TimeRange): boolean =>
  time !== undefined && time >= start && time < end;
