import { useSearchParams } from "react-router";

/** What a list is narrowed to lives in the address, so that it can be passed on and the way back restores it. */
export function useAddress(): [URLSearchParams, (changes: Record<string, string | null | undefined>) => void] {
  const [search, setSearch] = useSearchParams();
  const change = (changes: Record<string, string | null | undefined>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  return [search, change];
}

/** The page in the address, from 1. */
export const pageIn = (search: URLSearchParams): number => Math.max(1, Number(search.get("page")) || 1);
