import type { Failure, FailureKind } from "./failure";
import { isOfToken } from "./failure";

/** What a person can do about a failure by one button. */
export type WayBack = "addConnection" | "copyIamStatement" | "openAwsConfig" | "retry" | "signIn";

const fixed =
  (...ways: readonly WayBack[]) =>
  (): readonly WayBack[] =>
    ways;

const ofCredentials = ({ details }: Failure): readonly WayBack[] =>
  details.signIn === undefined ? ["openAwsConfig", "retry"] : ["signIn", "retry"];

/** Of every kind of failure, the most helpful first. */
const byKind: Readonly<Record<FailureKind, (failure: Failure) => readonly WayBack[]>> = {
  aborted: fixed("retry"),
  accessDenied: (failure) => (isOfToken(failure) ? ["retry"] : ["copyIamStatement", "retry"]),
  badAnswer: fixed("retry", "openAwsConfig"),
  clockSkew: fixed("retry"),
  credentials: ofCredentials,
  expiredCredentials: ofCredentials,
  invalidRequest: fixed(),
  notFound: fixed(),
  offline: fixed("retry"),
  serviceError: fixed("retry"),
  throttled: fixed("retry"),
  wrongRegion: fixed("addConnection"),
  wrongSignature: fixed("openAwsConfig", "retry"),
};

export const waysBackOf = (failure: Failure): readonly WayBack[] => byKind[failure.kind](failure);
