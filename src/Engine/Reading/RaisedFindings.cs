using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>The codes of all findings (需关注事项) that results of a scheme may have.</summary>
/// <param name="All">In the order of sheets, calculations, events and payout, then those of every scheme.</param>
/// <param name="OfLines">Those that are about one line.</param>
internal sealed record RaisedFindings(IReadOnlyList<string> All, IReadOnlySet<string> OfLines)
{
    internal static RaisedFindings Of(
        IReadOnlyList<ScoreSheet> sheets,
        PayoutRule? payout,
        ReadingState state
    )
    {
        var ofLines = sheets
            .SelectMany(sheet => sheet.LastPlaces)
            .Select(last => last.Code)
            .ToHashSet(StringComparer.Ordinal);
        return new(
            [
                .. sheets
                    .SelectMany(sheet => sheet.Findings)
                    .Select(finding => finding.Code)
                    .Concat(ofLines)
                    .Concat(
                        sheets
                            .SelectMany(sheet => sheet.Values)
                            .SelectMany(value => value.Expression.All())
                            .OfType<IRaisesFinding>()
                            .Select(raising => raising.Code)
                    )
                    .Concat(
                        state.Events.Values.Select(rule => rule.Waiver?.Finding).OfType<string>()
                    )
                    .Concat(
                        (payout?.Table?.Roles ?? [])
                            .Select(role => role.DuplicateFinding)
                            .OfType<string>()
                    )
                    .Concat([
                        AbsenceFindings.FactMissing,
                        AbsenceFindings.FactAbsent,
                        ItemBounds.OutOfRange,
                    ])
                    .Distinct(StringComparer.Ordinal),
            ],
            ofLines
        );
    }
}
