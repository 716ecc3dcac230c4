import type { ThemeConfig } from "antd";

const ink = "#1f2a37";
const blue = "#1f4b7f";

/** One colour per grade and tier, the same in tables and charts; unknown ones are grey. */
const gradeColours: Record<string, string> = {
  优秀: "#2f6f4f",
  良好: "#4f8a6d",
  合格: "#1f4b7f",
  一般: "#5b7ea6",
  基本合格: "#b98a3a",
  较差: "#a2453c",
  不合格: "#a2453c",
};

export const gradeColour = (grade: string | null | undefined): string => gradeColours[grade ?? ""] ?? "#8a94a0";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: blue,
    colorPrimaryBg: "#e8eef6",
    colorPrimaryBgHover: "#dbe5f1",
    controlItemBgActive: "#e8eef6",
    colorLink: blue,
    colorInfo: blue,
    colorSuccess: "#2f6f4f",
    colorError: "#a2453c",
    // The tints derived from muted colours come out muddy; these are chosen.
    colorErrorBg: "#fbf0ee",
    colorErrorBorder: "#e8cac6",
    colorSuccessBg: "#edf5f0",
    colorSuccessBorder: "#c5ddd0",
    colorInfoBg: "#eef3f9",
    colorInfoBorder: "#c9d8ea",
    colorTextBase: ink,
    colorBgLayout: "#f4f5f7",
    borderRadius: 4,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
    fontSizeHeading1: 24,
    lineHeightHeading1: 1.4,
    fontSizeHeading2: 17,
  },
  components: {
    Layout: { headerBg: "#ffffff", headerPadding: "0 24px", bodyBg: "#f4f5f7" },
    Menu: { itemPaddingInline: 11, horizontalItemSelectedColor: blue, activeBarHeight: 3 },
    Table: { headerBg: "#f7f8fa", headerColor: "#5a6675", bodySortBg: "#ffffff", headerSortActiveBg: "#f0f2f5", cellPaddingBlock: 10 },
    Card: { headerFontSize: 16 },
  },
};

/** For people who have asked their system for less motion. */
export const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };
