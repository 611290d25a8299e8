import * as z from "zod/mini";
import { mapConcurrently } from "../../domain/concurrently";
import { hasEnded, isChat } from "../../domain/contact";
import type {
  Complaint,
  Evidence,
  PastEvidence,
  TranscriptStore,
} from "../../domain/doctor/evidence";
import { chatOf } from "../../domain/doctor/evidence";
import type { FlowBlock } from "../../domain/doctor/flowBlocks";
import { attributesRead, blocksOf } from "../../domain/doctor/flowBlocks";
import type { PastLead } from "../../domain/doctor/pastLead";
import { linkedContact, pastLeadOf } from "../../domain/doctor/pastLead";
import { pastPlan } from "../../domain/doctor/pastPlan";
import { Failure } from "../../domain/failure";
import type { ConnectGateway } from "../../domain/gateway";
import type { Lineage, Session } from "../../domain/history";
import { followLineage, readChain } from "../../domain/lineage";

export interface EvidenceOptions {
  readonly signal: AbortSignal;
  /** ms since the epoch. */
  readonly now: () => number;
}

/**
 * Reads what there is to know about a complaint, each thing afresh. What the service refuses is evidence; a failure that
 * would spoil every call rejects, for it has a way back of its own.
 */
export async function readEvidence(
  gateway: ConnectGateway,
  complaint: Complaint,
  { signal, now }: EvidenceOptions,
): Promise<Evidence> {
  const { contactId } = complaint;
  const [session, attributes, stores] = await Promise.all([
    asEvidence(readChain(gateway, contactId, signal)),
    asEvidence(readAttributes(gateway, contactId, signal)),
    asEvidence(readStores(gateway, signal)),
  ]);
  const read = { complaint, now: now(), session, attributes, stores };
  if (session instanceof Failure) return read;
  const chat = chatOf(session, contactId);
  const live = hasEnded(chat) ? undefined : await asEvidence(gateway.liveChat(contactId, signal));
  const isToldOtherwise =
    complaint.association !== undefined || linkedContact(session) !== undefined;
  const flows = isToldOtherwise ? {} : { blocks: await asEvidence(readBlocks(gateway, signal)) };
  const known: Evidence = { ...read, ...flows, ...(live !== undefined && { live }) };
  const lead = pastLeadOf(chat, session, {
    association: complaint.association,
    // A record tells attributes as well, to whom it may be read.
    attributes: attributes instanceof Failure ? chat.attributes : attributes,
    readByFlows: attributesRead(known.blocks),
  });
  if (lead === undefined) return known;
  const past = await readPast(gateway, { complaint, session, lead }, signal);
  return { ...known, past };
}

async function readPast(
  gateway: ConnectGateway,
  {
    complaint,
    session,
    lead,
  }: { readonly complaint: Complaint; readonly session: Session; readonly lead: PastLead },
  signal: AbortSignal,
): Promise<PastEvidence> {
  const lineage = await asEvidence(readLineage(gateway, lead.contactId, signal));
  if (lineage instanceof Failure) return { lead, lineage };
  const { continuedFrom } = pastPlan(
    complaint,
    chatOf(session, complaint.contactId),
    lead,
    lineage,
  );
  if (continuedFrom === undefined || !isChat(continuedFrom) || !hasEnded(continuedFrom))
    return { lead, lineage };
  const file = await asEvidence(gateway.transcriptFile(continuedFrom, signal));
  return { lead, lineage, file };
}

/** Two a second is the quota of DescribeContactFlow (domain.md §3.1), and a person waits. */
const MAX_FLOWS = 30;
const FLOWS_AT_ONCE = 2;

/** The blocks that continue past chats, of the flows that chats begin with. */
async function readBlocks(
  gateway: ConnectGateway,
  signal: AbortSignal,
): Promise<readonly FlowBlock[]> {
  const flows = (await gateway.chatFlows(signal)).slice(0, MAX_FLOWS);
  const read = await mapConcurrently(FLOWS_AT_ONCE, flows, async (flow) => {
    const content = await asEvidence(gateway.flowContent(flow.id, signal));
    if (!(content instanceof Failure)) return blocksOf(flow, content);
    // One that is not published has none; who may not read this one may read none.
    if (content.kind === "accessDenied") throw content;
    return [];
  });
  return read.flat();
}

async function readLineage(
  gateway: ConnectGateway,
  contactId: string,
  signal: AbortSignal,
): Promise<Lineage> {
  return followLineage(gateway, await readChain(gateway, contactId, signal), { signal });
}

const attributesSchema = z.record(z.string(), z.string());

const readAttributes = async (gateway: ConnectGateway, contactId: string, signal: AbortSignal) =>
  readAs(
    attributesSchema,
    "GetContactAttributes",
    await gateway.serviceRecord({ kind: "attributes", contactId }, signal),
  );

const storageSchema = z.object({
  CHAT_TRANSCRIPTS: z.array(
    z.object({
      S3Config: z.optional(
        z.object({
          BucketName: z.string(),
          BucketPrefix: z.optional(z.string()),
          EncryptionConfig: z.optional(z.object({ KeyId: z.optional(z.string()) })),
        }),
      ),
    }),
  ),
});

async function readStores(
  gateway: ConnectGateway,
  signal: AbortSignal,
): Promise<readonly TranscriptStore[]> {
  const record = readAs(
    storageSchema,
    "ListInstanceStorageConfigs",
    await gateway.serviceRecord({ kind: "storage" }, signal),
  );
  return record.CHAT_TRANSCRIPTS.flatMap(({ S3Config: config }): readonly TranscriptStore[] =>
    config === undefined
      ? []
      : [
          {
            bucket: config.BucketName,
            ...(config.BucketPrefix !== undefined && { prefix: config.BucketPrefix }),
            ...(config.EncryptionConfig?.KeyId !== undefined && {
              keyId: config.EncryptionConfig.KeyId,
            }),
          },
        ],
  );
}

function readAs<T>(schema: z.ZodMiniType<T>, operation: string, record: unknown): T {
  const result = schema.safeParse(record);
  if (result.success) return result.data;
  const message = z.prettifyError(result.error);
  throw new Failure("badAnswer", operation, { name: "UnreadableAnswer", message });
}

/** Failures that say something about what was asked, and not about the way to the service. */
const telling: ReadonlySet<Failure["kind"]> = new Set<Failure["kind"]>([
  "accessDenied",
  "badAnswer",
  "invalidRequest",
  "notFound",
  "serviceError",
]);

async function asEvidence<T>(reading: Promise<T>): Promise<T | Failure> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Failure && telling.has(error.kind)) return error;
    throw error;
  }
}
