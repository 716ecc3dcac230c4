using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Reading;

/// <summary>Reads of whom something is: <c>areas</c> or classes of staff.</summary>
/// <param name="known">Those of the scheme, with the grades that each may get.</param>
internal sealed class SubjectNames(
    ReadingState state,
    IReadOnlyDictionary<string, IReadOnlyList<string>> known
)
{
    /// <summary>All who are assessed by the sheets.</summary>
    internal static SubjectNames Of(IEnumerable<ScoreSheet> sheets, ReadingState state)
    {
        var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var sheet in sheets)
        {
            known[sheet.Id ?? PanelRoll.Areas] =
            [
                .. sheet.Grades.Select(grade => grade.Name),
                .. sheet.Asides.Select(aside => aside.Grade).OfType<string>(),
            ];
        }

        return new(state, known);
    }

    /// <summary>The grades that those named may get; of all where nobody is named.</summary>
    internal IReadOnlyList<string> GradesOf(IReadOnlyList<string> of) =>
        [
            .. (of.Count == 0 ? known.Keys : of)
                .SelectMany(one => known.GetValueOrDefault(one) ?? [])
                .Distinct(StringComparer.Ordinal),
        ];

    /// <returns>Empty where nobody is named: all are meant.</returns>
    internal IReadOnlyList<string> Read(YamlMap map)
    {
        IReadOnlyList<string> of = map.Has("of") ? map.Texts("of") : [];
        Check(map, of);
        return of;
    }

    /// <summary>Reports those named under <c>of</c> that are nobody's.</summary>
    internal void Check(YamlMap map, IEnumerable<string> of)
    {
        foreach (var unknown in of.Where(one => !known.ContainsKey(one)))
        {
            state.Problems.Add(
                map.Take("of")!,
                "subjects-unknown",
                $"“of”应当是 areas 或人员类别，没有“{unknown}”{NearestName.Hint(unknown, known.Keys)}"
            );
        }
    }
}
