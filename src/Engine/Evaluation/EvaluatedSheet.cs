using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Evaluation;

/// <summary>A score sheet with its subjects, calculated and placed.</summary>
/// <param name="Sheet">Null where the scheme does not assess areas: their table is there all the same, without results.</param>
/// <param name="Groups">Those who were ranked among each other.</param>
internal sealed record EvaluatedSheet(
    ScoreSheet? Sheet,
    SubjectTable Table,
    IReadOnlyList<RankGroup> Groups
)
{
    private readonly Lazy<RankGroup?[]> _groupOf = new(() => GroupOf(Table, Groups));

    /// <exception cref="FactSetException">A number becomes too large.</exception>
    internal static EvaluatedSheet Of(ScoreSheet? sheet, SubjectTable table)
    {
        if (sheet is null)
        {
            return new(null, table, []);
        }

        foreach (var column in sheet.Order)
        {
            var value = sheet.Values[column];
            try
            {
                table.Fill(column, value.Expression);
            }
            catch (OverflowException)
            {
                throw new FactSetException([
                    new("number-too-large", value.Id, $"计算“{value.Title}”时数值过大"),
                ]);
            }
        }
        return new(sheet, table, Placings.Place(sheet, table));
    }

    /// <summary>The group in which a subject is ranked; null where it is aside.</summary>
    internal RankGroup? Group(int subject) => _groupOf.Value[subject];

    private static RankGroup?[] GroupOf(SubjectTable table, IReadOnlyList<RankGroup> groups)
    {
        var groupOf = new RankGroup?[table.Subjects.Count];
        foreach (var group in groups)
        {
            foreach (var subject in group.Subjects)
            {
                groupOf[subject] = group;
            }
        }
        return groupOf;
    }
}
