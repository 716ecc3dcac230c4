using System.Text.RegularExpressions;

namespace Assessment.Gateway.Townships;

/// <summary>镇（街道）: the tenant.</summary>
public sealed partial class Township
{
    /// <summary>A slug; every row of every service carries it.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Slug();

    public static bool IsId(string id) => Slug().IsMatch(id);
}
