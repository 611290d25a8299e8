import { AwsError, type ErrorName } from "./awsError";
import { headerOf, jsonAnswer, pathOf, queryOf, type HttpRequest } from "./http";
import type { ServiceName } from "./journal";
import { problemsOf } from "./model/check";
import { errorOfBadInput, type OperationModel, type Rule } from "./model/model";
import { targetIn, type Target } from "./routes";
import type { Call, Parameters, Service } from "./service";
import type { State } from "./state";

/** Takes an input that keeps to its own rule in the model: whoever calls it has checked it. */
export type Checked = (input: never, state: State) => object;

/** What tells one rest-json service from another. */
export interface RestJson<Operation extends string> {
  readonly name: ServiceName;
  readonly failure: ErrorName;
  readonly model: Readonly<Record<Operation, OperationModel>>;
  readonly operations: Readonly<Record<Operation, Checked>>;
  /** Whose quota a request uses up. */
  readonly quotaOf: (parameters: Parameters, state: State) => string;
}

const fromQuery = (rule: Rule | undefined, values: readonly string[]): unknown => {
  const [text = ""] = values;
  if (rule?.type === "list") return values;
  return rule?.type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text;
};

const queryMembers = ({ query, input }: OperationModel, url: string): Parameters => {
  if (!query) return {};
  const given = queryOf(url);
  return Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => given.has(name))
      .map(([name, member]) => [member, fromQuery(input.members?.[member], given.getAll(name))]),
  );
};

const headerMembers = ({ headers }: OperationModel, request: HttpRequest): Parameters =>
  headers
    ? Object.fromEntries(
        Object.entries(headers).map(([name, member]) => [member, headerOf(request, name)]),
      )
    : {};

const isRecord = (value: unknown): value is Parameters =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const bodyMembers = ({ method, body }: HttpRequest): Parameters => {
  if (method === "GET" || body.length === 0) return {};
  try {
    const content: unknown = JSON.parse(body.toString());
    if (isRecord(content)) return content;
  } catch {
    // Told the same as what is JSON, but no object.
  }
  throw new AwsError("SerializationException", "The body is not a JSON object.");
};

const limit = (
  { limiter, clock }: State,
  { quota }: OperationModel,
  { operation, holder }: { readonly operation: string; readonly holder: string },
): void => {
  if (limiter?.take(`${operation} ${holder}`, quota, clock.now()) === false) {
    const { rate, burst } = quota;
    throw new AwsError(
      "ThrottlingException",
      `Rate exceeded: ${operation} allows ${rate} requests a second, ${burst} at once.`,
    );
  }
};

const check = (model: OperationModel, parameters: Parameters): void => {
  const problems = problemsOf(model.input, parameters);
  if (problems.length > 0) throw new AwsError(errorOfBadInput(model), problems.join("; "));
};

const callOf = <Operation extends string>(
  own: RestJson<Operation>,
  { operation, labels }: Target<Operation>,
  request: HttpRequest,
): Call => {
  const model = own.model[operation];
  const parameters = {
    ...bodyMembers(request),
    ...queryMembers(model, request.url),
    ...headerMembers(model, request),
    ...labels,
  };
  return {
    parameters,
    run: (state) => {
      limit(state, model, { operation, holder: own.quotaOf(parameters, state) });
      check(model, parameters);
      // The check just made is what the operation's input type says.
      return jsonAnswer(200, own.operations[operation](parameters as never, state));
    },
  };
};

/** A service on the wire that speaks rest-json (domain.md §3.4). */
export const restJsonService = <Operation extends string>(own: RestJson<Operation>): Service => {
  const targetOf = targetIn(own.model);
  return {
    name: own.name,
    failure: own.failure,
    requestIdHeader: "x-amzn-requestid",
    route: (request) => {
      const target = targetOf(request.method, pathOf(request.url));
      return target && { operation: target.operation, read: () => callOf(own, target, request) };
    },
    refusal: ({ status, code, message }) =>
      jsonAnswer(status, { Message: message }, { "x-amzn-errortype": code }),
  };
};
