import { UploadOutlined } from "@ant-design/icons";
import { App, Button, Upload } from "antd";
import { asProblem } from "../api/problem";
import { DownloadButton } from "../display/DownloadButton";
import { LoadFailure } from "../display/LoadFailure";
import { sheetTitle } from "./overview";
import { templateAddress, useReadFile } from "./queries";
import type { SheetFileRead, SheetName, SheetSummary } from "./shapes";

/** The sheet as a workbook, and a workbook into the grid; nothing of it is saved by that. */
export function SheetFile(props: {
  cycle: string;
  sheet: SheetName;
  title: SheetSummary;
  readOnly: boolean;
  read: (file: SheetFileRead) => void;
}) {
  const { message, modal } = App.useApp();
  const reading = useReadFile(props.cycle, props.sheet);
  const take = (file: File) =>
    reading.mutate(file, {
      onSuccess: (read) => {
        props.read(read);
        if (read.cells.length === 0) void message.info("表格中没有可以读入的分值。");
      },
      onError: (error) =>
        void modal.error({
          title: "没有读入",
          // A workbook that is not this sheet's says where.
          content: asProblem(error).places.length > 0 ? <LoadFailure error={error} /> : asProblem(error).detail,
          okText: "知道了",
        }),
    });
  return (
    <>
      <DownloadButton
        address={templateAddress(props.cycle, props.sheet)}
        fileName={`科室评分表-${sheetTitle(props.title).replaceAll(" · ", "-")}.xlsx`}
        testId="sheet-template"
      >
        下载模板
      </DownloadButton>
      {!props.readOnly && (
        <Upload
          accept=".xlsx"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(file) => {
            take(file);
            return Upload.LIST_IGNORE;
          }}
          data-testid="sheet-file"
        >
          <Button icon={<UploadOutlined />} loading={reading.isPending}>
            读入表格
          </Button>
        </Upload>
      )}
    </>
  );
}
