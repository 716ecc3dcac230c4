import { PrinterOutlined, QrcodeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { ProcedureStep } from "../api/shapes";
import { QrDrawing } from "../display/PrintSheet";
import { useProblem } from "../display/useProblem";
import { useQrCodes } from "../display/useQrCodes";
import { useMe } from "../session/session";
import { openAddress } from "./words";
import "./publicity.css";

/** Where a notice is read; and for the office its QR code and the sheets to be posted. */
export function NoticeLinks({ notice, audience }: { notice: string; audience: ProcedureStep["audience"] }) {
  const office = useMe().roles.includes("townshipAdministrator");
  return (
    <span className="notice-links">
      {audience === "public" ? (
        <a href={openAddress(notice)} target="_blank" rel="noreferrer" data-testid="notice-page">
          公示页
        </a>
      ) : (
        <Link to={`/publicity/${notice}`} data-testid="notice-page">
          公示页
        </Link>
      )}
      {office && (
        <>
          <a href={`/api/scoring/notices/${notice}/print`} target="_blank" rel="noreferrer" data-testid="notice-print">
            <PrinterOutlined /> {audience === "areas" ? "打印张贴（全街镇、各居民区）" : "打印张贴"}
          </a>
          <NoticeCode notice={notice} />
        </>
      )}
    </span>
  );
}

/** Drawn when it is asked for, in its place under the links. */
function NoticeCode({ notice }: { notice: string }) {
  const [open, setOpen] = useState(false);
  const problem = useProblem();
  const codes = useQrCodes();
  const address = `${location.origin}${openAddress(notice)}`;
  const toggle = () => {
    setOpen(!open);
    if (!open && !codes.data) codes.mutate([address], { onError: problem.showMessage });
  };
  return (
    <>
      <Button
        type="link"
        size="small"
        icon={<QrcodeOutlined />}
        aria-expanded={open}
        onClick={toggle}
        data-testid="notice-qr"
      >
        二维码
      </Button>
      {open && (
        <span className="notice-code" data-testid="notice-code">
          {codes.data?.[0] && <QrDrawing code={codes.data[0]} label={address} />}
          <span className="code">{address}</span>
        </span>
      )}
    </>
  );
}
