import type { Check, CheckVerdict } from "../checks";
import type { Contact } from "../contact";
import { Failure } from "../failure";
import type { Lineage } from "../history";
import { contentOf } from "../readTranscripts";
import type { TranscriptContent } from "../transcript";
import type { Complaint, Evidence, PastEvidence } from "./evidence";
import type { KnownContacts } from "./exhibits";
import { answerExhibits, checkExhibits, endOf, exhibit, fileExhibits } from "./exhibits";
import type { Finding } from "./finding";
import { pastPlan } from "./pastPlan";

/** Whether the service knows a contact of this instance; `failure` is what it answered where it does not. */
export function contactIsKnown(
  about: "chat" | "past",
  contactId: string,
  failure?: Failure,
): Finding {
  const verdict =
    failure === undefined ? "ok" : failure.kind === "notFound" ? "problem" : "unknown";
  return {
    id: "contactIsKnown",
    verdict,
    about,
    contactId,
    exhibits:
      failure === undefined
        ? [exhibit("ContactId", contactId)]
        : [exhibit("ContactId", contactId), ...answerExhibits(failure)],
    ...(failure !== undefined && { failure }),
  };
}

/** The rules of persistent chat, held against the chat and the past chat it continues or was to continue. */
export function pastFindings(
  { complaint, past, now }: Evidence,
  chat: Contact,
): readonly Finding[] {
  if (past === undefined) return [];
  const { lead, lineage } = past;
  if (lineage instanceof Failure) return [contactIsKnown("past", lead.contactId, lineage)];
  const plan = pastPlan(complaint, chat, lead, lineage);
  const known = knownContacts(lineage, chat, plan.carried);
  return [
    contactIsKnown("past", lead.contactId),
    ...idFindings(complaint, past, lineage),
    ...plan.checks.flatMap((check) => ruleFindings(check, lead.by === "request", known)),
    ...transcriptFindings(past, plan.continuedFrom, now),
    ...(plan.carried.length > 1 ? olderFindings(plan.checks, plan.continuedFrom, known) : []),
  ];
}

function knownContacts(
  { chains }: Lineage,
  chat: Contact,
  carried: readonly Contact[],
): KnownContacts {
  const contacts = [chat, ...chains.flatMap(({ contacts: all }) => all)];
  return {
    contactOf: (contactId) => contacts.find(({ id }) => id === contactId),
    session: chains[0].contacts,
    carried,
  };
}

/** Of a link, the service chose the contact itself. */
function idFindings(
  { association }: Complaint,
  { lead }: PastEvidence,
  { chains: [{ initialContactId }] }: Lineage,
): readonly Finding[] {
  if (lead.by === "link" || lead.by === "itself") return [];
  const isRight =
    association?.rehydrationType === "FROM_SEGMENT" || lead.contactId === initialContactId;
  const wrong: CheckVerdict = association === undefined ? "unknown" : "problem";
  return [
    {
      id: "idIsRightForType",
      verdict: isRight ? "ok" : wrong,
      about: "past",
      initialContactId,
      isTypeKnown: association !== undefined,
      exhibits: [
        exhibit("RehydrationType", association?.rehydrationType),
        exhibit("SourceContactId", lead.contactId),
        exhibit("InitialContactId", initialContactId, lead.contactId),
      ],
    },
  ];
}

/** Rules of the chat's own state count where the service was asked; else the doctor has findings of its own for them. */
const ofOwnFindings: ReadonlySet<Check["id"]> = new Set<Check["id"]>([
  "currentIsChat",
  "currentIsActive",
  "currentIsNotPersistent",
]);

function ruleFindings(check: Check, isAsked: boolean, known: KnownContacts): readonly Finding[] {
  if (check.id === "transcriptsAreStored" || (!isAsked && ofOwnFindings.has(check.id))) return [];
  const { verdict, id } = check;
  const about = id.startsWith("current") ? "chat" : "past";
  return [{ id: "rule", verdict, about, check, exhibits: checkExhibits(check, known) }];
}

const verdicts: Readonly<Record<TranscriptContent["kind"], CheckVerdict>> = {
  transcript: "ok",
  active: "unknown",
  live: "ok",
  damaged: "problem",
  deleted: "problem",
  failure: "unknown",
  missing: "problem",
  notWrittenYet: "problem",
  tooLarge: "problem",
  // The storage has a finding of its own.
  noStorage: "unknown",
  // Only an export asks for what was redacted.
  notRedacted: "unknown",
};

function transcriptFindings(
  { file }: PastEvidence,
  contact: Contact | undefined,
  now: number,
): readonly Finding[] {
  if (file === undefined || contact === undefined) return [];
  const content: TranscriptContent =
    file instanceof Failure ? { kind: "failure", failure: file } : contentOf(contact, file, now);
  return [
    {
      id: "transcriptIsThere",
      verdict: verdicts[content.kind],
      about: "past",
      contact,
      content,
      exhibits: [...fileExhibits(file), endOf(contact)],
    },
  ];
}

/** That of the continued-from contact is looked at itself. */
function olderFindings(
  checks: readonly Check[],
  continuedFrom: Contact | undefined,
  known: KnownContacts,
): readonly Finding[] {
  const isOlder = (id: string): boolean => id !== continuedFrom?.id;
  return checks.flatMap((check): readonly Finding[] => {
    if (check.id !== "transcriptsAreStored") return [];
    const older = {
      ...check,
      notListed: check.notListed.filter(isOlder),
      deleted: check.deleted.filter(isOlder),
    };
    const contactIds = [...older.notListed, ...older.deleted];
    return [
      {
        id: "olderTranscriptsAreListed",
        verdict: contactIds.length === 0 ? "ok" : "unknown",
        about: "past",
        contactIds,
        exhibits: checkExhibits(older, { ...known, carried: known.carried.slice(1) }),
      },
    ];
  });
}
