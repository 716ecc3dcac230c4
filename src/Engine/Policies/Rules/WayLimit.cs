using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary>考核方式: items and lines that are not assessed in a way, but for those that are named.</summary>
internal abstract class WayLimit(PolicyGround ground, PolicyScope scope, NamedItem? exceptions)
    : PolicyRule(ground, scope)
{
    /// <summary>The key in the scheme.</summary>
    private protected abstract string Key { get; }

    private protected abstract string Title { get; }

    private protected abstract string Code { get; }

    private protected abstract bool IsIt(WayOfAssessment way);

    internal override IEnumerable<Departure> Check(WrittenScheme written) =>
        Items(written.Scheme)
            .Concat(Lines(written.Scheme))
            .Where(one => IsIt(one.Way) && !IsExcepted(one.Id, one.Title))
            .Select(one =>
                written.At(
                    one.Citation,
                    Key,
                    Code,
                    $"{one.What}“{one.Title}”列为{Title}（{Key}: true），{Asked}"
                )
            );

    private IEnumerable<Assessed> Items(Scheme scheme) =>
        Scope
            .Sheets(scheme)
            .SelectMany(sheet => sheet.Values)
            .Where(value => value.Kind == NamedValueKind.Item)
            .Select(item => new Assessed("考核项目", item.Id, item.Title, item.Way, item.Citation));

    /// <summary>Departments score areas.</summary>
    private IEnumerable<Assessed> Lines(Scheme scheme) =>
        Scope.OfAreas
            ? scheme.Collection.Lines.Select(line => new Assessed(
                "评分线条",
                line.Id,
                line.Title,
                line.Way,
                line.Citation
            ))
            : [];

    private bool IsExcepted(string id, string title) =>
        exceptions is not null
        && (exceptions.Names.Contains(id) || exceptions.Names.Contains(title));

    private string Asked =>
        exceptions is null
            ? $"应当不搞{Title}"
            : $"{Title}应当只限“{string.Join("”、“", exceptions.Names)}”";

    private sealed record Assessed(
        string What,
        string Id,
        string Title,
        WayOfAssessment Way,
        Citation Citation
    );
}
