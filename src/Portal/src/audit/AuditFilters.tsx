import { Button, DatePicker, Flex, Input, Select } from "antd";
import dayjs from "dayjs";
import { serviceNames, type Service } from "../api/services";
import { useAddress } from "../display/useAddress";
import { actionWords } from "./actions";
import { isFiltered, type AuditFilter } from "./filter";

const dayForm = "YYYY-MM-DD";

/** The filters are kept in the address, so that a list can be passed on and found again. */
export function AuditFilters({ filter, own }: { filter: AuditFilter; own: readonly Service[] }) {
  const [search, change] = useAddress();
  return (
    <Flex gap="small" wrap className="table-tools audit-filters">
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        aria-label="起止日期"
        className="audit-period"
        value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null]}
        onChange={(days) => change({ from: days?.[0]?.format(dayForm), to: days?.[1]?.format(dayForm) })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder="全部事项"
        aria-label="事项"
        data-testid="audit-action"
        className="audit-action"
        value={filter.action ?? null}
        onChange={(action: string | null) => change({ action })}
        options={Object.entries(actionWords).map(([value, label]) => ({ value, label }))}
      />
      {own.length > 1 && (
        <Select
          allowClear
          placeholder="全部方面"
          aria-label="方面"
          data-testid="audit-service"
          className="audit-service"
          value={filter.service ?? null}
          onChange={(service: string | null) => change({ service })}
          options={own.map((value) => ({ value, label: serviceNames[value] }))}
        />
      )}
      <Input.Search
        // Another address, another start.
        key={`who ${filter.who ?? ""}`}
        allowClear
        placeholder="操作人用户名"
        aria-label="操作人用户名"
        data-testid="audit-who"
        className="audit-text"
        defaultValue={filter.who}
        onSearch={(who) => change({ who: who.trim() })}
      />
      <Input.Search
        key={`subject ${filter.subject ?? ""}`}
        allowClear
        placeholder="对象编号"
        aria-label="对象编号"
        data-testid="audit-subject"
        className="audit-text"
        defaultValue={filter.subject}
        onSearch={(subject) => change({ subject: subject.trim() })}
      />
      {isFiltered(filter) && (
        <Button type="link" onClick={() => change(Object.fromEntries([...search.keys()].map((name) => [name, null])))}>
          清除条件
        </Button>
      )}
    </Flex>
  );
}
