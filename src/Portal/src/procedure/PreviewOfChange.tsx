import { Alert, Button } from "antd";
import type { ChangeAsked } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { isEmpty } from "./differences";
import { MovesTable } from "./MovesTable";
import type { usePreviewOfChange } from "./queries";

/** 推演: who moves, by which clause, and where the procedure goes on; asked for before the change is made. */
export function PreviewOfChange(props: {
  change: ChangeAsked;
  preview: ReturnType<typeof usePreviewOfChange>;
  disabled?: boolean;
}) {
  const { change, preview } = props;
  return (
    <div className="gap-below">
      <Button
        onClick={() => preview.mutate(change)}
        loading={preview.isPending}
        disabled={props.disabled || isEmpty(change)}
        data-testid="preview-change"
      >
        推演结果
      </Button>
      {preview.isError && <LoadFailure title="不能推演" error={preview.error} />}
      {preview.data && (
        <div className="gap-above" data-testid="change-preview">
          <MovesTable moved={preview.data.moved} />
          {preview.data.to !== null && (
            <Alert
              type="info"
              showIcon
              className="gap-above"
              title={`记录后，程序从“${preview.data.to}”继续办理。`}
            />
          )}
        </div>
      )}
    </div>
  );
}
