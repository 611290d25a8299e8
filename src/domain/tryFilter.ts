import type { Named } from "./chatFilter";
import type { Try, TryResult } from "./tries";
import { continuedFromOf, resultOf } from "./tries";

/** Which tries are listed; what is empty lets everything through. */
export interface TryFilter {
  readonly results: readonly TryResult[];
  readonly connections: readonly Named[];
  /** A contact's id in small letters, or a part of one. */
  readonly contactId: string;
}

export const noTryFilter: TryFilter = { results: [], connections: [], contactId: "" };

export const narrowsTries = ({ results, connections, contactId }: TryFilter): boolean =>
  results.length > 0 || connections.length > 0 || contactId !== "";

export const passes = (tried: Try, { results, connections, contactId }: TryFilter): boolean =>
  (results.length === 0 || results.includes(resultOf(tried))) &&
  (connections.length === 0 || connections.some(({ id }) => id === tried.connection.id)) &&
  contactIdsOf(tried).some((id) => id.includes(contactId));

/** Of the chats that it was about, and of what came back or was to. */
function contactIdsOf(tried: Try): readonly string[] {
  const { intent, plan } = tried;
  const made = continuedFromOf(tried);
  return [
    intent.currentContactId,
    intent.sourceContactId,
    made,
    ...plan.carried.map(({ id }) => id),
  ].filter((id) => id !== undefined);
}
