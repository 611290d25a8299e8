import { cliWords } from "../cliCommand";
import { partitionOf } from "../iamStatement";
import type { CodeRequest } from "./call";
import { comments, inputOf, membersOf } from "./call";
import { jsonLiteral, shellLiteral } from "./literals";

/** For a POSIX shell, one option a line. */
export function cliCode({ call, target, clientToken }: CodeRequest): string {
  const words =
    call.operation === "StartChatContact"
      ? cliWords({ ...call, operation: "start-chat-contact", clientToken }, target)
      : cliWords(
          { ...call, operation: "create-persistent-contact-association", clientToken },
          target,
        );
  const [program = "", service = "", operation = "", ...options] = words;
  const lines = options.map((word, index) =>
    index % 2 === 0 ? ` \\\n  ${word}` : ` ${shellLiteral(word)}`,
  );
  return `# ${comments.token}\n${program} ${service} ${operation}${lines.join("")}\n`;
}

/** curl signs the request itself (7.76 or newer); credentials come from the environment. */
export function curlCode(request: CodeRequest): string {
  const { region, profile, endpointUrl } = request.target;
  const { method, path, body } = wireOf(request);
  const host = endpointUrl ?? `https://connect.${region}.${domainOf(region)}`;
  return [
    ...(profile === undefined ? [] : [`# ${credentialsOf(profile)}`]),
    `# ${comments.token}`,
    "curl --silent --show-error --fail-with-body --retry 2 --path-as-is \\",
    `  --request ${method} ${shellLiteral(`${host.replace(/\/+$/, "")}${path}`)} \\`,
    `  --aws-sigv4 ${shellLiteral(`aws:amz:${region}:connect`)} \\`,
    '  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\',
    // Without a session the header has no value, and curl sends none.
    '  --header "x-amz-security-token: ${AWS_SESSION_TOKEN:-}" \\',
    "  --header 'content-type: application/json' \\",
    `  --data-raw ${shellLiteral(jsonLiteral(body, 2))}`,
    "",
  ].join("\n");
}

const credentialsOf = (profile: string): string =>
  `First: eval "$(aws configure export-credentials --format env --profile ${shellLiteral(profile).replace(/\s|\p{C}/gu, " ")})"`;

const domainOf = (region: string): string =>
  partitionOf(region) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

interface Wire {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where the members go in the request (domain.md §1.1, §1.7). */
function wireOf(request: CodeRequest): Wire {
  const input = inputOf(membersOf(request), request.clientToken);
  if (request.call.operation === "StartChatContact")
    return { method: "PUT", path: "/contact/chat", body: input };
  const { InstanceId: _instance, InitialContactId: _current, ...body } = input;
  const ids = [request.target.instanceId, request.call.currentContactId].map(pathPart);
  return { method: "POST", path: `/contact/persistent-contact-association/${ids.join("/")}`, body };
}

/** As a signature wants it: everything but letters, digits and `-._~` in hexadecimal. */
const pathPart = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
