import { Tag } from "antd";
import { stateWords } from "./overview";
import type { SheetSummary } from "./shapes";

export const StateTag = ({ sheet }: { sheet: SheetSummary }) => (
  <Tag color={stateWords[sheet.state].colour} data-testid="sheet-state">
    {stateWords[sheet.state].title}
  </Tag>
);
