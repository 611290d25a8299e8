import { randomUUID } from "node:crypto";
import { addressOf, type Address } from "./address";
import { AwsError } from "./awsError";
import { control, CONTROL_PREFIX } from "./control";
import { faultOf, type Delivery, type Fault, type FaultName } from "./faults";
import { headerOf, pathOf, type HttpAnswer, type HttpRequest } from "./http";
import type { JournalEntry } from "./journal";
import type { Parameters, Service } from "./service";
import type { Sandbox, State } from "./state";

/** An answer, and how it gets to the client. */
export interface Reply {
  readonly answer: HttpAnswer;
  readonly delivery: Delivery;
  readonly delayMs: number;
}

interface Outcome {
  readonly answer: HttpAnswer;
  readonly parameters: Parameters;
  readonly error?: string;
}

/** One request on its way. */
interface Exchange {
  readonly state: State;
  readonly request: HttpRequest;
  readonly requestId: string;
  readonly address: Address;
  readonly fault: FaultName | undefined;
  readonly time: number;
}

const NOTHING: HttpAnswer = { status: 0, headers: {}, body: "" };

/** What the fault says instead of the operation; undefined where the operation is done. */
const insteadOf = (fault: Fault | undefined, service: Service): HttpAnswer | undefined => {
  switch (fault?.kind) {
    case "refusal":
      throw new AwsError(fault.names[service.name], fault.message);
    case "answer":
      return {
        status: fault.status,
        headers: { "content-type": fault.type },
        body: fault.body,
      };
    case "delivery":
      return fault.done ? undefined : NOTHING;
    case undefined:
      return undefined;
  }
};

const expected = ({ state, address }: Exchange, thrown: unknown): AwsError => {
  if (thrown instanceof AwsError) return thrown;
  state.report(thrown);
  return new AwsError(address.service.failure, "The emulator failed; its log says how.");
};

/** The order of checks is behaviour: signed, known, readable, faults on request, quota, constraints, rules. */
const outcomeOf = (exchange: Exchange): Outcome => {
  const { service, route, refused } = exchange.address;
  let parameters: Parameters = {};
  try {
    if (!route || refused) throw refused ?? new TypeError("A request without route or refusal.");
    const call = route.read();
    parameters = call.parameters;
    const fault = exchange.fault && faultOf(exchange.fault);
    return { parameters, answer: insteadOf(fault, service) ?? call.run(exchange.state) };
  } catch (thrown) {
    const error = expected(exchange, thrown);
    return { parameters, error: error.code, answer: service.refusal(error, exchange) };
  }
};

const attemptOf = (request: HttpRequest): number | undefined => {
  const attempt = /\battempt=(\d+)/.exec(headerOf(request, "amz-sdk-request") ?? "")?.[1];
  return attempt === undefined ? undefined : Number(attempt);
};

const tokenOf = ({ ClientToken: token }: Parameters): string | undefined =>
  typeof token === "string" ? token : undefined;

const entryOf = (
  { address, request, requestId, fault, time }: Exchange,
  { parameters, error }: Outcome,
  done: Pick<JournalEntry, "status" | "changed">,
): JournalEntry => ({
  service: address.isKnown ? address.service.name : "unknown",
  operation: address.route?.operation ?? "Unknown",
  status: done.status,
  changed: done.changed,
  time,
  method: request.method,
  path: pathOf(request.url),
  parameters,
  requestId,
  clientToken: tokenOf(parameters),
  error,
  fault,
  attempt: attemptOf(request),
});

const wayOf = (fault: Fault | undefined): Omit<Reply, "answer"> =>
  fault?.kind === "delivery"
    ? { delivery: fault.delivery, delayMs: fault.delayMs ?? 0 }
    : { delivery: "whole", delayMs: 0 };

const identified = (
  { address: { service }, requestId }: Exchange,
  answer: HttpAnswer,
): HttpAnswer => ({
  status: answer.status,
  body: answer.body,
  // The id before the others: V8 takes many times as long to add one to what it has spread.
  headers: { [service.requestIdHeader]: requestId, ...answer.headers },
});

const dated = (answer: HttpAnswer, fault: Fault | undefined): HttpAnswer => {
  if (fault?.kind !== "refusal" || fault.aheadMs === undefined) return answer;
  const date = new Date(Date.now() + fault.aheadMs).toUTCString();
  return { ...answer, headers: { ...answer.headers, date } };
};

const exchangeOf = (state: State, request: HttpRequest): Exchange => {
  const address = addressOf(state, request);
  const { route, refused } = address;
  // What doesn't reach the operation uses no fault up.
  const fault = route && !refused ? state.faults.take(route.operation) : undefined;
  return { state, request, requestId: randomUUID(), address, fault, time: state.clock.now() };
};

const answerTo = (state: State, request: HttpRequest): Reply => {
  const exchange = exchangeOf(state, request);
  const fault = exchange.fault && faultOf(exchange.fault);
  const way = wayOf(fault);
  const { changes } = state;
  const outcome = outcomeOf(exchange);
  const { answer } = outcome;
  const isSent = way.delivery === "whole" || way.delivery === "half";
  const done = { status: isSent ? answer.status : 0, changed: state.changes !== changes };
  state.journal.add(entryOf(exchange, outcome, done));
  return {
    answer: dated(identified(exchange, answer), fault),
    delivery: way.delivery,
    delayMs: way.delayMs + state.latencyMs,
  };
};

/** The whole emulator as one function: a request in, an answer out, no socket. */
export const respond = (sandbox: Sandbox, request: HttpRequest): Reply => {
  sandbox.catchUp();
  return request.url.startsWith(CONTROL_PREFIX)
    ? { answer: control(sandbox, request), delivery: "whole", delayMs: 0 }
    : answerTo(sandbox.state, request);
};
