import { useMutation } from "@tanstack/react-query";
import { gateway } from "../api/clients";
import type { QrCode } from "../api/shapes";

/** As many as are drawn at once. */
const mostCodes = 500;

/** 二维码 of links that are to be printed. */
export function useQrCodes() {
  return useMutation({
    mutationFn: async (addresses: readonly string[]) => {
      const codes: QrCode[] = [];
      for (let at = 0; at < addresses.length; at += mostCodes) {
        const some = addresses.slice(at, at + mostCodes);
        codes.push(...(await gateway.POST("/api/qr-codes", { body: { addresses: some } })).data!);
      }
      return codes;
    },
    // The links are secrets: nothing keeps them once the dialog is gone.
    gcTime: 0,
  });
}
