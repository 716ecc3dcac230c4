/** Where to go after signing in: back to where one was, but never to another site. */
export function returnAddress(from: string | null): string {
  if (!from || !from.startsWith("/") || from.startsWith("//") || from.includes("\\")) return "/";
  return from.startsWith("/sign-in") ? "/" : from;
}
