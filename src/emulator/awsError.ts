/** HTTP status by error name, as the services answer it. */
const STATUS = {
  // Amazon Connect: service model and the general failures of signed requests (domain.md §1.1).
  AccessDeniedException: 403,
  ConflictException: 409,
  ContactNotFoundException: 410,
  ExpiredTokenException: 403,
  InternalServiceException: 500,
  InvalidParameterException: 400,
  InvalidRequestException: 400,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  OutputTypeNotFoundException: 404,
  ResourceNotFoundException: 404,
  SerializationException: 400,
  ServiceQuotaExceededException: 402,
  ThrottlingException: 429,
  UnknownOperationException: 404,
  UnrecognizedClientException: 403,
  // Participant service, beside those that it shares with Connect.
  InternalServerException: 500,
  ValidationException: 400,
  // S3.
  AccessDenied: 403,
  ExpiredToken: 400,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidRange: 416,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotImplemented: 501,
  RequestTimeTooSkewed: 403,
  SignatureDoesNotMatch: 403,
  SlowDown: 503,
} as const;

export type ErrorName = keyof typeof STATUS;

/** A refusal in the words of AWS: the one error that operations throw. Everything else that flies is a bug of the emulator. */
export class AwsError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorName,
    message: string,
  ) {
    super(message);
    this.status = STATUS[code];
  }
}
