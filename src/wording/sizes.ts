/** Bytes as MB, which is what the service's own limit of 5 MB counts in. */
export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
