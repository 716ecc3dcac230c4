import { problemFrom, unreachable } from "../api/problem";

export function saveAs(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the content over once the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** Fetches a file rather than linking to it, so that a refusal is shown as one and not saved as a file. */
export async function downloadFile(address: string, fileName: string): Promise<void> {
  const response = await fetch(address).catch(() => {
    throw unreachable();
  });
  if (!response.ok) {
    throw problemFrom(response.status, await response.json().catch(() => null));
  }
  saveAs(await response.blob(), fileName);
}
