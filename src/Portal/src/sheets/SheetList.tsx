import { Alert, Button, Card, Empty, Flex, Progress, Segmented, Skeleton, Table, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { CycleView } from "../api/shapes";
import { CyclePicker } from "../cycles/CyclePicker";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { paged } from "../display/paging";
import { rowLink } from "../display/rowLink";
import { moment } from "../display/times";
import { useAddress } from "../display/useAddress";
import { useIsNarrow } from "../display/useIsNarrow";
import { useMe } from "../session/session";
import { ActButtons } from "./ActButtons";
import { apart, inOrder, keyOf, missingWords, sheetTitle, type Show, shows, showsOf } from "./overview";
import { useSheets } from "./queries";
import type { SheetName, SheetSummary } from "./shapes";
import { SheetRules } from "./SheetRules";
import { StateTag } from "./StateTag";

const addressOf = (cycle: string, { department, period }: SheetName): string =>
  `/sheets?${new URLSearchParams({ cycle, department, ...(period && { period }) }).toString()}`;

/** The sheets of a cycle: what waits, what is late, what is missing; several can be submitted or signed at once. */
export function SheetList({ cycle, notice }: { cycle: CycleView; notice: ReactNode }) {
  const me = useMe();
  const go = useNavigate();
  const sheets = useSheets(cycle.id);
  const office = me.roles.includes("townshipAdministrator");
  return (
    <>
      <PageHead
        title="科室评分表"
        about="每个科室每期一张：填报、提交，由分管领导签批后计入成绩。"
        actions={
          <>
            {office && sheets.data && sheets.data.length > 0 && <SheetRules cycle={cycle.id} sheets={sheets.data} />}
            <CyclePicker value={cycle.id} onChange={(id) => void go(`/sheets?cycle=${id}`)} />
          </>
        }
      />
      <div className="stack">
        {notice}
        {sheets.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
        {sheets.isError && <LoadFailure error={sheets.error} retry={() => void sheets.refetch()} />}
        {sheets.data && <List cycle={cycle.id} sheets={sheets.data} />}
      </div>
    </>
  );
}

function List({ cycle, sheets: all }: { cycle: string; sheets: readonly SheetSummary[] }) {
  const go = useNavigate();
  const narrow = useIsNarrow();
  const [search] = useSearchParams();
  const [, setAddress] = useAddress();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [unfolded, setUnfolded] = useState(false);
  const { usual, others } = apart(all);
  const sheets = unfolded ? all : usual;
  const choices = showsOf(sheets);
  const show = choices.find((one) => one.show === search.get("show"))?.show ?? "all";
  const shown = inOrder(sheets).filter(shows[show].fits);
  const chosen = shown.filter((sheet) => keys.includes(keyOf(sheet)));
  const late = sheets.filter((sheet) => sheet.isOverdue).length;
  const acting = sheets.some((sheet) => sheet.maySubmit || sheet.maySign || sheet.mayReopen);
  if (sheets.length === 0) {
    return (
      <Card>
        <Empty description="本考核周期没有由您填报或签批的评分表。" />
      </Card>
    );
  }
  return (
    <>
      {late > 0 && (
        <Alert type="warning" showIcon title={`${late} 张评分表已过截止日期，仍未提交或签批。`} data-testid="sheets-late" />
      )}
      <Card>
        <Flex className="table-tools" gap="small" wrap justify="space-between" align="center">
          <Segmented<Show>
            className="sheet-shows"
            value={show}
            onChange={(value) => setAddress({ show: value === "all" ? null : value })}
            options={choices.map((one) => ({ value: one.show, label: one.label }))}
            data-testid="sheets-show"
          />
          {acting && (
            <Flex gap="small" wrap align="center">
              {chosen.length > 0 && <span className="quiet">已选 {chosen.length} 张</span>}
              <ActButtons cycle={cycle} sheets={chosen} all={sheets} done={() => setKeys([])} />
            </Flex>
          )}
        </Flex>
        <Table<SheetSummary>
          rowKey={keyOf}
          size="middle"
          data-testid="sheet-list"
          dataSource={shown}
          pagination={paged(50)}
          onRow={(sheet) =>
            rowLink(() => void go(addressOf(cycle, sheet)), { "data-sheet": `${sheet.department}|${sheet.period}` })
          }
          {...(acting && {
            rowSelection: {
              selectedRowKeys: chosen.map(keyOf),
              onChange: (next) => setKeys(next as string[]),
              getCheckboxProps: (sheet) => ({ "aria-label": `选择 ${sheetTitle(sheet)}`, name: sheetTitle(sheet) }),
              onCell: () => ({ onClick: (event) => event.stopPropagation() }),
            },
          })}
          expandable={{
            rowExpandable: (sheet) => sheet.missing.length > 0,
            columnTitle: "缺项",
            columnWidth: 64,
            showExpandColumn: shown.some((sheet) => sheet.missing.length > 0),
            expandedRowRender: (sheet) => (
              <div data-testid="sheet-missing">
                尚缺：
                <ul className="places">
                  {missingWords(sheet).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            ),
          }}
          columns={[
            {
              title: "科室、期次",
              key: "sheet",
              render: (_, sheet) => (
                <>
                  <Link to={addressOf(cycle, sheet)}>{sheetTitle(sheet)}</Link>
                  {narrow && (
                    <div className="sheet-brief">
                      <StateTag sheet={sheet} /> <Filled sheet={sheet} />
                      <Due sheet={sheet} />
                    </div>
                  )}
                </>
              ),
            },
            { title: "状态", key: "state", hidden: narrow, width: 120, render: (_, sheet) => <StateTag sheet={sheet} /> },
            { title: "已填 / 应填", key: "filled", hidden: narrow, width: "22%", render: (_, sheet) => <Filled sheet={sheet} /> },
            { title: "截止", key: "due", hidden: narrow, width: 170, render: (_, sheet) => <Due sheet={sheet} /> },
            {
              title: "最近办理",
              key: "act",
              hidden: narrow,
              width: "26%",
              render: (_, sheet) =>
                sheet.by && (
                  <>
                    <div className="quiet">
                      {sheet.by}，{moment(sheet.at)}
                    </div>
                    {sheet.reason && <div className="sheet-reason">{sheet.reason}</div>}
                  </>
                ),
            },
          ]}
        />
        {others.length > 0 && (
          <Button
            type="link"
            className="sheet-others"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
            data-testid="sheets-others"
          >
            {unfolded ? "收起" : "显示"}其他报送方式（{others.length}）
          </Button>
        )}
      </Card>
    </>
  );
}

function Filled({ sheet }: { sheet: SheetSummary }) {
  return (
    <span className="sheet-filled">
      <span className="numbers">
        {sheet.filled} / {sheet.cells}
      </span>
      <Progress
        percent={sheet.cells > 0 ? (sheet.filled / sheet.cells) * 100 : 0}
        showInfo={false}
        size="small"
        status={sheet.filled === sheet.cells ? "success" : "normal"}
        aria-label={`${sheetTitle(sheet)}已填`}
      />
    </span>
  );
}

const Due = ({ sheet }: { sheet: SheetSummary }) => (
  <>
    {sheet.due && <span className="numbers">{sheet.due}</span>} {sheet.isOverdue && <Tag color="error">逾期</Tag>}
  </>
);
