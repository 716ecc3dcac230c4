import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

export default defineConfig(({ mode }) => {
  // While pages are being written, the running gateway answers everything that is not a page.
  const { GATEWAY: gateway = "http://127.0.0.1:8080" } = loadEnv(mode, ".", "GATEWAY");
  return {
    plugins: [react()],
    server: { proxy: { "/api": gateway, "/openapi": gateway, "/s/": gateway, "/notices": gateway } },
    build: {
      target: "es2022",
      // Nothing inline: the content security policy allows scripts and images from files only.
      assetsInlineLimit: 0,
      // The pages' rules are a few kilobytes in all.
      cssCodeSplit: false,
      chunkSizeWarningLimit: 900,
    },
  };
});
