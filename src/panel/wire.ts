import type { AssociationAnswer, AssociationIntent } from "../domain/association";
import type { Failure } from "../domain/failure";
import type { AssociationReport } from "./content";

/** A request or a response: its first line, and what follows. */
export interface WireText {
  readonly line: string;
  readonly body: string;
}

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** The request as it goes over the wire (domain.md §1.1): the current chat is in the path, under a name that misleads. */
export const requestText = (intent: AssociationIntent, instanceId: string): WireText => ({
  line: `POST /contact/persistent-contact-association/${encodeURIComponent(instanceId)}/${encodeURIComponent(intent.currentContactId)}`,
  body: json({
    RehydrationType: intent.rehydrationType,
    SourceContactId: intent.sourceContactId,
    ClientToken: intent.clientToken,
  }),
});

/** The response; undefined while there is none, or where none came. */
export function responseText({ outcome }: AssociationReport): WireText | undefined {
  switch (outcome.kind) {
    case "pending":
    case "recorded":
      return undefined;
    case "done":
      return answerText(outcome.answer);
    case "found":
    case "failed":
      return failureText(outcome.failure);
  }
}

const answerText = ({ continuedFromContactId, requestId }: AssociationAnswer): WireText => ({
  line: withRequestId("HTTP 200", requestId),
  body: json({ ContinuedFromContactId: continuedFromContactId }),
});

function failureText({ answer }: Failure): WireText | undefined {
  const { status, name, message, requestId } = answer;
  return status === undefined
    ? undefined
    : {
        line: withRequestId(`HTTP ${status}\nx-amzn-errortype: ${name}`, requestId),
        body: json({ Message: message }),
      };
}

const withRequestId = (line: string, requestId: string | undefined): string =>
  requestId === undefined ? line : `${line}\nx-amzn-requestid: ${requestId}`;

export const wholeText = ({ line, body }: WireText): string => `${line}\n\n${body}`;
