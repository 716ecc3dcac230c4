using Assessment.Engine.Expressions;
using Assessment.Engine.Forms;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>panels</c>: who rates whom, on which form, and which facts are counted from it.</summary>
internal sealed class PanelReader(
    ReadingState state,
    IReadOnlyDictionary<string, ScoringForm?> forms
)
{
    private static readonly (string Word, PanelUnit Unit)[] Units =
    [
        ("area", PanelUnit.Area),
        ("township", PanelUnit.Township),
    ];

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The forms that no panel uses; none where some panel names one that is not there.</summary>
    internal IEnumerable<string> UnusedForms =>
        _used.IsSubsetOf(forms.Keys) ? forms.Keys.Where(id => !_used.Contains(id)) : [];

    /// <returns>Null where it has no form that could be read.</returns>
    internal Panel? Read(string id, YamlMap map)
    {
        var title = map.Text("title");
        var unit = KnownWord.Read(map, "unit", "panel-unit-unknown", Units, state);
        map.Require("named");
        var isNamed = map.Flag("named", otherwise: false);
        var raters = new RatersReader(state).Read(map);
        var excludesSelf = map.Flag("excludeSelf", otherwise: false);
        if (excludesSelf && raters.From is not (RatersFrom.Staff or RatersFrom.Areas))
        {
            state.Problems.Add(
                map.Take("excludeSelf")!,
                "panel-self",
                "“excludeSelf”只用于评价人本身也可能被评的：raters 取自 staff 或 areas"
            );
        }

        var form = ReadForm(map);
        var subjects = map.Maps("subjects").Select(ReadSubjects).ToList();
        var facts = new PanelFactReader(state, form, raters, isNamed).Read(map);
        var citation = state.Citation(map, $"panels.{id}");
        map.Close();
        foreach (var fact in facts)
        {
            state.Panels.Count(id, fact, subjects, map.Node);
        }

        return form is null
            ? null
            : new(
                id,
                title,
                unit ?? PanelUnit.Area,
                isNamed,
                raters,
                excludesSelf,
                [.. subjects.Select(one => one.Public)],
                form,
                facts,
                citation
            );
    }

    private ScoringForm? ReadForm(YamlMap map)
    {
        var id = map.Text("form");
        _used.Add(id);
        if (!forms.TryGetValue(id, out var form) && id.Length > 0)
        {
            state.Problems.Add(
                map.Take("form")!,
                "form-unknown",
                $"“forms”里没有“{id}”{NearestName.Hint(id, forms.Keys)}"
            );
        }

        return form;
    }

    private WrittenSubjects ReadSubjects(YamlMap map)
    {
        var of = map.Text("of");
        TurnoutRule? turnout = null;
        if (map.OptionalMap("turnout") is { } written)
        {
            var over = state.Constant(written, "over");
            turnout = new(over, written.Text("finding"));
            if (over.Value is < 0m or >= 1m)
            {
                state.Problems.Add(
                    written.Take("over")!,
                    "share-impossible",
                    $"“over”应当不小于 0%、小于 100%{Shares.Written(over)}"
                );
            }

            written.Close();
        }
        map.Close();
        return new(of, turnout, map);
    }
}

/// <summary>A turnout that is asked, as calculations use it.</summary>
internal sealed record TurnoutRule(Constant Over, string Finding);

/// <summary>Whom a panel rates, where it is written.</summary>
internal sealed record WrittenSubjects(string Of, TurnoutRule? Turnout, YamlMap At)
{
    internal PanelSubjects Public =>
        new(Of, Turnout is null ? null : new(Turnout.Over.Value, Turnout.Finding));
}
