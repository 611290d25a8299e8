import { AwsError } from "./awsError";
import { connectService } from "./connectService";
import { pathOf, type HttpRequest } from "./http";
import { participantService } from "./participantService";
import { s3Service } from "./s3Service";
import type { Route, Service } from "./service";
import { signedService } from "./signature";
import type { State } from "./state";

/** Where a request goes, or why it goes nowhere. */
export interface Address {
  readonly service: Service;
  readonly isKnown: boolean;
  readonly route?: Route | undefined;
  readonly refused?: AwsError;
}

const services: Readonly<Record<string, Service>> = { connect: connectService, s3: s3Service };

const missingSignature = (service: Service): AwsError =>
  service === s3Service
    ? new AwsError("AccessDenied", "Access Denied")
    : new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token");

/** Nothing but the path tells for which service an unsigned request is meant. */
const unsigned = (state: State, request: HttpRequest): Address => {
  const [, bucket = ""] = pathOf(request.url).split("/");
  const isForBucket = !connectService.route(request) && state.world.buckets.has(bucket);
  const service = isForBucket ? s3Service : connectService;
  const route = service.route(request);
  return { service, isKnown: true, route, refused: missingSignature(service) };
};

const noOperation = (service: Service, { method, url }: HttpRequest): AwsError =>
  new AwsError(
    service === s3Service ? "NotImplemented" : "UnknownOperationException",
    `The emulator does not serve ${method} ${pathOf(url)}.`,
  );

/** The participant service goes by tokens of its own; SDKs sign its requests all the same, for whatever service (domain.md §3.3). */
const isForParticipant = ({ url }: HttpRequest, signedFor: string | undefined): boolean =>
  signedFor !== "s3" && pathOf(url).startsWith("/participant/");

const routed = (service: Service, request: HttpRequest): Address => {
  const route = service.route(request);
  return route
    ? { service, isKnown: true, route }
    : { service, isKnown: true, refused: noOperation(service, request) };
};

const otherService = (name: string): Address => {
  const message = `The emulator serves connect, s3 and the participant service; this request is signed for "${name}".`;
  const refused = new AwsError("UnknownOperationException", message);
  return { service: connectService, isKnown: false, refused };
};

/** Service and operation of a request. What the emulator does not have is refused in its own words, so that nobody takes it for AWS. */
export const addressOf = (state: State, request: HttpRequest): Address => {
  const name = signedService(request);
  if (isForParticipant(request, name)) return routed(participantService, request);
  if (name === undefined) return unsigned(state, request);
  const service = Object.hasOwn(services, name) ? services[name] : undefined;
  return service ? routed(service, request) : otherService(name);
};
