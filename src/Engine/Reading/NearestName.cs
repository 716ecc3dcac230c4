namespace Assessment.Engine.Reading;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class NearestName
{
    private const int Offered = 3;

    /// <summary>The sentence's end that offers the nearest of the valid names, or nothing where there are none.</summary>
    internal static string Hint(string written, IEnumerable<string> valid)
    {
        var nearest = valid
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(Offered)
            .Select(candidate => candidate.Name)
            .ToList();
        return nearest.Count == 0 ? "" : $"；最接近的有：{string.Join("、", nearest)}";
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
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
