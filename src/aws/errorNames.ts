import type { FailureKind } from "../domain/failure";

/** By error name. Names of Connect, of S3, of signature checks, of the SDK's credential providers (domain.md §1.1, §3.4). */
const kindByName: Readonly<Record<string, FailureKind>> = {
  AbortError: "aborted",

  AccessDenied: "accessDenied",
  AccessDeniedException: "accessDenied",
  AllAccessDisabled: "accessDenied",
  "KMS.AccessDeniedException": "accessDenied",
  NotAuthorized: "accessDenied",
  UnauthorizedOperation: "accessDenied",

  CredentialsProviderError: "credentials",
  TokenProviderError: "credentials",
  InvalidAccessKeyId: "credentials",
  InvalidClientTokenId: "credentials",
  InvalidToken: "credentials",
  MfaCodeNotEntered: "credentials",
  MissingAuthenticationToken: "credentials",
  MissingAuthenticationTokenException: "credentials",
  UnauthorizedException: "credentials",
  UnrecognizedClientException: "credentials",

  ExpiredToken: "expiredCredentials",
  ExpiredTokenException: "expiredCredentials",
  TokenRefreshRequired: "expiredCredentials",

  RequestExpired: "clockSkew",
  RequestInTheFuture: "clockSkew",
  RequestTimeTooSkewed: "clockSkew",

  AuthorizationHeaderMalformed: "wrongRegion",
  IllegalLocationConstraintException: "wrongRegion",
  PermanentRedirect: "wrongRegion",

  IncompleteSignature: "wrongSignature",
  IncompleteSignatureException: "wrongSignature",
  InvalidSignatureException: "wrongSignature",
  SignatureDoesNotMatch: "wrongSignature",

  LimitExceededException: "throttled",
  RequestLimitExceeded: "throttled",
  ServiceQuotaExceededException: "throttled",
  SlowDown: "throttled",
  Throttling: "throttled",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",

  InvalidParameterException: "invalidRequest",
  InvalidRequestException: "invalidRequest",
  ValidationException: "invalidRequest",

  ContactNotFoundException: "notFound",
  NoSuchBucket: "notFound",
  NoSuchKey: "notFound",
  ResourceNotFoundException: "notFound",

  InternalError: "serviceError",
  InternalServiceException: "serviceError",
  ServiceUnavailable: "serviceError",

  SyntaxError: "badAnswer",
  UnreadableAnswer: "badAnswer",

  TimeoutError: "offline",
};

export const kindOfName = (name: string): FailureKind | undefined =>
  Object.hasOwn(kindByName, name) ? kindByName[name] : undefined;
