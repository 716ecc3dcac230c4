import { Flex, Tag } from "antd";
import { moment } from "../display/times";
import type { SheetSummary } from "./shapes";
import { StateTag } from "./StateTag";

/** How far a sheet has come. */
export function SheetStanding({ summary }: { summary: SheetSummary }) {
  const open = summary.cells - summary.filled;
  return (
    <Flex gap="middle" wrap align="center" className="sheet-standing" data-testid="sheet-standing">
      <StateTag sheet={summary} />
      <span>
        已填 <b className="numbers">{summary.filled}</b> / <span className="numbers">{summary.cells}</span>
        {open > 0 && <span className="quiet">，缺 {open} 格</span>}
      </span>
      <span>
        {summary.due ? (
          <>
            截止 <span className="numbers">{summary.due}</span> {summary.isOverdue && <Tag color="error">逾期</Tag>}
          </>
        ) : (
          <span className="quiet">未规定截止日期</span>
        )}
      </span>
      <span className="quiet">{summary.signatureNeeded ? "须经分管领导签批" : "不需签批，提交后即计入"}</span>
      {summary.by && (
        <span className="quiet">
          {summary.by}，{moment(summary.at)}
        </span>
      )}
    </Flex>
  );
}
