import { AwsError } from "./awsError";
import { connectTarget, type ConnectTarget } from "./connectRoutes";
import { jsonAnswer, pathOf, queryOf, type HttpRequest } from "./http";
import { problemsOf } from "./model/check";
import { connectModel, errorOfBadInput, type ConnectOperation, type Rule } from "./model/model";
import { connectOperations } from "./operations";
import type { Call, Parameters, Service } from "./service";
import type { State } from "./state";

const fromQuery = (rule: Rule | undefined, values: readonly string[]): unknown => {
  const [text = ""] = values;
  if (rule?.type === "list") return values;
  return rule?.type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text;
};

const queryMembers = (operation: ConnectOperation, url: string): Parameters => {
  const { query = {}, input } = connectModel[operation];
  const given = queryOf(url);
  return Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => given.has(name))
      .map(([name, member]) => [member, fromQuery(input.members?.[member], given.getAll(name))]),
  );
};

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

const limit = ({ limiter, clock }: State, operation: ConnectOperation): void => {
  const { quota } = connectModel[operation];
  if (limiter?.take(operation, quota, clock.now()) === false) {
    const { rate, burst } = quota;
    throw new AwsError(
      "ThrottlingException",
      `Rate exceeded: ${operation} allows ${rate} requests a second, ${burst} at once.`,
    );
  }
};

const check = (operation: ConnectOperation, parameters: Parameters): void => {
  const model = connectModel[operation];
  const problems = problemsOf(model.input, parameters);
  if (problems.length > 0) throw new AwsError(errorOfBadInput(model), problems.join("; "));
};

const callOf = ({ operation, labels }: ConnectTarget, request: HttpRequest): Call => {
  const parameters = {
    ...bodyMembers(request),
    ...queryMembers(operation, request.url),
    ...labels,
  };
  return {
    parameters,
    run: (state) => {
      limit(state, operation);
      check(operation, parameters);
      // The check just made is what the operation's input type says.
      return jsonAnswer(200, connectOperations[operation](parameters as never, state));
    },
  };
};

/** Amazon Connect on the wire: rest-json (domain.md §3.4). */
export const connectService: Service = {
  name: "connect",
  requestIdHeader: "x-amzn-requestid",
  route: (request) => {
    const target = connectTarget(request.method, pathOf(request.url));
    return target && { operation: target.operation, read: () => callOf(target, request) };
  },
  refusal: ({ status, code, message }) =>
    jsonAnswer(status, { Message: message }, { "x-amzn-errortype": code }),
};
