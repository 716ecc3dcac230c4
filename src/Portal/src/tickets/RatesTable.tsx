import { Empty, Table } from "antd";
import type { AreaRates } from "../api/shapes";
import { compareNumbers, compareTexts } from "../display/compare";
import { none, points } from "../display/numbers";

/** 处置率、解决率、满意率 of each area, with the numbers of tickets they are calculated from. */
export function RatesTable({ areas }: { areas: readonly AreaRates[] }) {
  return (
    <Table<AreaRates>
      rowKey="area"
      size="middle"
      data-testid="rates-table"
      dataSource={[...areas]}
      pagination={false}
      scroll={{ x: "max-content" }}
      locale={{ emptyText: <Empty description="还没有居民区名册，请先在“数据导入”中导入。" /> }}
      onRow={(area) => ({ "data-testid": `rates-row-${area.area}` }) as object}
      columns={[
        { title: "居民区", dataIndex: "name", fixed: "left", sorter: (a, b) => compareTexts(a.name, b.name) },
        {
          title: "计入工单",
          key: "tickets",
          align: "right",
          sorter: (a, b) => a.rates.tickets - b.rates.tickets,
          render: (_, area) => area.rates.tickets,
        },
        rate("处置率（按时办结 / 计入）", "disposal", (area) => [area.rates.disposed, area.rates.tickets]),
        rate("解决率（已解决 / 计入）", "resolution", (area) => [area.rates.solved, area.rates.tickets]),
        rate("满意率（满意 / 已评价）", "satisfaction", (area) => [area.rates.satisfied, area.rates.rated]),
      ]}
    />
  );
}

type Rate = "disposal" | "resolution" | "satisfaction";

const rate = (title: string, of: Rate, parts: (area: AreaRates) => [number, number]) => ({
  title,
  key: of,
  align: "right" as const,
  sorter: (a: AreaRates, b: AreaRates, order?: "ascend" | "descend" | null) =>
    compareNumbers(a.rates[of], b.rates[of], order),
  render: (_: unknown, area: AreaRates) =>
    area.rates[of] === null ? (
      none
    ) : (
      <>
        {points(area.rates[of])}% <span className="quiet">{parts(area).join(" / ")}</span>
      </>
    ),
});
