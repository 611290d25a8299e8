import { Failure } from "../failure";
import type { Evidence } from "./evidence";
import { failuresIn } from "./evidence";
import { answerExhibits, exhibit } from "./exhibits";
import type { Finding } from "./finding";

/** What holds for every chat of the instance, and for whoever asks. */
export const instanceFindings = (evidence: Evidence): readonly Finding[] => [
  storage(evidence.stores),
  ...(evidence.blocks === undefined ? [] : [flowBlock(evidence.blocks)]),
  contactLens(evidence.live),
  permissions(evidence),
];

function storage(stores: Evidence["stores"]): Finding {
  const finding = { id: "transcriptsAreStoredOnce", about: "instance" } as const;
  if (stores instanceof Failure)
    return {
      ...finding,
      verdict: "unknown",
      buckets: [],
      isRead: false,
      exhibits: answerExhibits(stores),
    };
  const buckets = [...new Set(stores.map(({ bucket }) => bucket))];
  return {
    ...finding,
    verdict: buckets.length === 1 ? "ok" : "problem",
    buckets,
    isRead: true,
    exhibits:
      stores.length === 0
        ? [exhibit("StorageConfigs")]
        : stores.flatMap(({ bucket, prefix, keyId }) => [
            exhibit("S3Config.BucketName", bucket),
            exhibit("S3Config.BucketPrefix", prefix),
            exhibit("S3Config.EncryptionConfig.KeyId", keyId),
          ]),
  };
}

/** That a flow has none is no mistake: the API may be called instead. */
function flowBlock(blocks: NonNullable<Evidence["blocks"]>): Finding {
  const finding = { id: "flowHasBlock", about: "instance" } as const;
  if (blocks instanceof Failure)
    return { ...finding, verdict: "unknown", isRead: false, exhibits: answerExhibits(blocks) };
  return {
    ...finding,
    verdict: blocks.length > 0 ? "ok" : "unknown",
    isRead: true,
    exhibits: blocks.map(({ flow, source }) => exhibit(`SourceContactId (${flow.name})`, source)),
  };
}

/** That it does not listen is no mistake: history does not come from it. */
function contactLens(live: Evidence["live"]): Finding {
  const operation = "ListRealtimeContactAnalysisSegmentsV2";
  const exhibits =
    live === undefined
      ? []
      : live instanceof Failure
        ? answerExhibits(live)
        : [exhibit(operation, live.kind === "heard" ? live.items.length : undefined)];
  const isHeard = live !== undefined && "kind" in live && live.kind === "heard";
  return {
    id: "contactLensListens",
    verdict: isHeard ? "ok" : "unknown",
    about: "instance",
    exhibits,
  };
}

function permissions(evidence: Evidence): Finding {
  const failures = failuresIn(evidence).filter(({ kind }) => kind === "accessDenied");
  // One statement allows all calls of an operation.
  const denied = [...new Map(failures.map((each) => [each.operation, each])).values()];
  return {
    id: "callsAreAllowed",
    verdict: denied.length === 0 ? "ok" : "problem",
    about: "instance",
    denied,
    exhibits:
      denied.length === 0
        ? [exhibit("Calls", callsOf(evidence).join(", "))]
        : denied.flatMap(answerExhibits),
  };
}

const callsOf = ({ blocks, live, past }: Evidence): readonly string[] => [
  "DescribeContact",
  "ListAssociatedContacts",
  "GetContactAttributes",
  "ListInstanceStorageConfigs",
  ...(blocks === undefined ? [] : ["ListContactFlows", "DescribeContactFlow"]),
  ...(live === undefined ? [] : ["ListRealtimeContactAnalysisSegmentsV2"]),
  ...(past?.file === undefined ? [] : ["GetObject"]),
];
