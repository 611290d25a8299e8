import type { ContactSummary } from "./contact";

/**
 * The contacts of one session in the order in which they followed each other: by `previousContactId`, else by time. Each
 * contact comes out once, whatever the links say; the answer does not depend on the order in which they came.
 */
export function inSessionOrder<C extends ContactSummary>(contacts: C[]): C[] {
  // The service gives the newest first, so that there is mostly nothing left to sort or to follow.
  const byTime = contacts.every(isInTime) ? contacts : contacts.sort(byInitiation);
  return byTime.every(followsOne) ? byTime : byLinks(byTime);
}

const byInitiation = (a: ContactSummary, b: ContactSummary): number =>
  a.initiatedAt - b.initiatedAt || (a.id < b.id ? -1 : 1);

const isInTime = (
  contact: ContactSummary,
  index: number,
  all: readonly ContactSummary[],
): boolean => {
  const before = all[index - 1];
  return before === undefined || byInitiation(before, contact) < 0;
};

/** True where a contact's link agrees with its place in time, as it does for nearly all. */
const followsOne = (
  { previousContactId }: ContactSummary,
  index: number,
  all: readonly ContactSummary[],
): boolean => previousContactId === undefined || previousContactId === all[index - 1]?.id;

/** Goes through the contacts by time and puts before each what it links back to, as far as that is not placed yet. */
function byLinks<C extends ContactSummary>(byTime: readonly C[]): C[] {
  const rest = new Map(byTime.map((contact) => [contact.id, contact]));
  const ordered: C[] = [];
  for (const contact of byTime) {
    const path: C[] = [];
    for (
      let at: C | undefined = rest.get(contact.id);
      at !== undefined;
      at = at.previousContactId === undefined ? undefined : rest.get(at.previousContactId)
    ) {
      rest.delete(at.id);
      path.push(at);
    }
    for (const placed of path.reverse()) ordered.push(placed);
  }
  return ordered;
}
