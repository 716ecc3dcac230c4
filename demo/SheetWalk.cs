using System.Text.Json.Nodes;

namespace Assessment.Demo;

/// <summary>Takes what is on the departments' sheets through their hands: submitted by the departments, signed by the leader in charge.</summary>
/// <param name="office">Who sees all sheets.</param>
/// <param name="scorer">Who scores for those departments.</param>
/// <param name="leader">Who signs for all of them.</param>
public sealed class SheetWalk(
    string cycle,
    ICaller office,
    Func<IReadOnlyList<string>, Task<ICaller>> scorer,
    ICaller leader
)
{
    private string Path => $"/api/scoring/cycles/{cycle}/sheets";

    /// <summary>Begun again it goes on where it was.</summary>
    /// <returns>How many were signed.</returns>
    public async Task<int> SignAsync(CancellationToken cancellationToken)
    {
        var begun = (await office.GetAsync(Path, cancellationToken))!
            .AsArray()
            .Where(sheet => (bool)sheet!["isBegun"]! && StateOf(sheet) != "signed")
            .ToList();
        if (begun.Count == 0)
        {
            return 0;
        }

        var drafts = begun.Where(sheet => StateOf(sheet) != "submitted").Select(Named).ToList();
        if (drafts.Count > 0)
        {
            var departments = drafts.Select(one => one.Department).Distinct().ToList();
            await (await scorer(departments)).PostAsync(
                $"{Path}/submit",
                new { sheets = drafts, incomplete = "其余对象本期不评" },
                cancellationToken
            );
        }

        await leader.PostAsync(
            $"{Path}/sign",
            new { sheets = begun.Select(Named), confirm = true },
            cancellationToken
        );
        return begun.Count;
    }

    private static string? StateOf(JsonNode? sheet) => (string?)sheet!["state"];

    private static NamedSheet Named(JsonNode? sheet) =>
        new((string)sheet!["department"]!, (string)sheet["period"]!);

    private sealed record NamedSheet(string Department, string Period);
}
