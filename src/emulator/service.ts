import type { AwsError, ErrorName } from "./awsError";
import type { HttpAnswer, HttpRequest } from "./http";
import type { ServiceName } from "./journal";
import type { State } from "./state";

export type Parameters = Readonly<Record<string, unknown>>;

/** A request that was understood: its input, and how to do what it asks for. */
export interface Call {
  readonly parameters: Parameters;
  /** Refuses with an AwsError. */
  run(state: State): HttpAnswer;
}

/** A request whose operation is known. */
export interface Route {
  readonly operation: string;
  /** Reads the input; refuses what can't be read with an AwsError. */
  read(): Call;
}

/** What was refused, for services that repeat it in their answer. */
export interface Refused {
  readonly request: HttpRequest;
  readonly requestId: string;
}

/** One AWS protocol: how it finds an operation, and how it words a refusal. */
export interface Service {
  readonly name: ServiceName;
  /** Told where the emulator itself fails. */
  readonly failure: ErrorName;
  readonly requestIdHeader: string;
  route(request: HttpRequest): Route | undefined;
  refusal(error: AwsError, context: Refused): HttpAnswer;
}
