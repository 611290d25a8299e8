import type { Instance } from "./contact";
import { partitionOf } from "./iamStatement";

/** Where instances have their websites, by partition; in others AWS offers none that is known. */
const domains: Readonly<Record<string, string>> = {
  aws: "my.connect.aws",
  "aws-us-gov": "govcloud.connect.aws",
};

/** The address of the instance's website, without a slash at its end; undefined where nothing tells it. */
export function websiteOf({ accessUrl, alias }: Instance, region: string): string | undefined {
  const told = accessUrl?.replace(/\/+$/, "");
  if (told !== undefined && /^https:\/\/[a-z0-9.-]+(?:\/[\w/-]*)?$/i.test(told))
    // Old instances have everything below this path.
    return /\.awsapps\.com$/i.test(told) ? `${told}/connect` : told;
  const domain = domains[partitionOf(region)];
  return alias === undefined || domain === undefined || !/^[a-z0-9-]+$/i.test(alias)
    ? undefined
    : `https://${alias}.${domain}`;
}

/** The address of a contact's page on that website. */
export function contactPageOf(
  instance: Instance,
  region: string,
  contactId: string,
): string | undefined {
  const website = websiteOf(instance, region);
  return website === undefined
    ? undefined
    : `${website}/contact-trace-records/details/${contactId}`;
}
