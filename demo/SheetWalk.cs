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
            .Where(sheet =>
                (bool)sheet!["isBegun"]! && StateOf(sheet) is not ("signed" or "counted")
            )
            .ToList();
        if (begun.Count == 0)
        {
            return 0;
        }

        var drafts = begun.Where(sheet => StateOf(sheet) != "submitted").Select(Named).ToList();
        if (drafts.Count > 0)
        {
            var departments = drafts.Select(one => one.Department).Distinct().ToList();
            await TakeAsync(
                await scorer(departments),
                "submit",
                new { sheets = drafts, incomplete = "其余对象本期不评" },
                cancellationToken
            );
        }

        await TakeAsync(
            leader,
            "sign",
            new { sheets = begun.Select(Named), confirm = true },
            cancellationToken
        );
        return begun.Count;
    }

    private async Task TakeAsync(
        ICaller by,
        string step,
        object body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await by.PostAsync($"{Path}/{step}", body, cancellationToken);
        }
        catch (PlatformException refusal)
            when (refusal.Code is "sheet-must-be-a-draft" or "sheet-must-be-submitted-first")
        {
            // All or none: it was done, and the first answer was lost.
        }
    }

    private static string? StateOf(JsonNode? sheet) => (string?)sheet!["state"];

    private static NamedSheet Named(JsonNode? sheet) =>
        new((string)sheet!["department"]!, (string)sheet["period"]!);

    private sealed record NamedSheet(string Department, string Period);
}
