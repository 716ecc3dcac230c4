using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Payout.Sheets;

/// <summary>Which of a cycle's sheets this is.</summary>
public enum SheetState
{
    /// <summary>The one that holds.</summary>
    Current,

    /// <summary>Kept, replaced by a newer one.</summary>
    Superseded,
}

/// <summary>A sheet in the list.</summary>
/// <param name="Undetermined">How many amounts cannot be said yet.</param>
public sealed record SheetSummary(
    Guid Cycle,
    int Number,
    string Scheme,
    string Title,
    int Year,
    SheetState State,
    string Digest,
    DateTimeOffset MadeAt,
    int People,
    int Undetermined,
    decimal Total
);

/// <summary>A sheet with its lines.</summary>
/// <param name="Total">Of the amounts that can be said, in yuan.</param>
public sealed record SheetView(
    Guid Cycle,
    int Number,
    string Scheme,
    string SchemeVersion,
    string Title,
    int Year,
    SheetState State,
    string Digest,
    DateTimeOffset FinalAt,
    DateTimeOffset MadeAt,
    decimal Total,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<LineView> Lines
)
{
    internal static SheetView Of(PayoutSheet sheet, SheetState state)
    {
        var publication = sheet.ReadPublication();
        return new SheetView(
            sheet.Cycle,
            sheet.Number,
            sheet.Scheme,
            publication.SchemeVersion,
            sheet.Title,
            sheet.Year,
            state,
            sheet.Digest,
            publication.FinalAt,
            sheet.MadeAt,
            sheet.Lines.Sum(line => line.Amount ?? 0m),
            sheet.ReadFindings(),
            [.. sheet.Lines.OrderBy(line => line.Position).Select(LineView.Of)]
        );
    }
}

/// <summary>What one person gets.</summary>
/// <param name="Reference">The same on every sheet of the cycle, so that nobody is paid twice.</param>
/// <param name="PostTitle">The post in the scheme's word; null where the scheme does not name it.</param>
/// <param name="Amount">In yuan; null while it cannot be said.</param>
/// <param name="Reason">Why there is no amount.</param>
public sealed record LineView(
    string Person,
    string Reference,
    string Name,
    string Area,
    string AreaName,
    string Post,
    string? PostTitle,
    string? Role,
    string? Tier,
    decimal? Amount,
    string? Reason,
    ExplanationNode Explanation
)
{
    internal static LineView Of(SheetLine line) =>
        new(
            line.Person,
            line.Reference,
            line.Name,
            line.Area,
            line.AreaName,
            line.Post,
            line.PostTitle,
            line.RoleTitle,
            line.Tier,
            line.Amount,
            line.Reason,
            line.ReadExplanation()
        );
}
