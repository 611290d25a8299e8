import type { CodeRequest, Member } from "./call";
import { comments, indented, membersOf } from "./call";
import { javaScriptLiteral } from "./literals";

/** An ES module with the AWS SDK for JavaScript v3. */
export function javaScriptCode(request: CodeRequest): string {
  const command = `${request.call.operation}Command`;
  return [
    'import { randomUUID } from "node:crypto";',
    `import { ConnectClient, ${command} } from "@aws-sdk/client-connect";`,
    "",
    `const connect = new ConnectClient({ ${optionsOf(request).join(", ")} });`,
    "",
    `// ${comments.token}`,
    "const clientToken = randomUUID();",
    "",
    "try {",
    "  const answer = await connect.send(",
    `    new ${command}({`,
    ...indented(membersOf(request).map(propertyOf), "      "),
    "    }),",
    "  );",
    ...(request.call.operation === "StartChatContact"
      ? ['  console.log("Started", answer.ContactId);']
      : []),
    '  console.log("Continued from", answer.ContinuedFromContactId);',
    "} catch (error) {",
    `  // ${comments.retried}`,
    "  console.error(`${error.name}: ${error.message}`);",
    "  process.exitCode = 1;",
    "}",
    "",
  ].join("\n");
}

const optionsOf = ({ target: { region, profile, endpointUrl } }: CodeRequest) => [
  `region: ${javaScriptLiteral(region)}`,
  ...(profile === undefined ? [] : [`profile: ${javaScriptLiteral(profile)}`]),
  ...(endpointUrl === undefined ? [] : [`endpoint: ${javaScriptLiteral(endpointUrl)}`]),
];

const propertyOf = (member: Member): string => `${member.name}: ${valueOf(member)},`;

function valueOf(member: Member): string {
  switch (member.kind) {
    case "token":
      return "clientToken";
    case "structure":
      return `{ ${member.members.map((each) => `${each.name}: ${valueOf(each)}`).join(", ")} }`;
    default:
      return javaScriptLiteral(member.value);
  }
}
