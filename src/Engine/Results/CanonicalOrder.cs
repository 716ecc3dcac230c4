using Assessment.Engine.Facts;

namespace Assessment.Engine.Results;

/// <summary>Facts in the one order in which the digest takes them: by subject, item, source and period, ordinally.</summary>
internal static class CanonicalOrder
{
    internal static T[] ById<T>(IReadOnlyList<T> elements, Func<T, string> id)
    {
        var sorted = elements.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(id(a), id(b)));
        return sorted;
    }

    /// <summary>
    /// Sorts the subjects, not the facts: there are ten times as many facts, and few of one subject.
    /// </summary>
    internal static IEnumerable<Fact> Of(IReadOnlyList<Fact> facts)
    {
        var bySubject = new Dictionary<string, List<Fact>>(StringComparer.Ordinal);
        List<Fact>? last = null;
        foreach (var fact in facts)
        {
            if (
                last is null
                || !string.Equals(last[0].Subject, fact.Subject, StringComparison.Ordinal)
            )
            {
                if (!bySubject.TryGetValue(fact.Subject, out last))
                {
                    bySubject.Add(fact.Subject, last = []);
                }
            }
            last.Add(fact);
        }
        var subjects = bySubject.Keys.ToArray();
        Array.Sort(subjects, StringComparer.Ordinal);
        foreach (var subject in subjects)
        {
            var own = bySubject[subject];
            own.Sort(Compare);
            foreach (var fact in own)
            {
                yield return fact;
            }
        }
    }

    private static int Compare(Fact a, Fact b)
    {
        var byItem = string.CompareOrdinal(a.Item, b.Item);
        if (byItem != 0)
        {
            return byItem;
        }

        var bySource = string.CompareOrdinal(a.By, b.By);
        return bySource != 0 ? bySource : string.CompareOrdinal(a.Period, b.Period);
    }
}
