import { PrinterOutlined } from "@ant-design/icons";
import { Button, Table, Typography } from "antd";
import { useEffect } from "react";
import type { InvitationSlip } from "../api/shapes";
import { paged } from "../display/paging";
import { ShownOnce } from "../display/ShownOnce";
import { moment } from "../display/times";
import { useProblem } from "../display/useProblem";
import { useQrCodes } from "../display/useQrCodes";
import { InvitationSheet } from "./InvitationSheet";

const linkOf = (slip: InvitationSlip): string => new URL(slip.path, globalThis.location.origin).href;

/** The links as they were issued. Nobody can look them up later: not even the service knows them. */
export function InvitationsShownOnce(props: { slips: readonly InvitationSlip[]; close: () => void }) {
  const { slips } = props;
  const problem = useProblem();
  const codes = useQrCodes();
  // The slips must be in the page before the browser prints it.
  useEffect(() => {
    if (codes.data) globalThis.print();
  }, [codes.data]);
  return (
    <ShownOnce
      title={`已开立 ${slips.length} 个账号`}
      open
      warning="邀请链接只显示这一次，关闭后无法再次查看"
      about="请先打印，裁开后当面交给本人。谁持有链接谁就能设置密码，严禁转发；遗失的可在账号详情中重新邀请。"
      kept="已打印，关闭"
      keptTestId="invitations-close"
      close={props.close}
      width={800}
    >
      <div>
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          loading={codes.isPending}
          onClick={() => codes.mutate(slips.map(linkOf), { onError: problem.showMessage })}
          data-testid="print-invitations"
        >
          打印邀请单
        </Button>
      </div>
      <Table<InvitationSlip>
        rowKey="userName"
        size="small"
        data-testid="invitations"
        dataSource={[...slips]}
        scroll={{ x: "max-content" }}
        pagination={{ ...paged(10), size: "small" }}
        columns={[
          { title: "名称", dataIndex: "displayName", fixed: "left" },
          { title: "用户名", dataIndex: "userName" },
          {
            title: "邀请链接",
            key: "link",
            render: (_, slip) => (
              <Typography.Text className="code" copyable>
                {linkOf(slip)}
              </Typography.Text>
            ),
          },
          { title: "有效期至", dataIndex: "expiresAt", render: moment },
        ]}
      />
      {codes.data && (
        <InvitationSheet slips={slips.map((slip, at) => ({ slip, link: linkOf(slip), code: codes.data[at]! }))} />
      )}
    </ShownOnce>
  );
}
