import type { TablePaginationConfig } from "antd";

/** The pages of a table whose rows are all here. */
export const paged = (pageSize: number) => ({ pageSize, hideOnSinglePage: true, showSizeChanger: false });

/** The pages of a table of which one page is here. */
export const pagedByService = (props: {
  page: number;
  pageSize: number;
  total: number;
  /** What is counted, 条 or 件. */
  unit: string;
  turn: (page: number) => void;
}): TablePaginationConfig => ({
  ...paged(props.pageSize),
  current: props.page,
  total: props.total,
  showTotal: (total) => `共 ${total} ${props.unit}`,
  onChange: props.turn,
});
