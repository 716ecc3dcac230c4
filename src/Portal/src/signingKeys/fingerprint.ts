const groupLength = 4;

/** A fingerprint in groups, so that two people can read it to each other. */
export const groupsOf = (fingerprint: string): string[] =>
  fingerprint.match(new RegExp(`.{1,${groupLength}}`, "g")) ?? [];

/** What a key's file is called: by the beginning of its fingerprint. */
export const keyFileName = (fingerprint: string): string => `公钥-${fingerprint.slice(0, 8)}.pem`;
