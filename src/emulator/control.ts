import { faultNames, isFaultName } from "./faults";
import { jsonAnswer, pathOf, type HttpAnswer, type HttpRequest } from "./http";
import { operationNames } from "./operations";
import type { Sandbox } from "./state";

export const CONTROL_PREFIX = "/_sandbox/";

const MOST_TIMES = 10_000;

/** What is wrong with a control request, in words for whoever wrote the test. */
class BadRequest extends Error {}

type Body = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Body => typeof value === "object" && value !== null;

const bodyOf = ({ body }: HttpRequest): Body => {
  try {
    const content: unknown = JSON.parse(body.toString());
    if (isRecord(content)) return content;
  } catch {
    // Told the same as what is JSON, but no object.
  }
  throw new BadRequest("The body must be a JSON object.");
};

const wantedOf = ({ operation, fault, times = 1 }: Body) => {
  if (typeof operation !== "string" || !operationNames.includes(operation)) {
    throw new BadRequest(`operation must be one of ${operationNames.join(", ")}.`);
  }
  if (typeof fault !== "string" || !isFaultName(fault)) {
    throw new BadRequest(`fault must be one of ${faultNames.join(", ")}.`);
  }
  if (!Number.isInteger(times) || Number(times) < 1 || Number(times) > MOST_TIMES) {
    throw new BadRequest(`times must be an integer from 1 to ${MOST_TIMES}.`);
  }
  return { operation, fault, times: Number(times) };
};

type Control = (sandbox: Sandbox, request: HttpRequest) => object;

const CONTROLS: Readonly<Record<string, Control>> = {
  "POST reset": (sandbox) => {
    sandbox.reset();
    return { now: sandbox.state.clock.now() };
  },
  "POST faults": ({ state }, request) => {
    const wanted = wantedOf(bodyOf(request));
    state.faults.add(wanted.operation, wanted.fault, wanted.times);
    return wanted;
  },
  "POST clock": (sandbox, request) => {
    const { advanceSeconds: seconds } = bodyOf(request);
    if (typeof seconds !== "number" || seconds < 0) {
      throw new BadRequest("advanceSeconds must be a number of at least 0.");
    }
    sandbox.advance(seconds);
    return { now: sandbox.state.clock.now() };
  },
  "GET requests": ({ state }) => ({ requests: state.journal.entries() }),
  "GET streams": ({ state }) => ({ streams: [...state.streams.values()] }),
};

const known = Object.keys(CONTROLS).map((name) => name.replace(" ", ` ${CONTROL_PREFIX}`));

/** The paths by which tests steer the emulator; no part of AWS, and not written into the journal. */
export const control = (sandbox: Sandbox, request: HttpRequest): HttpAnswer => {
  const name = `${request.method} ${pathOf(request.url).slice(CONTROL_PREFIX.length)}`;
  const act = Object.hasOwn(CONTROLS, name) ? CONTROLS[name] : undefined;
  if (!act) return jsonAnswer(404, { message: `Known controls: ${known.join(", ")}.` });
  try {
    return jsonAnswer(200, act(sandbox, request));
  } catch (error) {
    if (error instanceof BadRequest) return jsonAnswer(400, { message: error.message });
    throw error;
  }
};
