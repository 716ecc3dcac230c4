/** The page that everybody reaches without signing in. */
export const openAddress = (notice: string): string => `/notices/${notice}`;
