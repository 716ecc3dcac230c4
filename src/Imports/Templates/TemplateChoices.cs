namespace Assessment.Imports.Templates;

/// <summary>What the rows of a template are for.</summary>
/// <param name="Cycle">Empty for kinds that belong to the township.</param>
/// <param name="Limits">What the account is limited to, see <see cref="IImport.LimitsOf"/>.</param>
public sealed record TemplateRequest(Guid Cycle, IReadOnlyList<string>? Limits);

/// <summary>What a township and a cycle let the cells of a template hold (可选值).</summary>
/// <param name="Lists">By the column's name; a column without one is described in words only.</param>
public sealed record TemplateChoices(IReadOnlyDictionary<string, AllowedList> Lists)
{
    /// <summary>None but those that the columns have themselves.</summary>
    public static TemplateChoices None { get; } = new(new Dictionary<string, AllowedList>());

    /// <summary>Of a series of columns, how many there are.</summary>
    public int SeriesLength { get; init; }
}

/// <summary>Allowed values, in the order in which they are offered.</summary>
/// <param name="IsComplete">Whether there are no others, so that a spreadsheet program refuses what is not listed.</param>
public sealed record AllowedList(IReadOnlyList<AllowedValue> Values, bool IsComplete = true)
{
    /// <summary>As many as a list of a spreadsheet program is of use for.</summary>
    private const int Most = 2_000;

    /// <summary>The first of them where there are many; then others are allowed, too.</summary>
    public static AllowedList Of(IEnumerable<AllowedValue> values)
    {
        var some = values.Take(Most + 1).ToList();
        return some.Count > Most ? new AllowedList(some[..Most], IsComplete: false) : new(some);
    }

    public static AllowedList Of(IEnumerable<string> values) =>
        Of(values.Select(value => new AllowedValue(value)));
}

/// <summary>A value with the name that people know it by, where it is a code.</summary>
public sealed record AllowedValue(string Value, string? Title = null);
