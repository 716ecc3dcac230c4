import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import type { QrCode } from "../api/shapes";
import "./printSheet.css";

/** Labels or slips for cutting apart (A4); on paper only, never on the screen. */
export function PrintSheet(props: { columns: 2 | 3; testId: string; children: ReactNode }) {
  return createPortal(
    <div className={`print-sheet print-sheet-${props.columns}`} data-testid={props.testId}>
      {props.children}
    </div>,
    document.body,
  );
}

export function QrDrawing({ code, label }: { code: QrCode; label: string }) {
  return (
    <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={code.path} />
    </svg>
  );
}
