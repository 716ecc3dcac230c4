namespace Assessment.Engine.Reading;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class NearestName
{
    private const int Offered = 3;
    private const int FewestLetters = 3;

    /// <summary>The sentence's end that offers the nearest of the valid names, or nothing where there are none.</summary>
    internal static string Hint(string written, IEnumerable<string> valid)
    {
        var nearest = Of(written, valid).Take(Offered).ToList();
        return nearest.Count == 0 ? "" : $"；最接近的有：{string.Join("、", nearest)}";
    }

    /// <summary>The same, but where none is near, some of the valid names as what they are.</summary>
    internal static string HintOrChoice(string written, IEnumerable<string> valid)
    {
        var nearest = Of(written, valid).Take(Offered).ToList();
        return nearest.Count == 0 || IsNear(written, nearest[0])
            ? Hint(written, nearest)
            : $"；此处还可以写：{string.Join("、", nearest)}";
    }

    /// <summary>The near names alone where there are any: what is further off may be in another unit.</summary>
    internal static string NearOrAny(string written, IReadOnlyCollection<string> valid)
    {
        var near = valid.Where(name => IsNear(written, name)).ToList();
        return Hint(written, near.Count == 0 ? valid : near);
    }

    /// <summary>The valid names, the nearest first.</summary>
    internal static IEnumerable<string> Of(string written, IEnumerable<string> valid) =>
        valid
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate =>
                string.Equals(candidate.Name, written, StringComparison.OrdinalIgnoreCase)
            )
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name);

    /// <summary>
    /// Whether one is the other with a slip of the pen, two letters in five at most, or with its end left out. What is further
    /// off may be something else.
    /// </summary>
    internal static bool IsNear(string written, string name) =>
        Distance(written, name) <= Math.Max(1, Math.Max(written.Length, name.Length) * 2 / 5)
        || IsBeginning(written, name)
        || IsBeginning(name, written);

    private static bool IsBeginning(string part, string whole) =>
        part.Length >= FewestLetters && whole.StartsWith(part, StringComparison.Ordinal);

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
