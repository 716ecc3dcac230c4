import { createPortal } from "react-dom";
import type { IssuedLink, QrCode } from "../api/shapes";
import "./linkSheet.css";

interface LabelledCode {
  link: IssuedLink;
  code: QrCode;
}

/** 二维码单: one label per household, for cutting apart; it is on paper only, never on the screen. */
export function LinkSheet(props: { campaign: string; area: string; labels: readonly LabelledCode[] }) {
  return createPortal(
    <div className="link-sheet" data-testid="link-sheet">
      {props.labels.map(({ link, code }) => (
        <div key={link.household} className="link-label">
          <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={link.url} shapeRendering="crispEdges">
            <path d={code.path} />
          </svg>
          <strong>{props.area}</strong>
          <div>户号 {link.household}</div>
          <div>{props.campaign}</div>
          <div className="link-label-note">微信扫码填写，每户一份，不记名</div>
        </div>
      ))}
    </div>,
    document.body,
  );
}
