import type { CodeRequest, Member } from "./call";
import { camel, comments, indented, membersOf } from "./call";
import { javaLiteral } from "./literals";

/** A class with the AWS SDK for Java 2. */
export function javaCode(request: CodeRequest): string {
  const isStart = request.call.operation === "StartChatContact";
  return [
    ...importsOf(request)
      .toSorted()
      .map((name) => `import ${name};`),
    "",
    `public class ${isStart ? "StartContinuedChat" : "ContinuePastChat"} {`,
    "    public static void main(String[] args) {",
    `        // ${comments.token}`,
    "        String clientToken = UUID.randomUUID().toString();",
    "        try (ConnectClient connect = ConnectClient.builder()",
    ...indented(clientSettings(request), "                "),
    "                .build()) {",
    `            var answer = connect.${camel(request.call.operation)}(request -> request`,
    ...indented(membersOf(request).map(setterOf), "                    ").map((line, index, all) =>
      index === all.length - 1 ? `${line});` : line,
    ),
    ...(isStart ? ['            System.out.println("Started " + answer.contactId());'] : []),
    '            System.out.println("Continued from " + answer.continuedFromContactId());',
    "        } catch (ConnectException error) {",
    `            // ${comments.retried}`,
    "            System.err.println(error.getMessage());",
    "            System.exit(1);",
    "        }",
    "    }",
    "}",
    "",
  ].join("\n");
}

const importsOf = ({ target: { profile, endpointUrl } }: CodeRequest): readonly string[] => [
  "java.util.UUID",
  "software.amazon.awssdk.regions.Region",
  "software.amazon.awssdk.services.connect.ConnectClient",
  "software.amazon.awssdk.services.connect.model.ConnectException",
  "software.amazon.awssdk.services.connect.model.RehydrationType",
  ...(profile === undefined
    ? []
    : ["software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider"]),
  ...(endpointUrl === undefined ? [] : ["java.net.URI"]),
];

const clientSettings = ({ target: { region, profile, endpointUrl } }: CodeRequest) => [
  `.region(Region.of(${javaLiteral(region)}))`,
  ...(profile === undefined
    ? []
    : [`.credentialsProvider(ProfileCredentialsProvider.create(${javaLiteral(profile)}))`]),
  ...(endpointUrl === undefined
    ? []
    : [`.endpointOverride(URI.create(${javaLiteral(endpointUrl)}))`]),
];

function setterOf(member: Member): string {
  const name = camel(member.name);
  switch (member.kind) {
    case "token":
      return `.${name}(clientToken)`;
    case "type":
      return `.${name}(RehydrationType.${member.value})`;
    case "structure":
      return `.${name}(${name} -> ${name}${member.members.map(setterOf).join("")})`;
    case "text":
      return `.${name}(${javaLiteral(member.value)})`;
  }
}
