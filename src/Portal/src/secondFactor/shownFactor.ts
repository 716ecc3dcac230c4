import type { PresentedFactor } from "../api/shapes";

/** 动态口令 of the app, or a 恢复码 in its stead. */
export type FactorKind = "code" | "recoveryCode";

const codeDigits = 6;
const recoveryHalf = 5;

/** As people type it: with blanks between, in full-width digits, in small letters, without the hyphen. */
const plain = (typed: string): string => typed.normalize("NFKC").replace(/[\s-]/g, "");

export function shownFactor(kind: FactorKind, typed: string): PresentedFactor {
  const given = plain(typed);
  if (kind === "code") return { code: given, recoveryCode: null };
  const letters = given.toUpperCase();
  return {
    code: null,
    recoveryCode:
      letters.length === 2 * recoveryHalf ? `${letters.slice(0, recoveryHalf)}-${letters.slice(recoveryHalf)}` : letters,
  };
}

/** Whether it can be one at all; whether it is the right one, only the service knows. */
export const isComplete = (kind: FactorKind, typed: string): boolean =>
  kind === "code" ? plain(typed).length === codeDigits && /^\d+$/.test(plain(typed)) : plain(typed) !== "";

/** A key to be typed, in groups of four. */
export const grouped = (key: string): string => key.replace(/(.{4})(?=.)/g, "$1 ");

/** A drawing as an image: never put into the page as markup. */
export const asImage = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
