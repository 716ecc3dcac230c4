namespace Assessment.Payout.ExportSheet;

/// <summary>岗位, as the workbook names the posts. A post that is not here is written as it came.</summary>
internal static class PostTitles
{
    private static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<
        string,
        string
    >
    {
        ["secretary"] = "书记",
        ["deputySecretary"] = "副书记",
        ["director"] = "主任",
        ["communityWorker"] = "社区工作者",
        ["gridLeader"] = "网格长",
        ["gridInstructor"] = "网格指导员",
        ["secondedLeader"] = "下派干部",
    };

    public static string Of(string post) => Titles.GetValueOrDefault(post, post);
}
