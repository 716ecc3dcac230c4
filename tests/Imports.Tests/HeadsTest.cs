using Assessment.Imports.Heads;
using Xunit;

namespace Assessment.Imports.Tests;

public sealed class HeadsTest
{
    private static readonly IReadOnlyList<ImportColumn> Areas =
    [
        new("id", "编号", ""),
        new("name", "名称", ""),
        new("category", "类别", "", Required: false),
        new("households", "总户数", ""),
    ];

    private static readonly IReadOnlyList<ImportColumn> Answers =
    [
        new("area", "居民区", ""),
        new("q1、q2…", "各题答案", "", Required: false)
        {
            Series = "q{0}",
            SeriesTitle = "第{0}题",
        },
    ];

    [Theory]
    [InlineData("households")]
    [InlineData("总户数")]
    [InlineData("户数")]
    [InlineData("House Holds")]
    [InlineData("ＨＯＵＳＥＨＯＬＤＳ")]
    [InlineData("总 户 数")]
    [InlineData("总户数（户）")]
    [InlineData("总户数(户)")]
    [InlineData("*总户数")]
    [InlineData("总户数【必填】", false)]
    [InlineData("总户数（万户）", false)]
    [InlineData("户均人数", false)]
    public void Head_IsKnownByAnyOfItsWords_HoweverItIsSpelt(string head, bool known = true)
    {
        var heads = Of("areas", Areas, "编号", "名称", head);

        Assert.Equal(known, heads.Read.Any(read => read.Column == "households"));
        Assert.Equal(known, heads.Refusal is null);
    }

    [Fact]
    public void TwoHeadsOfOneColumn_AreRefused_NamingBoth()
    {
        var refusal = Of("areas", Areas, "编号", "名称", "总户数", "户数").Refusal;

        Assert.IsType<ImportColumnMustHaveOneHead>(refusal);
        Assert.Contains(
            "“总户数”和“户数”都是“总户数”一列",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void HeadOfTwoColumns_IsRefused_NamingBoth()
    {
        var refusal = Of(
            "areas",
            [new("id", "编号", ""), new("category", "代码", "")],
            "代码"
        ).Refusal;

        Assert.IsType<ImportHeadMustNameOneColumn>(refusal);
        Assert.Contains("“编号”和“代码”", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("总户书", "总户数")]
    [InlineData("housholds", "总户数")]
    [InlineData("居民区编码号", "编号")]
    [InlineData("备注", null)]
    [InlineData("电话", null)]
    public void UnknownHead_IsPassedOver_AndTheNearestIsNamedWhereItIsASlip(
        string head,
        string? nearest
    )
    {
        var heads = Of("areas", Areas, "编号", "名称", "户数", head);

        Assert.Null(heads.Refusal);
        Assert.Equal([new UnusedHead(head, nearest)], heads.Unused);
    }

    [Fact]
    public void MissingColumn_IsRefused_NamingItAndTheHeadThatWasProbablyMeant()
    {
        var refusal = Of("areas", Areas, "编号", "名称", "总户书").Refusal;

        Assert.IsType<ImportFileLacksColumns>(refusal);
        Assert.Contains("总户数（households）", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("总户书（是否为“总户数”？）", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q12")]
    [InlineData("第12题")]
    [InlineData("题12")]
    [InlineData("Q 12")]
    public void HeadOfASeries_IsTheColumnWithItsNumber(string head) =>
        Assert.Contains(
            new ReadHead(head, "q12", "第12题"),
            Of("responses", Answers, "居民区", head).Read
        );

    [Fact]
    public void EmptyHead_IsNoColumnAtAll() =>
        Assert.Empty(Of("responses", Answers, "居民区", "").Unused);

    private static ReadHeads Of(
        string kind,
        IReadOnlyList<ImportColumn> columns,
        params IReadOnlyList<string> header
    ) => ReadHeads.Of(kind, columns, header);
}
