import "./base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Portal } from "./Portal";

createRoot(document.getElementById("portal")!).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
