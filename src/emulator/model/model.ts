import type { ErrorName } from "../awsError";
import connect from "./connect.json";
import participant from "./participant.json";

/** A shape of the service model with its constraints. Lengths count characters, sizes count members of a list or entries of a map. */
export interface Rule {
  readonly type: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** Of a structure. */
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Rule>>;
  /** Of a list. */
  readonly member?: Rule;
  /** Of a map. */
  readonly key?: Rule;
  readonly value?: Rule;
}

/** Requests a second, and how many may come at once after a rest. */
export interface Quota {
  readonly rate: number;
  readonly burst: number;
}

export interface OperationModel {
  readonly method: string;
  /** Path with labels, such as `/contacts/{InstanceId}/{ContactId}`. */
  readonly uri: string;
  readonly quota: Quota;
  readonly errors: readonly string[];
  /** Member by its name in the query. */
  readonly query?: Readonly<Record<string, string>>;
  /** Member by its header, in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly input: Rule;
}

export type ConnectOperation = keyof typeof connect;

/** The constraints of every Connect operation that is served, from the service model (see README.md beside this file). */
export const connectModel: Readonly<Record<ConnectOperation, OperationModel>> = connect;

export type ParticipantOperation = keyof typeof participant;

/** The same of the participant service. */
export const participantModel: Readonly<Record<ParticipantOperation, OperationModel>> = participant;

const BAD_INPUT = ["InvalidParameterException", "ValidationException"] as const;

/** What an operation answers to a request that breaks a constraint: not all of them declare the better fitting error. */
export const errorOfBadInput = ({ errors }: OperationModel): ErrorName =>
  BAD_INPUT.find((name) => errors.includes(name)) ?? "InvalidRequestException";
