import { isIP } from "node:net";
import { loadConfig } from "@smithy/core/config";

/** How an account is reached. Credentials stay with the SDK's providers; nothing here holds or logs them. */
export type Access =
  | { readonly kind: "profile"; readonly profile: string }
  /** The environment and the SDK's default chain. */
  | { readonly kind: "default" }
  /** Our own emulator. */
  | { readonly kind: "sandbox"; readonly endpoint: string };

/** By the name that AWS's tools have for its settings. */
export type Service = "connect" | "connectparticipant" | "s3";

/**
 * The endpoint that the access itself names, by the rules of AWS's tools: environment before profile, the service's own
 * before the general one. Read here because the SDK looks into the default profile whatever profile the client is given,
 * which would send one account's requests to another's endpoint.
 */
export function endpointOf(access: Access, service: Service): Promise<string | undefined> {
  if (access.kind === "sandbox") return Promise.resolve(access.endpoint);
  // Files are read again, since they may have changed since the window was opened.
  const source = {
    ignoreCache: true,
    ...(access.kind === "profile" ? { profile: access.profile } : {}),
  };
  return configuredEndpoint(service, source);
}

type Source = Parameters<typeof loadConfig>[1];

async function configuredEndpoint(service: Service, source: Source): Promise<string | undefined> {
  const ignored = await loadConfig(
    {
      environmentVariableSelector: (env) => env["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"],
      configFileSelector: (profile) => profile["ignore_configured_endpoint_urls"],
      default: "false",
    },
    source,
  )();
  if (ignored.toLowerCase() === "true") return undefined;
  const endpoint = await loadConfig(
    {
      environmentVariableSelector: (env) =>
        env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ?? env["AWS_ENDPOINT_URL"],
      configFileSelector: (profile, file) =>
        ofServicesSection(profile["services"], service, file) ?? profile["endpoint_url"],
      default: "",
    },
    source,
  )();
  return endpoint === "" ? undefined : endpoint;
}

type ConfigFile = Readonly<
  Record<string, Readonly<Record<string, string | undefined>> | undefined>
>;

/** The SDK's loader names a nested setting `connect.endpoint_url` and its section `services.NAME`. */
const ofServicesSection = (
  section: string | undefined,
  service: Service,
  file: ConfigFile | undefined,
): string | undefined =>
  section === undefined ? undefined : file?.[`services.${section}`]?.[`${service}.endpoint_url`];

/** Buckets can't be host names there, so S3 is asked with the bucket in the path. */
export function needsPathStyle(endpoint: string): boolean {
  const host = new URL(endpoint).hostname.replace(/^\[|\]$/g, "");
  return host === "localhost" || host.endsWith(".localhost") || isIP(host) !== 0;
}
