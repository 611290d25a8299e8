import type { CodeRequest, Member } from "./call";
import { camel, comments, indented, membersOf, pascal } from "./call";
import { kotlinLiteral } from "./literals";

/** A program with the AWS SDK for Kotlin. */
export function kotlinCode(request: CodeRequest): string {
  const { operation } = request.call;
  const isStart = operation === "StartChatContact";
  return [
    ...importsOf(request)
      .toSorted()
      .map((name) => `import ${name}`),
    "",
    "suspend fun main() {",
    `    // ${comments.token}`,
    "    val token = UUID.randomUUID().toString()",
    "    val client = ConnectClient.fromEnvironment {",
    ...indented(clientSettings(request), "        "),
    "    }",
    "    client.use { connect ->",
    "        try {",
    `            val answer = connect.${camel(operation)} {`,
    ...indented(membersOf(request).flatMap(settingOf), "                "),
    "            }",
    ...(isStart ? ['            println("Started ${answer.contactId}")'] : []),
    '            println("Continued from ${answer.continuedFromContactId}")',
    "        } catch (error: ConnectException) {",
    `            // ${comments.retried}`,
    "            System.err.println(error.message)",
    "            exitProcess(1)",
    "        }",
    "    }",
    "}",
    "",
  ].join("\n");
}

const importsOf = ({ call, target: { profile, endpointUrl } }: CodeRequest): readonly string[] => [
  "aws.sdk.kotlin.services.connect.ConnectClient",
  "aws.sdk.kotlin.services.connect.model.ConnectException",
  "aws.sdk.kotlin.services.connect.model.RehydrationType",
  `aws.sdk.kotlin.services.connect.${camel(call.operation)}`,
  "java.util.UUID",
  "kotlin.system.exitProcess",
  ...(profile === undefined
    ? []
    : ["aws.sdk.kotlin.runtime.auth.credentials.ProfileCredentialsProvider"]),
  ...(endpointUrl === undefined ? [] : ["aws.smithy.kotlin.runtime.net.url.Url"]),
];

const clientSettings = ({ target: { region, profile, endpointUrl } }: CodeRequest) => [
  `region = ${kotlinLiteral(region)}`,
  ...(profile === undefined
    ? []
    : [
        `credentialsProvider = ProfileCredentialsProvider(profileName = ${kotlinLiteral(profile)})`,
      ]),
  ...(endpointUrl === undefined ? [] : [`endpointUrl = Url.parse(${kotlinLiteral(endpointUrl)})`]),
];

function settingOf(member: Member): readonly string[] {
  const name = camel(member.name);
  switch (member.kind) {
    case "token":
      return [`${name} = token`];
    case "type":
      return [`${name} = RehydrationType.${pascal(member.value)}`];
    case "structure":
      return [`${name} {`, ...indented(member.members.flatMap(settingOf), "    "), "}"];
    case "text":
      return [`${name} = ${kotlinLiteral(member.value)}`];
  }
}
