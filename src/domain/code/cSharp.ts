import type { CodeRequest, Member } from "./call";
import { comments, indented, membersOf } from "./call";
import { cSharpLiteral } from "./literals";

/** A program of top-level statements with the AWS SDK for .NET. */
export function cSharpCode(request: CodeRequest): string {
  const { operation } = request.call;
  return [
    "using System;",
    "using Amazon;",
    "using Amazon.Connect;",
    "using Amazon.Connect.Model;",
    ...(request.target.profile === undefined ? [] : ["using Amazon.Runtime.CredentialManagement;"]),
    "",
    ...clientLines(request),
    "",
    `// ${comments.token}`,
    "var clientToken = Guid.NewGuid().ToString();",
    "",
    "try",
    "{",
    `    var answer = await connect.${operation}Async(new ${operation}Request`,
    "    {",
    ...indented(membersOf(request).map(propertyOf), "        "),
    "    });",
    ...(operation === "StartChatContact"
      ? ['    Console.WriteLine($"Started {answer.ContactId}");']
      : []),
    '    Console.WriteLine($"Continued from {answer.ContinuedFromContactId}");',
    "}",
    "catch (AmazonConnectException error)",
    "{",
    `    // ${comments.retried}`,
    '    Console.Error.WriteLine($"{error.ErrorCode}: {error.Message}");',
    "    Environment.ExitCode = 1;",
    "}",
    "",
  ].join("\n");
}

function clientLines({ target: { region, profile, endpointUrl } }: CodeRequest): readonly string[] {
  const config =
    endpointUrl === undefined
      ? `RegionEndpoint = RegionEndpoint.GetBySystemName(${cSharpLiteral(region)})`
      : `ServiceURL = ${cSharpLiteral(endpointUrl)}, AuthenticationRegion = ${cSharpLiteral(region)}`;
  const configured = `new AmazonConnectConfig { ${config} }`;
  if (profile === undefined) return [`using var connect = new AmazonConnectClient(${configured});`];
  return [
    `if (!new CredentialProfileStoreChain().TryGetAWSCredentials(${cSharpLiteral(profile)}, out var credentials))`,
    '    throw new InvalidOperationException("The AWS profile has no credentials.");',
    `using var connect = new AmazonConnectClient(credentials, ${configured});`,
  ];
}

const propertyOf = (member: Member): string => `${member.name} = ${valueOf(member)},`;

function valueOf(member: Member): string {
  switch (member.kind) {
    case "token":
      return "clientToken";
    case "type":
      return `RehydrationType.${member.value}`;
    case "structure":
      return `new ${member.name} { ${member.members.map((each) => `${each.name} = ${valueOf(each)}`).join(", ")} }`;
    case "text":
      return cSharpLiteral(member.value);
  }
}
