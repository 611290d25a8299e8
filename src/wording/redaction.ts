import { l10n } from "vscode";
import type { PersonRole } from "../domain/redaction/people";
import type { Hidden, RedactionWords } from "../domain/redaction/redact";

const people: Readonly<Record<PersonRole, (number: number) => string>> = {
  customer: (number) => l10n.t("Customer {0}", number),
  agent: (number) => l10n.t("Agent {0}", number),
  other: (number) => l10n.t("Participant {0}", number),
};

export const redactionWords = (): RedactionWords => ({
  person: (role, number) => people[role](number),
  name: l10n.t("[name]"),
  email: l10n.t("[e-mail address]"),
  phone: l10n.t("[phone number]"),
  card: l10n.t("[card number]"),
  account: l10n.t("[account number]"),
  address: l10n.t("[address]"),
  date: l10n.t("[date]"),
  code: l10n.t("[number]"),
});

/** How much was hidden, in one line. */
export const hiddenText = (hidden: Hidden): string =>
  [
    l10n.t("people: {0}", hidden.person),
    l10n.t("mentions of their names: {0}", hidden.name),
    l10n.t("e-mail addresses: {0}", hidden.email),
    l10n.t("phone numbers: {0}", hidden.phone),
    l10n.t("card numbers: {0}", hidden.card),
    l10n.t("other long numbers: {0}", hidden.account),
    l10n.t("PINs, customer numbers and the like: {0}", hidden.code),
    l10n.t("postal addresses: {0}", hidden.address),
    l10n.t("dates: {0}", hidden.date),
  ].join(", ");

/** Said in every export, so that nobody takes it for more than it is. */
export const redactionNotice = (hidden: Hidden | undefined): string =>
  hidden === undefined
    ? l10n.t("Personal data was not hidden.")
    : l10n.t(
        "Personal data was hidden by its shape ({0}). Something may have been missed: read it before you pass it on.",
        hiddenText(hidden),
      );

/** The same of what Contact Lens redacted. `leftOut`: contacts of which it stored nothing that can be read. */
export const contactLensNotice = (leftOut: number): string =>
  l10n.t(
    "Personal data was redacted by Contact Lens: [PII] stands where it found something. Something may have been missed: read it before you pass it on. Contacts left out: {0}.",
    leftOut,
  );
