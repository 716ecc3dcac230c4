import type { ImportKind } from "../api/shapes";

/** A kind of import, and the service that takes it in. */
export type ServiceKind = ImportKind & { service: string };

/** Whose files each service takes in; in the order in which a township begins a year. */
const services = [
  { name: "scoring", roles: ["townshipAdministrator"] },
  { name: "survey", roles: ["townshipAdministrator", "surveyor"] },
  { name: "hotline", roles: ["townshipAdministrator"] },
  { name: "payout", roles: ["townshipAdministrator", "financePreparer"] },
];

/** The services that an account of these roles may ask for kinds and send files. */
export const importServices = (roles: readonly string[]): string[] =>
  services.filter((service) => service.roles.some((role) => roles.includes(role))).map((service) => service.name);

export const kindOf = (
  kinds: readonly ServiceKind[],
  of: { service: string; kind: string },
): ServiceKind | undefined => kinds.find((known) => known.service === of.service && known.kind === of.kind);

/** What an import of the kind is called; its code where that is not known. */
export const kindTitle = (kinds: readonly ServiceKind[], code: string): string =>
  kinds.find((known) => known.kind === code)?.title ?? code;
