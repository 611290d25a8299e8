import type { CodeRequest, Member } from "./call";
import { comments, indented, membersOf, pascal } from "./call";
import { goLiteral } from "./literals";

/** A program with the AWS SDK for Go v2. */
export function goCode(request: CodeRequest): string {
  const { operation } = request.call;
  return [
    "package main",
    "",
    "import (",
    ...indented(
      imports.map((path) => (path === "" ? "" : `"${path}"`)),
      "\t",
    ),
    ")",
    "",
    "func main() {",
    "\tctx := context.Background()",
    `\tsettings, err := config.LoadDefaultConfig(ctx, ${settingsOf(request)})`,
    "\tif err != nil {",
    "\t\tlog.Fatal(err)",
    "\t}",
    `\tclient := connect.NewFromConfig(settings${endpointOf(request)})`,
    "",
    `\t// ${comments.token}`,
    "\tclientToken := uuid.NewString()",
    "",
    `\tanswer, err := client.${operation}(ctx, &connect.${operation}Input{`,
    ...indented(fieldsOf(membersOf(request)), "\t\t"),
    "\t})",
    "\tif err != nil {",
    `\t\t// ${comments.retried}`,
    "\t\tlog.Fatal(err)",
    "\t}",
    ...(operation === "StartChatContact"
      ? ['\tfmt.Println("Started", aws.ToString(answer.ContactId))']
      : []),
    '\tfmt.Println("Continued from", aws.ToString(answer.ContinuedFromContactId))',
    "}",
    "",
  ].join("\n");
}

const imports = [
  "context",
  "fmt",
  "log",
  "",
  "github.com/aws/aws-sdk-go-v2/aws",
  "github.com/aws/aws-sdk-go-v2/config",
  "github.com/aws/aws-sdk-go-v2/service/connect",
  "github.com/aws/aws-sdk-go-v2/service/connect/types",
  "github.com/google/uuid",
] as const;

const settingsOf = ({ target: { region, profile } }: CodeRequest): string =>
  [
    `config.WithRegion(${goLiteral(region)})`,
    ...(profile === undefined ? [] : [`config.WithSharedConfigProfile(${goLiteral(profile)})`]),
  ].join(", ");

const endpointOf = ({ target: { endpointUrl } }: CodeRequest): string =>
  endpointUrl === undefined
    ? ""
    : `, func(options *connect.Options) { options.BaseEndpoint = aws.String(${goLiteral(endpointUrl)}) }`;

/** In columns, as gofmt has them. */
function fieldsOf(members: readonly Member[]): readonly string[] {
  const width = Math.max(...members.map(({ name }) => name.length)) + 1;
  return members.map((member) => `${`${member.name}:`.padEnd(width)} ${valueOf(member)},`);
}

function valueOf(member: Member): string {
  switch (member.kind) {
    case "token":
      return "aws.String(clientToken)";
    case "type":
      return `types.RehydrationType${pascal(member.value)}`;
    case "structure":
      return `&types.${member.name}{${member.members.map((each) => `${each.name}: ${valueOf(each)}`).join(", ")}}`;
    case "text":
      return `aws.String(${goLiteral(member.value)})`;
  }
}
