import { AwsError } from "../awsError";
import { bodyOf, findObject, headersOf, type S3Run } from "../s3Objects";

interface ByteRange {
  readonly start: number;
  /** The last byte, which belongs to the range. */
  readonly end: number;
}

const notSatisfiable = (): never => {
  throw new AwsError("InvalidRange", "The requested range is not satisfiable");
};

const lastBytes = (count: number, size: number): ByteRange =>
  count > 0 && size > 0 ? { start: Math.max(0, size - count), end: size - 1 } : notSatisfiable();

const fromByte = (start: number, last: number, size: number): ByteRange =>
  start < size ? { start, end: Math.min(last, size - 1) } : notSatisfiable();

/** One range of bytes; anything else is ignored, as RFC 9110 wants it. */
const rangeOf = (header: string | undefined, size: number): ByteRange | undefined => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || first + last === "") return undefined;
  if (first === "") return lastBytes(Number(last), size);
  const end = last === "" ? Infinity : Number(last);
  return end < Number(first) ? undefined : fromByte(Number(first), end, size);
};

export const getObject: S3Run = (input, state) => {
  const object = findObject(state, input);
  const body = bodyOf(object);
  const range = rangeOf(input["Range"], body.length);
  if (!range) return { status: 200, headers: headersOf(object), body };
  return {
    status: 206,
    headers: {
      ...headersOf(object),
      "content-range": `bytes ${range.start}-${range.end}/${body.length}`,
    },
    body: body.subarray(range.start, range.end + 1),
  };
};
