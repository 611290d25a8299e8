import { AwsError } from "./awsError";
import { connectService } from "./connectService";
import { pathOf, type HttpRequest } from "./http";
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

const otherService = (name: string): Address => {
  const message = `The emulator serves connect and s3; this request is signed for "${name}".`;
  const refused = new AwsError("UnknownOperationException", message);
  return { service: connectService, isKnown: false, refused };
};

/** Service and operation of a request. What the emulator does not have is refused in its own words, so that nobody takes it for AWS. */
export const addressOf = (state: State, request: HttpRequest): Address => {
  const name = signedService(request);
  if (name === undefined) return unsigned(state, request);
  const service = Object.hasOwn(services, name) ? services[name] : undefined;
  if (!service) return otherService(name);
  const route = service.route(request);
  return route
    ? { service, isKnown: true, route }
    : { service, isKnown: true, refused: noOperation(service, request) };
};
