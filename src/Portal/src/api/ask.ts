import { problemFrom, unreachable } from "./problem";

/** A call whose address is put together, as that of an import is; all others go through the typed clients. */
export async function ask<T>(method: "GET" | "POST", path: string, options: { body?: unknown; signal?: AbortSignal } = {}): Promise<T> {
  const form = options.body instanceof FormData;
  const response = await fetch(path, {
    method,
    headers: {
      "X-Requested-With": "assessment",
      ...(options.body !== undefined && !form ? { "Content-Type": "application/json" } : {}),
    },
    body: options.body === undefined ? null : form ? (options.body as FormData) : JSON.stringify(options.body),
    signal: options.signal ?? null,
  }).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === "AbortError" ? error : unreachable();
  });
  const content: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemFrom(response.status, content);
  return content as T;
}
