import { l10n } from "vscode";
import type { RehydrationType } from "../domain/association";
import { isRehydrationType, rehydrationTypes } from "../domain/association";
import { attributeOf, settersOf } from "../domain/flow/attributes";
import type { Flow, FlowAction } from "../domain/flow/flow";
import type { Fix, FlowProblem, ProblemKind } from "../domain/flow/problem";

type Wording = (...values: readonly string[]) => string;

/** "Usually" stands where Amazon's texts leave open what happens (domain.md §1). */
const wordings: Readonly<Record<ProblemKind, Wording>> = {
  wrongActionType: (type = "") =>
    l10n.t(
      "This action has the parameters of CreatePersistentContactAssociation, but its type is “{0}”. Types are case-sensitive.",
      type,
    ),
  typeMissing: () => l10n.t("RehydrationType is missing: ENTIRE_PAST_SESSION or FROM_SEGMENT."),
  typeUnknown: (type = "") =>
    l10n.t("“{0}” is no rehydration type: ENTIRE_PAST_SESSION or FROM_SEGMENT.", type),
  typeDynamic: () =>
    l10n.t(
      "The rehydration type is usually written into the flow. Whether it can be read from an attribute is not documented.",
    ),
  sourceMissing: () =>
    l10n.t("SourceContactId is missing: the past contact's id, usually read from an attribute."),
  sourceUnreadable: (source = "") =>
    l10n.t(
      "“{0}” is neither a contact id nor a reference such as $.Attributes.previousContactId.",
      source,
    ),
  sourceLiteral: () =>
    l10n.t(
      "Every chat would continue this one past chat and show it to whoever the customer is. Read the id from an attribute.",
    ),
  sourceIsCurrent: () =>
    l10n.t(
      "$.ContactId is the chat that the flow runs in. Only a past chat, which has ended, can be continued.",
    ),
  sourceOfThisChat: (source = "") =>
    l10n.t(
      "{0} is usually a contact of the chat that the flow runs in, and not of a past one.",
      source,
    ),
  attributeMisspelt: (name = "", meant = "") =>
    l10n.t(
      "This flow sets “{1}” and reads “{0}”. The names have to be the same to the letter.",
      name,
      meant,
    ),
  attributeSetLater: (name = "") =>
    l10n.t(
      "This flow sets “{0}”, but not before this action. Here it usually is what the chat was started with.",
      name,
    ),
  attributeNotSet: (name = "") =>
    l10n.t(
      "This flow sets attributes, but not “{0}”. Usually whoever starts the chat passes it.",
      name,
    ),
  flowAttributeNotSet: (name = "") =>
    l10n.t("This flow does not set the flow attribute “{0}”, and no other flow can.", name),
  flowAttributeSetLater: (name = "") =>
    l10n.t("This flow sets the flow attribute “{0}”, but not before this action.", name),
  branchUnknown: (identifier = "") =>
    l10n.t("No action of this flow has the identifier “{0}”.", identifier),
  successMissing: () => l10n.t("This action has no Success branch (NextAction)."),
  errorMissing: () =>
    l10n.t(
      "This action has no Error branch (NoMatchingError). Voice contacts and tasks leave by it, and so does a chat that can't be continued.",
    ),
  twice: (identifier = "") =>
    l10n.t(
      "A chat can be continued only once, and can come here after “{0}” has done it. The second time usually ends in Error.",
      identifier,
    ),
  channelNever: (channels = "") =>
    l10n.t(
      "The flow sends {0} here and no chats. Only chats can be continued; all else leaves by Error.",
      channels,
    ),
  channelToo: (channels = "") =>
    l10n.t(
      "The flow sends {0} here, too. Only chats can be continued; all else leaves by Error.",
      channels,
    ),
  unreachable: () => l10n.t("No way leads from StartAction to this action."),
};

export const problemText = ({ kind, values }: FlowProblem): string => wordings[kind](...values);

export const fixTitle = ({ kind, path, value }: Fix): string =>
  kind === "append"
    ? l10n.t("Add an Error branch that goes on without the history")
    : l10n.t("Set {0} to {1}", String(path.at(-1)), String(value));

const types: Readonly<Record<RehydrationType, () => string>> = {
  ENTIRE_PAST_SESSION: () =>
    l10n.t(
      "ENTIRE_PAST_SESSION: every contact of the past session comes back. SourceContactId is the session's initial contact.",
    ),
  FROM_SEGMENT: () =>
    l10n.t(
      "FROM_SEGMENT: the contact in SourceContactId comes back, and all before it. What came later, such as a survey, is left out.",
    ),
};

export const rehydrationTypeText = (type: RehydrationType): string => types[type]();

/** What there is to know of an action that continues a past chat, of its type or of one of its parameters. */
export function actionLines(
  flow: Flow,
  { parameters }: FlowAction,
  part: "type" | "rehydrationType" | "source",
): readonly string[] {
  const type = parameters["RehydrationType"];
  const typeLines = (isRehydrationType(type) ? [type] : rehydrationTypes).map(rehydrationTypeText);
  switch (part) {
    case "type":
      return [
        l10n.t("Gives the chat that the flow runs in the history of a past chat."),
        l10n.t(
          "For chats only: voice contacts and tasks leave by Error. A chat can be continued only once.",
        ),
        ...typeLines,
      ];
    case "rehydrationType":
      return typeLines;
    case "source":
      return [...sourceLines(flow, parameters["SourceContactId"]), ...typeLines];
  }
}

function sourceLines(flow: Flow, source: unknown): readonly string[] {
  const attribute = attributeOf(source);
  if (attribute === undefined) return [l10n.t("The past contact's id.")];
  const setters = settersOf(flow, attribute.scope).get(attribute.name);
  return setters === undefined
    ? [
        l10n.t(
          "The past contact's id, from an attribute that this flow does not set: usually whoever starts the chat passes it.",
        ),
      ]
    : [
        l10n.t(
          "The past contact's id, from an attribute that this flow sets in {0}.",
          setters.map(({ identifier }) => `“${identifier}”`).join(", "),
        ),
      ];
}
