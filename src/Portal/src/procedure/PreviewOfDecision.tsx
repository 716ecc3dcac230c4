import { Alert } from "antd";
import type { DecisionPreview } from "../api/shapes";
import { MovesTable } from "./MovesTable";

/** Who would move, by what, and which quotas would be exceeded. */
export function PreviewOfDecision({ preview }: { preview: DecisionPreview }) {
  const exceeded = preview.quotas.filter((quota) => quota.message !== null);
  return (
    <div data-testid="decision-preview">
      {preview.mustBePublicised && (
        <Alert
          type="error"
          showIcon
          className="gap-below"
          title="其中有应当公示而尚未公示的等次，不能直接决定；请改为调整拟定，重新公示期满后再决定。"
        />
      )}
      {exceeded.map((quota) => (
        <Alert
          key={`${quota.among}${quota.within}${quota.grade}`}
          type={quota.limit === "hard" ? "error" : "warning"}
          showIcon
          className="gap-below"
          title={quota.message}
        />
      ))}
      <MovesTable moved={preview.moved} />
    </div>
  );
}
