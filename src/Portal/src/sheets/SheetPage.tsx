import { Select, Skeleton } from "antd";
import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { CycleView } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { keyOf, sheetTitle } from "./overview";
import { useSheet, useSheets } from "./queries";
import type { SheetName } from "./shapes";
import { SheetDesk } from "./SheetDesk";

/** One sheet; the others are a choice away. */
export function SheetPage(props: { cycle: CycleView; sheet: SheetName; notice: ReactNode }) {
  const { cycle, sheet } = props;
  const go = useNavigate();
  const view = useSheet(cycle.id, sheet);
  const sheets = useSheets(cycle.id);
  const title = view.data ? sheetTitle(view.data.summary) : sheet.department;
  return (
    <>
      <Link className="back" to={`/sheets?cycle=${cycle.id}`} data-testid="all-sheets">
        ‹ 全部评分表
      </Link>
      <PageHead
        title={`科室评分表：${title}`}
        actions={
          sheets.data &&
          sheets.data.length > 1 && (
            <Select
              aria-label="评分表"
              className="sheet-picker"
              data-testid="sheet-picker"
              value={keyOf(sheet)}
              onChange={(key: string) => {
                const [department, period] = JSON.parse(key) as [string, string];
                void go(`/sheets?${new URLSearchParams({ cycle: cycle.id, department, ...(period && { period }) }).toString()}`);
              }}
              options={sheets.data.map((one) => ({ value: keyOf(one), label: sheetTitle(one) }))}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: "label" }}
            />
          )
        }
      />
      <div className="stack">
        {props.notice}
        {view.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
        {view.isError && <LoadFailure error={view.error} retry={() => void view.refetch()} />}
        {view.data && <SheetDesk cycle={cycle.id} sheet={sheet} view={view.data} />}
      </div>
    </>
  );
}
