import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button, Flex, Table, Typography } from "antd";
import { useEffect } from "react";
import type { IssuedLink } from "../api/shapes";
import { saveAs } from "../display/download";
import { paged } from "../display/paging";
import { ShownOnce } from "../display/ShownOnce";
import { useProblem } from "../display/useProblem";
import { useQrCodes } from "../display/useQrCodes";
import { linksFile, linksText, mostPrinted } from "./households";
import { LinkSheet } from "./LinkSheet";

/** The links as they were issued. Nobody can look them up later: not even the service knows them. */
export function IssuedLinks(props: {
  campaign: string;
  area: string;
  links: readonly IssuedLink[];
  close: () => void;
}) {
  const { area, links } = props;
  const problem = useProblem();
  const codes = useQrCodes();
  // The labels must be in the page before the browser prints it.
  useEffect(() => {
    if (codes.data) globalThis.print();
  }, [codes.data]);
  const download = () =>
    saveAs(new Blob([linksFile(area, links)], { type: "text/csv;charset=utf-8" }), `${area} ${props.campaign} 测评链接.csv`);
  return (
    <ShownOnce
      title={`${area} · ${links.length} 户测评链接`}
      open
      warning="链接只显示这一次，关闭后无法再次查看"
      about="请先下载或复制。持有链接即可代该户作答，请逐户发放，不要公开张贴或转发到群。"
      kept="已保存，关闭"
      keptTestId="issued-links-close"
      close={props.close}
      width={720}
    >
      <Flex gap="middle" wrap align="center">
        <Button type="primary" icon={<DownloadOutlined />} onClick={download} data-testid="download-links">
          下载 CSV
        </Button>
        <Button
          icon={<PrinterOutlined />}
          loading={codes.isPending}
          disabled={links.length > mostPrinted}
          title={links.length > mostPrinted ? `一次打印不超过 ${mostPrinted} 户，请分批发放` : ""}
          onClick={() =>
            codes.mutate(
              links.map((link) => link.url),
              { onError: problem.showMessage },
            )
          }
          data-testid="print-links"
        >
          打印二维码
        </Button>
        <Typography.Text copyable={{ text: linksText(links), tooltips: ["复制全部", "已复制"] }}>
          复制全部
        </Typography.Text>
      </Flex>
      <Table<IssuedLink>
        rowKey="household"
        size="small"
        dataSource={[...links]}
        scroll={{ x: "max-content" }}
        pagination={{ ...paged(10), size: "small" }}
        columns={[
          { title: "户号", dataIndex: "household", fixed: "left" },
          {
            title: "网址",
            dataIndex: "url",
            render: (url: string) => (
              <Typography.Text className="code" copyable>
                {url}
              </Typography.Text>
            ),
          },
        ]}
      />
      {codes.data && (
        <LinkSheet
          campaign={props.campaign}
          area={area}
          labels={links.map((link, at) => ({ link, code: codes.data[at]! }))}
        />
      )}
    </ShownOnce>
  );
}
