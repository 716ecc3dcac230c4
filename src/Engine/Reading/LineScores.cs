using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Makes the calculation of a line (评分线条): over its departments, and for each over its periods.</summary>
internal sealed class LineScores(ScoreLine line, FactSlots slots)
{
    private const string Points = "分";

    internal Expression Expression() =>
        line.Combination switch
        {
            LineCombination.Lead => new Mean([.. line.Leads.Select(Score)], whenAllAbsent: null),
            LineCombination.Weights => new Weighted([
                .. line.Departments.Zip(
                    line.Weights,
                    (department, weight) =>
                        (new Constant(weight, $"{weight:0.####%}", null), Score(department))
                ),
            ]),
            _ => new Mean([.. line.Departments.Select(Score)], whenAllAbsent: null),
        };

    /// <summary>What one department gives; what is not there is missing.</summary>
    private Expression Score(string department) =>
        line.Sets.Count == 0
            ? Reading(department, null)
            : new PeriodSets([
                .. line.Sets.Select(set =>
                    set.Select(period => Reading(department, period)).ToArray()
                ),
            ]);

    private FactReading Reading(string department, string? period)
    {
        var key = new FactKey(line.Id, department, period);
        var title = period is null
            ? $"{department}评分"
            : $"{department}评分（{line.Periods.GetValueOrDefault(period, period)}）";
        return new(
            slots.SlotOf(key),
            key,
            new(title, Points),
            FactFigure.Value,
            AbsentMeaning.Missing
        );
    }
}
