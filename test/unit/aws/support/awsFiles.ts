import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface AwsFiles {
  readonly config?: string;
  readonly credentials?: string;
  /** Further variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Does something with AWS configuration files of its own, and with no other variable of AWS in the environment. */
export async function withAwsFiles<Value>(
  { config = "", credentials = "", env = {} }: AwsFiles,
  act: () => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "contact-chains-aws-"));
  const before = process.env;
  const ofOthers = Object.entries(before).filter(([name]) => !name.startsWith("AWS_"));
  process.env = {
    ...Object.fromEntries(ofOthers),
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
    ...env,
  };
  try {
    await writeFile(join(folder, "config"), config);
    await writeFile(join(folder, "credentials"), credentials);
    return await act();
  } finally {
    process.env = before;
    await rm(folder, { recursive: true });
  }
}
