import { hash } from "node:crypto";
import { AwsError } from "./awsError";

/** A window into a list, and how to ask for the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken?: string;
}

export interface PageRequest {
  /** Identifies the question: a token is good for the same question only. */
  readonly query: string;
  readonly size: number;
  readonly token?: string | undefined;
}

/** The name of a question, the same for the same parts. */
export const queryOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

/** The question's name, short enough for a token. */
export const shortened = (query: string): string => hash("sha256", query, "base64url").slice(0, 22);

const tokenOf = (query: string, offset: number): string =>
  Buffer.from(`${shortened(query)} ${offset}`).toString("base64url");

/** Where the asked-for page starts; refuses a token that this question did not give out. */
export const offsetOf = ({ query, token }: PageRequest): number => {
  if (token === undefined) return 0;
  const [of, offset = ""] = Buffer.from(token, "base64url").toString().split(" ");
  if (of === shortened(query) && /^\d{1,15}$/.test(offset)) return Number(offset);
  throw new AwsError("InvalidRequestException", "NextToken does not belong to this request.");
};

/** The next page's token, where there is one. */
export const nextTokenOf = (
  request: PageRequest,
  total: number,
): { readonly nextToken?: string } => {
  const end = offsetOf(request) + request.size;
  return end < total ? { nextToken: tokenOf(request.query, end) } : {};
};

export const pageOf = <T>(list: readonly T[], request: PageRequest): Page<T> => {
  const offset = offsetOf(request);
  return {
    items: list.slice(offset, offset + request.size),
    ...nextTokenOf(request, list.length),
  };
};

/** S3's continuation token: the key behind which the next page begins. */
export const tokenOfKey = (key: string): string => Buffer.from(`key ${key}`).toString("base64url");

export const offsetKeyOf = (token: string): string => {
  const text = Buffer.from(token, "base64url").toString();
  if (text.startsWith("key ")) return text.slice("key ".length);
  throw new AwsError("InvalidArgument", "The continuation token provided is incorrect");
};
