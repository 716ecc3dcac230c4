using System.Collections.Frozen;

namespace Assessment.Engine.Language;

/// <summary>What the registers (名册) of areas and staff have in any case: a declared attribute is something else.</summary>
internal static class RegisterWords
{
    /// <summary>Upper and lower case are one, as in the heads of files.</summary>
    internal static FrozenSet<string> Ids { get; } =
        FrozenSet.ToFrozenSet(
            [
                "id",
                "name",
                "state",
                "category",
                "households",
                "partyMembers",
                "area",
                "post",
                "presiding",
                "onSite",
                "identity",
                "months",
                "leaveMonths",
                "retiredInYear",
                "previousGrade",
                "base",
            ],
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>Those that are numbers.</summary>
    internal static FrozenSet<string> Numbers { get; } =
        FrozenSet.ToFrozenSet(
            ["households", "partyMembers", "months", "leaveMonths", "base"],
            StringComparer.Ordinal
        );

    internal static FrozenSet<string> Titles { get; } =
        FrozenSet.ToFrozenSet(
            [
                "编号",
                "名称",
                "姓名",
                "类别",
                "总户数",
                "党员数",
                "居民区",
                "职务",
                "主持工作",
                "坐班",
                "身份",
                "在岗月数",
                "病事假月数",
                "当年退休",
                "上年等次",
                "绩效基数",
            ],
            StringComparer.Ordinal
        );
}
