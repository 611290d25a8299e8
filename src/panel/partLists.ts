import { l10n } from "vscode";
import type { Contact } from "../domain/contact";
import type { Names } from "../wording/contacts";
import { beginningLabel, handledBy, shortId } from "../wording/contacts";
import { leftOutReason } from "../wording/plans";
import type { Taken } from "./carriedParts";
import type { PartList } from "./protocol";
import { spanText } from "./rows";

/** What a chat has of the past, or would have, and what not: oldest first. */
export function partLists(taken: Taken, names: Names, isMade: boolean): readonly PartList[] {
  const about = (contact: Contact, ...more: readonly string[]) => ({
    contactId: contact.id,
    shortId: shortId(contact.id),
    text: [handledBy(contact, names), beginningLabel(contact), ...more].join(" · "),
    title: `${contact.id}\n${spanText(contact)}`,
  });
  const empty = taken.unknown ? l10n.t("Not known") : l10n.t("Nothing");
  return [
    {
      part: "carried",
      title: isMade ? l10n.t("Carried") : l10n.t("Would be carried"),
      empty,
      contacts: taken.carried.toReversed().map((contact) => about(contact)),
    },
    {
      part: "leftOut",
      title: isMade ? l10n.t("Left out") : l10n.t("Would be left out"),
      empty,
      contacts: taken.leftOut
        .toReversed()
        .map(({ contact, reason }) => about(contact, leftOutReason(reason))),
    },
  ];
}
