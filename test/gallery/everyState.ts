import { assembleTranscript } from "../../src/domain/assembleTranscript";
import type { FailureKind } from "../../src/domain/failure";
import { Failure } from "../../src/domain/failure";
import type { Absence } from "../../src/domain/transcript";
import type { AssociationReport, PanelContent } from "../../src/panel/content";
import {
  c1,
  c2,
  c3,
  c4,
  contact,
  continued,
  ids,
  lineage,
  lineageOf,
  minute,
  names,
  previewOf,
  production,
  reportOf,
  sandbox,
  start,
} from "../unit/panel/support/specimens";
import {
  asked,
  chatting,
  continuedChat,
  offers,
  proven,
  survey,
} from "../unit/panel/support/testChats";

/** Names of AWS's errors, as the service or the SDK gives them. */
const errorNames: Readonly<Record<FailureKind, string>> = {
  aborted: "AbortError",
  accessDenied: "AccessDeniedException",
  badAnswer: "SyntaxError",
  clockSkew: "RequestTimeTooSkewed",
  credentials: "CredentialsProviderError",
  expiredCredentials: "ExpiredTokenException",
  invalidRequest: "InvalidRequestException",
  notFound: "ResourceNotFoundException",
  offline: "ECONNREFUSED",
  serviceError: "InternalServiceException",
  throttled: "ThrottlingException",
  wrongRegion: "UnknownEndpoint",
  wrongSignature: "InvalidSignatureException",
};

const failureOf = (kind: FailureKind, operation: string): Failure =>
  new Failure(
    kind,
    operation,
    {
      name: errorNames[kind],
      message: `What the service says of ${errorNames[kind]}.`,
      requestId: "7a1b0c44-55d6-4e0f-9c1c-2f6f1f4f8a10",
      attempts: 3,
    },
    kind === "expiredCredentials" ? { details: { signIn: { kind: "sso", profile: "bank" } } } : {},
  );

const absences: readonly Absence[] = [
  { kind: "active" },
  {
    kind: "active",
    failure: failureOf("accessDenied", "ListRealtimeContactAnalysisSegmentsV2"),
  },
  { kind: "notWrittenYet" },
  { kind: "missing", bucket: "transcripts", key: "connect/bank/ChatTranscripts/2026/11/03/" },
  { kind: "deleted", reason: "Retention of 30 days" },
  { kind: "tooLarge", bytes: 7_340_032 },
  { kind: "noStorage" },
  { kind: "notRedacted" },
  { kind: "damaged", reason: "empty" },
  { kind: "damaged", reason: "notJson" },
  { kind: "damaged", reason: "notATranscript" },
  { kind: "failure", failure: failureOf("accessDenied", "GetObject") },
  { kind: "failure", failure: failureOf("expiredCredentials", "GetObject") },
];

const absent = absences.map((content, index) => ({
  contact: contact(`d${index}000000-0000-4000-8000-000000000000`, {
    initiatedAt: start + index * minute,
    ...(content.kind !== "active" && { endedAt: start + (index + 1) * minute }),
  }),
  content,
}));

const page = (more: Partial<PanelContent>): PanelContent => ({
  connection: production,
  names,
  lineage,
  ...more,
});

const associated = (association: AssociationReport): PanelContent => page({ association });

const pending: AssociationReport = {
  ...reportOf("FROM_SEGMENT", ids.c2),
  outcome: { kind: "pending" },
};

const lost: AssociationReport = {
  ...reportOf("FROM_SEGMENT", ids.c2),
  outcome: {
    kind: "found",
    continuedFromContactId: ids.c2,
    failure: failureOf("offline", "CreatePersistentContactAssociation"),
  },
};

/** The panel before, after and while something is done, by what the picture is called. */
export const states: Readonly<Record<string, PanelContent>> = {
  "Continued from a segment": continued,
  "Continued from another contact than planned": {
    ...continued,
    association: reportOf("ENTIRE_PAST_SESSION", ids.c1, { answer: ids.c2 }),
  },
  "Being continued": associated(pending),
  "Continued, though the answer was lost": associated(lost),
  "Preview of both types": previewOf({ current: c4 }),
  "Preview, current chat not chosen": previewOf({ counted: false }),
  "Preview of what is usually refused": previewOf({
    current: { ...c4, relatedContactId: ids.c2 },
    lineage: lineageOf(c1, c2, { ...c3, storedTranscript: { kind: "notListed" } }),
  }),
  "A test chat": chatting(6),
  "A test chat that asks": asked(offers),
  "A test chat that was answered": asked(survey, ["Very satisfied"]),
  "A test chat that has ended": chatting(6, { line: { kind: "ended" } }),
  "A test chat with its proof": continuedChat(proven),
  "Being read": page({
    lineage: lineageOf(c1),
    conversation: {
      kind: "loading",
      done: 3,
      total: 12,
      bytes: { received: 2_400_000, total: 5_200_000 },
      stop: () => undefined,
    },
  }),
  "Nothing said": {
    connection: sandbox,
    names,
    lineage: lineageOf(c1),
    conversation: {
      kind: "ready",
      conversation: assembleTranscript([
        {
          contact: c1,
          content: { kind: "transcript", contactId: c1.id, initialContactId: c1.id, items: [] },
        },
      ]),
    },
  },
  "Every reason why a transcript is missing": page({
    lineage: lineageOf(...absent.map((part) => part.contact)),
    conversation: { kind: "ready", conversation: assembleTranscript(absent) },
  }),
};

const failureKinds = Object.keys(errorNames).filter(
  (kind): kind is FailureKind => kind in errorNames,
);

/** What every failure of an association looks like, and one of a transcript that cannot be read at all. */
export const failures: Readonly<Record<string, PanelContent>> = {
  ...Object.fromEntries(
    failureKinds.map((kind) => [
      kind,
      associated(
        reportOf("FROM_SEGMENT", ids.c2, {
          failure: failureOf(kind, "CreatePersistentContactAssociation"),
          ...(kind === "invalidRequest" && { current: { ...c4, relatedContactId: ids.c2 } }),
        }),
      ),
    ]),
  ),
  "DescribeContact fails": page({
    conversation: { kind: "failed", failure: failureOf("notFound", "DescribeContact") },
  }),
};
