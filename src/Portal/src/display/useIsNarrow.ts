import { useSyncExternalStore } from "react";

/** As wide as a phone held upright, where a wide table would only be seen through a slit. */
const narrow = matchMedia("(max-width: 640px)");

const watch = (changed: () => void) => {
  narrow.addEventListener("change", changed);
  return () => narrow.removeEventListener("change", changed);
};

export const useIsNarrow = (): boolean => useSyncExternalStore(watch, () => narrow.matches);
