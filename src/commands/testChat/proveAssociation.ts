import type { Connection } from "../../domain/connection";
import type { Contact } from "../../domain/contact";
import { hasEnded } from "../../domain/contact";
import { Failure } from "../../domain/failure";
import type { AssociationPlan } from "../../domain/plan";
import { pastParts } from "../../domain/testChat/chatParts";
import type { CustomerChat } from "../../domain/testChat/customerChat";
import { isProven, predictionOf, proofOf } from "../../domain/testChat/proof";
import type { TranscriptPart } from "../../domain/transcript";
import type { ProofState } from "../../panel/content";
import type { App } from "../app";
import { pause } from "../pause";

/** What is to be proven: that the chat got what the plan says. */
export interface ProofSubject {
  readonly connection: Connection;
  readonly plan: AssociationPlan;
  readonly chat: CustomerChat;
}

/** Before each new look, in ms: the service brings the past back some time after its answer. */
const LOOKS_AGAIN_AFTER = [1_000, 2_000, 4_000] as const;

/** Told each state, with what came back of the past where that is known. */
type Tell = (state: ProofState, past?: readonly TranscriptPart<Contact>[]) => void;

/**
 * Reads what GetTranscript tells of the past, and holds it against what the stored transcripts say; looks again some times while
 * something is missing.
 */
export async function proveAssociation(
  { transcripts }: App,
  { connection, plan, chat }: ProofSubject,
  signal: AbortSignal,
  tell: Tell,
): Promise<void> {
  tell({ kind: "reading" });
  try {
    const ended = plan.carried.filter(hasEnded).toReversed();
    const stored = await transcripts.conversation(connection, ended, { signal });
    const prediction = predictionOf(plan.carried, stored);
    for (const nextMs of [...LOOKS_AGAIN_AFTER, undefined]) {
      const returned = await chat.transcript(signal);
      const proof = proofOf(prediction, returned);
      const isFinal = nextMs === undefined || (isProven(proof) && proof.hasEvent);
      tell({ kind: "ready", proof, isFinal }, pastParts(plan.carried, returned.past, stored));
      if (isFinal) return;
      await pause(nextMs, signal);
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell({ kind: "failed", failure: error });
  }
}
