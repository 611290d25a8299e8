import type { CodeRequest, Member } from "./call";
import { comments, indented, membersOf, snake } from "./call";
import { pythonLiteral } from "./literals";

/** boto3. */
export function pythonCode(request: CodeRequest): string {
  return [
    "import uuid",
    "",
    "import boto3",
    "from botocore.exceptions import ClientError",
    "",
    `connect = ${clientOf(request)}`,
    "",
    `# ${comments.token}`,
    "client_token = str(uuid.uuid4())",
    "",
    "try:",
    `    answer = connect.${snake(request.call.operation)}(`,
    ...indented(membersOf(request).map(argumentOf), "        "),
    "    )",
    "except ClientError as error:",
    `    # ${comments.retried}`,
    "    raise SystemExit(str(error)) from error",
    ...(request.call.operation === "StartChatContact"
      ? ['print("Started", answer["ContactId"])']
      : []),
    'print("Continued from", answer["ContinuedFromContactId"])',
    "",
  ].join("\n");
}

function clientOf({ target: { region, profile, endpointUrl } }: CodeRequest): string {
  const session =
    profile === undefined ? "boto3" : `boto3.Session(profile_name=${pythonLiteral(profile)})`;
  const options = [
    `region_name=${pythonLiteral(region)}`,
    ...(endpointUrl === undefined ? [] : [`endpoint_url=${pythonLiteral(endpointUrl)}`]),
  ];
  return `${session}.client("connect", ${options.join(", ")})`;
}

const argumentOf = (member: Member): string => `${member.name}=${valueOf(member)},`;

function valueOf(member: Member): string {
  switch (member.kind) {
    case "token":
      return "client_token";
    case "structure":
      return `{${member.members.map((each) => `${pythonLiteral(each.name)}: ${valueOf(each)}`).join(", ")}}`;
    default:
      return pythonLiteral(member.value);
  }
}
