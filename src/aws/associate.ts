import {
  type ConnectClient,
  CreatePersistentContactAssociationCommand,
} from "@aws-sdk/client-connect";
import type { AssociationAnswer, AssociationIntent } from "../domain/association";
import { Failure } from "../domain/failure";
import type { Caller } from "./caller";
import { toContinuedFrom } from "./fromSdk";
import { present } from "./present";

const OPERATION = "CreatePersistentContactAssociation";

/** Where and what: the instance's bare id, since an ARN is not known to be accepted (domain.md §1.2). */
export interface AssociationRequest {
  readonly instanceId: string;
  readonly intent: AssociationIntent;
}

/**
 * Sends the intent. Where the answer was lost after all of the SDK's own attempts, they are made once more: the service may
 * have done it already, and the intent's client token lets it answer the same without doing it twice.
 */
export async function associate(
  caller: Caller<ConnectClient>,
  request: AssociationRequest,
  signal: AbortSignal,
): Promise<AssociationAnswer> {
  const send = () => sendOnce(caller, request, signal);
  const first = await send().catch((error: unknown) => lostAnswer(error));
  if (!(first instanceof Failure)) return first;
  const before = first.answer.attempts ?? 1;
  try {
    const answer = await send();
    return { ...answer, attempts: before + answer.attempts };
  } catch (error) {
    throw withEarlierAttempts(error, before);
  }
}

const sendOnce = (
  caller: Caller<ConnectClient>,
  { instanceId, intent }: AssociationRequest,
  signal: AbortSignal,
): Promise<AssociationAnswer> => {
  const command = new CreatePersistentContactAssociationCommand({
    InstanceId: instanceId,
    // AWS calls the current chat so (domain.md §1.1).
    InitialContactId: intent.currentContactId,
    SourceContactId: intent.sourceContactId,
    RehydrationType: intent.rehydrationType,
    // The SDK does not make one for this operation (domain.md §1.2).
    ClientToken: intent.clientToken,
  });
  return caller.call(
    {
      operation: OPERATION,
      send: (client, options) => client.send(command, options),
      read: (output) => ({
        continuedFromContactId: toContinuedFrom(output),
        attempts: output.$metadata.attempts ?? 1,
        ...present({ requestId: output.$metadata.requestId }),
      }),
    },
    signal,
  );
};

/** The failure, if the service may have done what was asked although no answer could be read; else it is thrown. */
function lostAnswer(error: unknown): Failure {
  if (error instanceof Failure && isLost(error)) return error;
  throw error;
}

/** These never reached the service, so that asking again can only take time. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

const isLost = ({ kind, answer }: Failure): boolean =>
  kind === "badAnswer" || (kind === "offline" && !neverSent.has(answer.name));

function withEarlierAttempts(error: unknown, before: number): unknown {
  if (!(error instanceof Failure)) return error;
  const attempts = before + (error.answer.attempts ?? 1);
  return new Failure(
    error.kind,
    error.operation,
    { ...error.answer, attempts },
    { details: error.details, cause: error },
  );
}
