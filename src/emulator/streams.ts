import { AwsError } from "./awsError";
import { refuse } from "./continuation";

/** A wish to have a chat's messages published; nothing is. Times are ISO 8601, UTC. */
export interface Stream {
  readonly streamingId: string;
  readonly instanceId: string;
  readonly contactId: string;
  /** Of the SNS topic that they were to be published to. */
  readonly endpointArn: string;
  readonly startedAt: string;
  stoppedAt?: string;
}

const TOPIC = /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]{1,256}(?<fifo>\.fifo)?$/;

/** The service streams to standard SNS topics (StartContactStreaming in the service model). */
export const checkEndpoint = (arn: string): void => {
  const topic = TOPIC.exec(arn);
  if (!topic) {
    throw new AwsError("InvalidParameterException", `${arn} is not the ARN of an SNS topic.`);
  }
  if (topic.groups?.["fifo"] !== undefined) refuse("A chat is streamed to a standard topic only.");
};
