import { l10n } from "vscode";
import type { Failure, FailureKind } from "../domain/failure";
import { isOfToken } from "../domain/failure";
import { associationCauses, associationMeaning, isRefusedAssociation } from "./associationFailures";

/** A failure as a person reads it: what happened, what it means, what may have caused it, what to do. */
export interface FailureText {
  /** One sentence without a full stop, also good for a tree row. */
  readonly headline: string;
  readonly meaning: string;
  /** A checklist where several causes give the same answer; empty where the meaning says it. */
  readonly causes: readonly string[];
  readonly next: readonly string[];
}

type Describe = (failure: Failure) => FailureText;

const plain = (headline: string, meaning: string, ...next: readonly string[]): FailureText => ({
  headline,
  meaning,
  causes: [],
  next,
});

const showLog = (): string => l10n.t("Show the log: it has the request id and every attempt.");

const byKind: Readonly<Record<FailureKind, Describe>> = {
  aborted: () =>
    plain(
      l10n.t("Stopped"),
      l10n.t("The request was stopped before an answer came."),
      l10n.t("Start it again if you did not mean to stop it."),
    ),
  accessDenied: (failure) => (isOfToken(failure) ? describeToken() : describeDenial(failure)),
  badAnswer: () =>
    plain(
      l10n.t("The answer could not be read"),
      l10n.t(
        "Something answered, but not as Amazon Connect does. This is usually a proxy, a sign-in page, or a wrong endpoint_url in the AWS profile.",
      ),
      l10n.t("Check endpoint_url in the AWS profile, and the proxy."),
      showLog(),
    ),
  clockSkew: () =>
    plain(
      l10n.t("This machine's clock is wrong"),
      l10n.t(
        "The time of the request is too far from the service's. A signature is good for a few minutes only.",
      ),
      l10n.t("Set the clock of the machine that VS Code's extensions run on, then try again."),
    ),
  credentials: () =>
    plain(
      l10n.t("No credentials"),
      l10n.t("The AWS profile gave no credentials that could be used."),
      l10n.t("Check the profile's name and files, or sign in with 'aws sso login'."),
      l10n.t("Then try again."),
    ),
  expiredCredentials: () =>
    plain(
      l10n.t("The credentials have expired"),
      l10n.t("They were right once; their time is over."),
      l10n.t("Sign in again, for example with 'aws sso login', then try again."),
    ),
  invalidRequest: (failure) => describeRefusal(failure),
  notFound: (failure) => describeNotFound(failure),
  offline: () =>
    plain(
      l10n.t("No connection"),
      l10n.t(
        "The service could not be reached, or the connection broke off before an answer came.",
      ),
      l10n.t("Check the network, the VPN and the proxy, then try again."),
      l10n.t("For the Sandbox: see that it is running."),
    ),
  serviceError: () =>
    plain(
      l10n.t("The service had an error"),
      l10n.t("The fault is on the service's side. It usually passes."),
      l10n.t("Try again in a moment."),
      l10n.t("If it stays, give AWS Support the request id below."),
    ),
  throttled: (failure) =>
    isOfActiveChats(failure) ? describeActiveChats() : describeThrottling(failure),
  wrongRegion: () =>
    plain(
      l10n.t("The wrong Region"),
      l10n.t("The request was signed for another Region than the one that answered."),
      l10n.t("Add the instance again with its own Region, and remove this connection."),
      l10n.t("Check endpoint_url in the AWS profile: it may name another Region."),
    ),
  wrongSignature: () =>
    plain(
      l10n.t("The request's signature was refused"),
      l10n.t("The service does not take these credentials as they were used."),
      l10n.t(
        "Check that access key and secret belong together, and that they are for this account and Region.",
      ),
      l10n.t("Copy both again from where they were made."),
    ),
};

const describeDenial: Describe = (failure) => ({
  headline: l10n.t("No permission for {0}", failure.operation),
  meaning: isOfBucket(failure.operation)
    ? l10n.t(
        "The credentials were accepted, but they may not do {0} on the bucket that holds the transcripts.",
        actionOf(failure.operation),
      )
    : l10n.t(
        "The credentials were accepted, but they may not call {0} on this instance.",
        actionOf(failure.operation),
      ),
  causes: deniedCauses(failure.operation),
  next: [
    l10n.t("Ask for the permission, or choose a profile that has it."),
    l10n.t("Give the request id below to whoever looks after the policies."),
  ],
});

/** One of the two 429 of a start; the other one, of the request rate, has another name (domain.md §3.2). */
const isOfActiveChats = ({ operation, answer }: Failure): boolean =>
  operation === "StartChatContact" && answer.name === "LimitExceededException";

const describeActiveChats = (): FailureText =>
  plain(
    l10n.t("Too many active chats on this instance"),
    l10n.t(
      "The instance has as many active chats at once as its quota of concurrent active chats lets it have, by default 500. The number of requests has no part in it.",
    ),
    l10n.t(
      "End chats that nobody needs, then try again. AWS advises to end idle chats and continue them later.",
    ),
    l10n.t("Ask for more concurrent active chats per instance in Service Quotas."),
  );

const describeThrottling: Describe = ({ operation }) =>
  plain(
    l10n.t("Too many requests for {0}", operation),
    l10n.t(
      "The quota of this operation is shared by every user and every instance of the account in this Region, so others may have used it up.",
    ),
    l10n.t("Wait some seconds, then try again."),
  );

const describeToken = (): FailureText =>
  plain(
    l10n.t("The chat's token is not good any more"),
    l10n.t(
      "The participant service takes no token of a chat that has ended or that its customer has left. IAM has no part in it.",
    ),
    l10n.t("Start a new chat; what was said in this one is in its transcript."),
  );

/** S3's operations, by the action that a policy has to allow: not always of the same name. */
const bucketActions: Readonly<Record<string, string>> = {
  GetObject: "s3:GetObject",
  HeadObject: "s3:GetObject",
  ListObjectsV2: "s3:ListBucket",
};

const isOfBucket = (operation: string): boolean => Object.hasOwn(bucketActions, operation);

const actionOf = (operation: string): string => bucketActions[operation] ?? `connect:${operation}`;

function deniedCauses(operation: string): readonly string[] {
  const notAllowed = l10n.t("The policy does not allow {0}.", actionOf(operation));
  const higher = l10n.t("A permission boundary or an organization's policy denies it.");
  if (isOfBucket(operation))
    return [
      notAllowed,
      l10n.t("The bucket is encrypted, and the policy does not allow kms:Decrypt with its key."),
      l10n.t("The bucket's own policy denies it, or names another account."),
      higher,
    ];
  const general = [
    notAllowed,
    l10n.t("The policy names another instance, account or Region."),
    higher,
  ];
  // The action needs both resource types (domain.md §1.6); a policy with one of them is an easy mistake.
  return operation === "CreatePersistentContactAssociation"
    ? [
        l10n.t(
          "The policy allows only one of the two resources this action needs: the instance and its contacts (instance/ID and instance/ID/contact/*).",
        ),
        ...general,
      ]
    : general;
}

function describeRefusal(failure: Failure): FailureText {
  if (isRefusedAssociation(failure)) {
    return {
      headline: l10n.t("The service refused to continue this chat"),
      meaning: associationMeaning(),
      causes: associationCauses(),
      next: [
        l10n.t("Compare with the checks and the causes; most can be seen in the tree."),
        l10n.t("If the past chat has just ended, wait one to two minutes and try again."),
      ],
    };
  }
  if (failure.operation === "StartChatContact") {
    return plain(
      l10n.t("The service refused to start this chat"),
      l10n.t(
        "It did not accept a value in the request, or the past chat can't be continued. Its message says which.",
      ),
      l10n.t("If the past chat has just ended, wait one to two minutes and try again."),
      l10n.t("“Why Is There No History?” on the past chat checks what stands against it."),
    );
  }
  return plain(
    l10n.t("{0} was refused as invalid", failure.operation),
    l10n.t("The service did not accept a value in the request. Its message says which one."),
    l10n.t("Check the contact id, the instance and the Region."),
    showLog(),
  );
}

function describeNotFound(failure: Failure): FailureText {
  return {
    headline: l10n.t("Not found"),
    meaning: l10n.t("The instance or a contact in the request is not known to the service."),
    causes: [
      l10n.t("The id belongs to another instance, account or Region."),
      l10n.t("The id has a typing mistake."),
      l10n.t("The contact is older than 24 months: records are not kept longer."),
      ...(failure.operation === "CreatePersistentContactAssociation"
        ? [l10n.t("The current chat's id and the past contact's id are of different instances.")]
        : []),
    ],
    next: [l10n.t("Compare the ids with those in the tree of this connection.")],
  };
}

/** The words for an expected failure; never a stack trace. */
export const describeFailure = (failure: Failure): FailureText => byKind[failure.kind](failure);

/** One line for a tree row or a notification: what happened, and the service's own words. */
export const failureLine = (failure: Failure): string =>
  failure.answer.message === ""
    ? describeFailure(failure).headline
    : l10n.t("{0}: {1}", describeFailure(failure).headline, failure.answer.message);

const healing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  "aborted",
  "badAnswer",
  "clockSkew",
  "credentials",
  "expiredCredentials",
  "offline",
  "serviceError",
  "throttled",
]);

/** Whether the same request may succeed later: after some time, a sign-in, or a repaired network. */
export const mayHeal = (failure: Failure): boolean => healing.has(failure.kind);
