import { l10n } from "vscode";
import type { CheckVerdict } from "../domain/checks";
import type { Finding, FindingId } from "../domain/doctor/finding";
import { absenceText } from "./absences";
import { checkAdvice, checkText } from "./checks";
import { shortId } from "./contacts";
import { describeFailure } from "./failures";

type Of<Id extends FindingId> = Extract<Finding, { id: Id }>;

/** A finding as a person reads it. */
export interface FindingText {
  readonly text: string;
  /** What to do, or what it means; absent where there is nothing to say. */
  readonly advice?: string;
}

type Wordings = { readonly [Id in FindingId]: (finding: Of<Id>) => FindingText };

const said = (text: string, advice?: string): FindingText => ({
  text,
  ...(advice !== undefined && { advice }),
});

const isOk = ({ verdict }: Finding): boolean => verdict === "ok";

function contactIsKnown({ about, contactId, failure }: Of<"contactIsKnown">): FindingText {
  const id = shortId(contactId);
  if (failure === undefined)
    return said(
      about === "chat"
        ? l10n.t("The chat {0} is known to this instance", id)
        : l10n.t("The past contact {0} is known to this instance", id),
    );
  if (failure.kind !== "notFound")
    return said(l10n.t("The contact {0} could not be read", id), describeFailure(failure).meaning);
  return said(
    about === "chat"
      ? l10n.t("The chat {0} is not known to this instance", id)
      : l10n.t("The past contact {0} is not known to this instance", id),
    l10n.t(
      "Check that the id has no typing mistake and is of this instance and Region. Records are kept for 24 months.",
    ),
  );
}

const chatIsActive = ({ endedAt }: Of<"chatIsActive">): FindingText =>
  endedAt === undefined
    ? said(l10n.t("The chat is active"))
    : said(
        l10n.t("The chat has ended; whether its history was asked for before is not known"),
        l10n.t(
          "Usually only an active chat can get a history. Start a new chat and continue in it.",
        ),
      );

function chatIsLinked({ verdict, lead, isActive }: Of<"chatIsLinked">): FindingText {
  if (verdict === "ok")
    return said(
      l10n.t("The chat has a link to a past contact"),
      l10n.t(
        "A link made by StartChatContact's RelatedContactId looks the same and brings nothing back. Only the API's answer, the event chat.rehydrated or past items in GetTranscript prove it.",
      ),
    );
  const text = l10n.t("The chat has no link to a past contact: it was not continued from any");
  if (verdict === "unknown")
    return said(
      text,
      l10n.t("What else was found may be why, or the flow has not come there yet."),
    );
  if (lead?.by === "attribute")
    return said(
      text,
      l10n.t(
        "The id was there, but nothing used it. See whether the flow runs the block Create persistent contact association, reads $.Attributes.{0}, and what its Error branch does.",
        lead.name,
      ),
    );
  return said(
    text,
    isActive
      ? l10n.t("Nothing is brought back by itself. Continue a past chat here while it is active.")
      : l10n.t(
          "Nothing is brought back by itself: whoever starts a chat has to name the past contact, in StartChatContact, in a flow block or with CreatePersistentContactAssociation.",
        ),
  );
}

const attributeTexts: Readonly<Record<Of<"attributeNamesContact">["state"], () => FindingText>> = {
  named: () => said(l10n.t("An attribute of the chat holds the id of a past contact")),
  notAnId: () =>
    said(
      l10n.t("The attribute for the past contact holds no contact id"),
      l10n.t("Put the contact id itself into the attribute before the flow reaches its block."),
    ),
  notSet: () =>
    said(
      l10n.t("The chat has none of the attributes that the flows read a past contact's id from"),
      l10n.t("Set the attribute that the chat's flow reads when the chat is started."),
    ),
  otherForm: () =>
    said(
      l10n.t("The attribute names the past contact by an ARN or address, not by its id"),
      l10n.t("Put the contact id itself into the attribute; only that is documented."),
    ),
  none: () =>
    said(
      l10n.t("No attribute of the chat holds the id of another contact"),
      l10n.t("A flow block that reads the id from an attribute finds none. Other ways need none."),
    ),
  unread: () => said(l10n.t("The attributes of the chat could not be read")),
};

function idIsRightForType(finding: Of<"idIsRightForType">): FindingText {
  const { verdict, initialContactId, isTypeKnown } = finding;
  if (verdict === "ok")
    return said(
      isTypeKnown
        ? l10n.t("The past contact's id is right for the rehydration type")
        : l10n.t("The past contact's id is right for either rehydration type"),
    );
  const advice = l10n.t(
    "ENTIRE_PAST_SESSION takes the session's initial contact, {0}. What the service does with another one is not documented.",
    initialContactId,
  );
  return isTypeKnown
    ? said(l10n.t("The past contact is not the initial contact of its session"), advice)
    : said(
        l10n.t("The id is right for FROM_SEGMENT only; which type the flow uses can't be seen"),
        advice,
      );
}

function transcriptIsThere({ content, contact }: Of<"transcriptIsThere">): FindingText {
  const id = shortId(contact.id);
  if (content.kind === "transcript" || content.kind === "live")
    return said(l10n.t("The transcript of {0} is there", id));
  const { title, text } = absenceText(content, contact);
  return said(`${title}: ${id}`, text);
}

function transcriptsAreStoredOnce(finding: Of<"transcriptsAreStoredOnce">): FindingText {
  if (isOk(finding)) return said(l10n.t("The instance stores chat transcripts in one bucket"));
  if (!finding.isRead)
    return said(l10n.t("Where the instance stores chat transcripts could not be read"));
  if (finding.buckets.length === 0)
    return said(
      l10n.t("The instance stores no chat transcripts"),
      absenceText({ kind: "noStorage" }).text,
    );
  return said(
    l10n.t("The instance stores chat transcripts in several buckets"),
    l10n.t("Persistent chat does not support that. Keep one storage for chat transcripts."),
  );
}

const wordings: Wordings = {
  rule: ({ check }) =>
    said(checkText(check), check.verdict === "ok" ? undefined : checkAdvice(check)),
  contactIsKnown,
  chatIsActive,
  chatIsLinked,
  attributeNamesContact: ({ state }) => attributeTexts[state](),
  idIsRightForType,
  transcriptIsThere,
  olderTranscriptsAreListed: (finding) =>
    isOk(finding)
      ? said(l10n.t("The contacts before it have transcripts, too"))
      : said(
          l10n.t(
            "No transcript is stored for contacts before it: {0}",
            finding.contactIds.map(shortId).join(", "),
          ),
          l10n.t("Their part usually does not come back."),
        ),
  transcriptsAreStoredOnce,
  flowHasBlock: (finding) => {
    if (isOk(finding))
      return said(l10n.t("A flow that chats begin with continues past chats with its block"));
    return finding.isRead
      ? said(
          l10n.t("No flow that chats begin with has the block that continues past chats"),
          l10n.t("Another flow may have it, or the API may be called. One of them has to be."),
        )
      : said(l10n.t("The flows that chats begin with could not be read"));
  },
  contactLensListens: (finding) =>
    said(
      isOk(finding)
        ? l10n.t("Contact Lens listens to the chat")
        : l10n.t("Whether Contact Lens listened to the chat is not known"),
      l10n.t(
        "History is read from the bucket of chat transcripts, not from what Contact Lens keeps, so it should make no difference.",
      ),
    ),
  callsAreAllowed: ({ denied }) =>
    denied.length === 0
      ? said(
          l10n.t("Every call that this report needed was allowed"),
          l10n.t("Whether CreatePersistentContactAssociation is allowed was not tried."),
        )
      : said(
          l10n.t(
            "No permission for {0}",
            [...new Set(denied.map((each) => each.operation))].join(", "),
          ),
          l10n.t("Ask for the permission, or choose a profile that has it."),
        ),
};

export function findingText<Id extends FindingId>(
  finding: Of<Id> & { readonly id: Id },
): FindingText {
  const wording: (finding: Of<Id>) => FindingText = wordings[finding.id];
  return wording(finding);
}

/** The verdict of a check that was made, in a word. */
export function checkedWord(verdict: CheckVerdict): string {
  switch (verdict) {
    case "ok":
      return l10n.t("Passed");
    case "problem":
      return l10n.t("Failed");
    case "unknown":
      return l10n.t("Unknown");
  }
}
