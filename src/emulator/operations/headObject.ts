import { bodyOf, findObject, headersOf, type S3Run } from "../s3Objects";

export const headObject: S3Run = (input, state) => {
  const object = findObject(state, input);
  const headers = { ...headersOf(object), "content-length": String(bodyOf(object).length) };
  return { status: 200, headers, body: "" };
};
