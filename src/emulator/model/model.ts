import type { ErrorName } from "../awsError";
import connect from "./connect.json";

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
  readonly input: Rule;
}

export type ConnectOperation = keyof typeof connect;

/** The constraints of every Connect operation that is served, from the service model (see README.md beside this file). */
export const connectModel: Readonly<Record<ConnectOperation, OperationModel>> = connect;

/** What an operation answers to a request that breaks a constraint: not all of them declare the better fitting error. */
export const errorOfBadInput = (model: OperationModel): ErrorName =>
  model.errors.includes("InvalidParameterException")
    ? "InvalidParameterException"
    : "InvalidRequestException";
