import type { Failure } from "./failure";

/** A statement of an IAM policy. */
export interface IamStatement {
  readonly Effect: "Allow";
  readonly Action: string;
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Where a denied call went. */
export interface DeniedAt {
  readonly region: string;
  /** Absent where no instance was chosen yet, as for ListInstances. */
  readonly instanceId?: string;
}

/** Parts of an instance that an action is allowed on; an empty one is the instance itself (domain.md §3.1, column IAM). */
const partsByOperation: Readonly<Record<string, readonly string[]>> = {
  CreatePersistentContactAssociation: ["", "/contact/*"],
  DescribeContact: ["/contact/*"],
  DescribeContactFlow: ["/contact-flow/*"],
  DescribeQueue: ["/queue/*"],
  DescribeUser: ["/agent/*"],
  GetContactAttributes: ["/contact/*"],
  ListAssociatedContacts: ["/contact/*"],
  ListContactFlows: ["/contact-flow/*"],
  ListContactReferences: ["/contact/*"],
  ListQueues: ["/queue/*"],
  ListRealtimeContactAnalysisSegmentsV2: ["/contact/*"],
  StartChatContact: ["/contact-flow/*", "/contact/*"],
  StopContact: ["/contact/*"],
  TagContact: ["/contact/*"],
  UntagContact: ["/contact/*"],
  UpdateContactAttributes: ["/contact/*"],
};

const theInstance: readonly string[] = [""];

/** Partitions by how the names of their Regions begin; all others are in `aws`. */
const partitions: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, "aws-cn"],
  [/^us-gov-/, "aws-us-gov"],
  [/^eusc-/, "aws-eusc"],
  [/^(?:us|eu)-iso/, "aws-iso"],
];

export const partitionOf = (region: string): string =>
  partitions.find(([prefix]) => prefix.test(region))?.[1] ?? "aws";

/**
 * The least that a policy has to allow for the call that was denied, on this instance or this folder of the bucket
 * (domain.md §1.6, §3.1, §8). The account is taken from the service's words where they have it; it may be `*`, since an
 * instance's id is unique.
 */
export function iamStatement(failure: Failure, at: DeniedAt): IamStatement {
  const { operation, answer, details } = failure;
  if (/\bkms:decrypt\b/i.test(answer.message)) return ofKey(answer.message, at.region);
  if (details.object !== undefined) return ofBucket(operation, details.object, at.region);
  return {
    Effect: "Allow",
    Action: `connect:${operation}`,
    Resource: resourcesOf(operation, answer.message, at),
  };
}

function resourcesOf(
  operation: string,
  message: string,
  { region, instanceId }: DeniedAt,
): string | readonly string[] {
  if (operation === "ListInstances" || instanceId === undefined) return "*";
  const instance = `arn:${partitionOf(region)}:connect:${region}:${accountIn(message)}:instance/${instanceId}`;
  const parts = Object.hasOwn(partsByOperation, operation)
    ? partsByOperation[operation]
    : undefined;
  return oneOrMany((parts ?? theInstance).map((part) => `${instance}${part}`));
}

const oneOrMany = (all: readonly string[]): string | readonly string[] => {
  const [first, ...others] = all;
  return first !== undefined && others.length === 0 ? first : all;
};

/** AWS names the caller, and usually the resource, in a refusal; both are of one account, since Connect knows no others. */
const accountIn = (message: string): string =>
  /arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}):/.exec(message)?.[1] ?? "*";

function ofBucket(
  operation: string,
  { bucket, key }: { readonly bucket: string; readonly key: string },
  region: string,
): IamStatement {
  const arn = `arn:${partitionOf(region)}:s3:::${bucket}`;
  const folder = folderOf(key);
  return operation === "ListObjectsV2"
    ? {
        Effect: "Allow",
        Action: "s3:ListBucket",
        Resource: arn,
        Condition: { StringLike: { "s3:prefix": `${folder}*` } },
      }
    : { Effect: "Allow", Action: "s3:GetObject", Resource: `${arn}/${folder}*` };
}

/** What comes before the day's folders, with its slash: all transcripts of the instance are below it (domain.md §3.5). */
const folderOf = (key: string): string => /^(.*?)\d{4}\/\d{2}\/\d{2}\//.exec(key)?.[1] ?? "";

function ofKey(message: string, region: string): IamStatement {
  const named = /arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+/.exec(message)?.[0];
  return {
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: named ?? `arn:${partitionOf(region)}:kms:${region}:${accountIn(message)}:key/*`,
    Condition: { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } },
  };
}
