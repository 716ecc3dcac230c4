/** Pages in front of the portal; nobody is to be led back to them. */
const inFront = /^\/(sign-in|invitation|enrolment)(?=[/?#]|$)/;

/** Where to go after signing in: back to where one was, but never to another site. */
export function returnAddress(from: string | null): string {
  if (!from || !from.startsWith("/") || from.startsWith("//") || from.includes("\\")) return "/";
  return inFront.test(from) ? "/" : from;
}
