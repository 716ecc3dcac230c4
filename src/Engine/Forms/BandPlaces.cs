using Assessment.Engine.Numbers;

namespace Assessment.Engine.Forms;

/// <summary>How one voter's marks stand in the bands of a form, and the nearest way in which they would keep it.</summary>
internal sealed class BandPlaces(IReadOnlyList<FormBand> bands)
{
    private readonly List<Mark>[] _marks = [.. bands.Select(_ => new List<Mark>())];

    /// <summary>Marks that belong to no band: each has to become another.</summary>
    private readonly List<Mark> _free = [];

    private int Total => _free.Count + _marks.Sum(marks => marks.Count);

    internal void Add(Mark mark, FormBand? band)
    {
        if (band is null)
        {
            _free.Add(mark);
        }
        else
        {
            _marks[Index(band)].Add(mark);
        }
    }

    /// <summary>Bands that are too full, and a split that is not kept, of the marks that belong to a band.</summary>
    internal IEnumerable<FormProblem> Problems()
    {
        var split = Split(Shared().Sum(i => _marks[i].Count));
        for (var i = 0; i < bands.Count; i++)
        {
            var (band, count) = (bands[i], _marks[i].Count);
            if (band.Limit is { } limit && limit.Places(Total) is { } places && count > places)
            {
                yield return new(
                    "form-band-full",
                    null,
                    $"“{band.Name}”有 {count} 个，{Total} 份里最多 {places} 个（{limit.Share:0.##%}）：{Names(_marks[i])}"
                );
            }

            if (split[i] is { } must && count != must)
            {
                yield return new(
                    "form-split-broken",
                    null,
                    $"“{band.Name}”应有 {must} 个（{Shared().Sum(one => _marks[one].Count)} 份的 {band.Share!.Value:0.##%}），现有 {count} 个{(count > 0 ? $"：{Names(_marks[i])}" : "")}"
                );
            }
        }
    }

    /// <summary>How many marks each band has to have so that the fewest become others.</summary>
    internal int[] Nearest()
    {
        var shared = Shared().ToList();
        if (shared.Count == 0)
        {
            return Limited();
        }

        // Bands outside the split are as full as one likes, so each number inside it is tried, the present one first.
        var inside = shared.Sum(i => _marks[i].Count);
        return Enumerable
            .Range(0, Total + 1)
            .OrderBy(number => Math.Abs(inside + _free.Count - number))
            .ThenByDescending(number => number)
            .Select(number => Target(number, shared.Count == bands.Count))
            .OfType<int[]>()
            .MinBy(Moved)!;
    }

    /// <summary>One change for each mark that is too many where it is.</summary>
    internal IReadOnlyList<FormChange> ChangesTo(int[] target)
    {
        var moving = new List<Mark>(_free);
        var to = new List<int>();
        for (var i = 0; i < bands.Count; i++)
        {
            to.AddRange(Enumerable.Repeat(i, Math.Max(0, target[i] - _marks[i].Count)));
        }

        for (var i = 0; i < bands.Count; i++)
        {
            var surplus = Math.Max(0, _marks[i].Count - target[i]);
            // Into a lower band go the lowest of it, into a higher one the highest.
            var goDown = to.Exists(place => place > i);
            moving.AddRange(
                _marks[i]
                    .OrderBy(mark => goDown ? mark.Score : -mark.Score)
                    .ThenBy(mark => mark.Subject, StringComparer.Ordinal)
                    .Take(surplus)
            );
        }
        return
        [
            .. moving
                .OrderByDescending(mark => mark.Score)
                .Zip(
                    to,
                    (mark, place) =>
                        new FormChange(
                            new(mark.Subject, bands[place].Range.Least),
                            $"“{bands[place].Name}”（{ScoringForm.Points(bands[place].Range)}）"
                        )
                ),
        ];
    }

    /// <summary>What is too many goes into the best band that takes any number, else where there is room.</summary>
    private int[] Limited()
    {
        var target = new int[bands.Count];
        var over = _free.Count;
        for (var i = 0; i < bands.Count; i++)
        {
            target[i] = Math.Min(_marks[i].Count, Places(i));
            over += _marks[i].Count - target[i];
        }
        var open = Enumerable
            .Range(0, bands.Count)
            .FirstOrDefault(i => Places(i) == int.MaxValue, -1);
        if (open >= 0)
        {
            target[open] += over;
            return target;
        }
        for (var i = bands.Count - 1; i >= 0; i--)
        {
            var taken = Math.Min(Places(i) - target[i], over);
            target[i] += taken;
            over -= taken;
        }
        return target;
    }

    private int Places(int band) => bands[band].Limit?.Places(Total) ?? int.MaxValue;

    /// <returns>Null where so many inside the split cannot be.</returns>
    private int[]? Target(int inside, bool allShared)
    {
        var outside = Total - inside;
        if (allShared && outside > 0)
        {
            return null;
        }

        var target = new int[bands.Count];
        var split = Split(inside);
        for (var i = 0; i < bands.Count; i++)
        {
            target[i] = split[i] ?? Math.Min(_marks[i].Count, outside);
            outside -= split[i] is null ? target[i] : 0;
        }

        // More outside than there are now go to the first band outside.
        var first = Enumerable.Range(0, bands.Count).FirstOrDefault(i => split[i] is null, -1);
        if (first >= 0)
        {
            target[first] += outside;
        }

        return target;
    }

    /// <summary>How many of those inside the split each band has to have; null for a band outside it.</summary>
    private int?[] Split(int inside)
    {
        var must = new int?[bands.Count];
        Rational cumulative = default;
        Rational before = default;
        foreach (var i in Shared())
        {
            cumulative += bands[i].Share!.Value;
            var cut = (cumulative * inside).RoundHalfUp(0);
            must[i] = (int)(cut - before).ToDecimal();
            before = cut;
        }
        return must;
    }

    private int Moved(int[] target) =>
        _marks.Select((marks, i) => Math.Max(0, marks.Count - target[i])).Sum();

    private IEnumerable<int> Shared() =>
        Enumerable.Range(0, bands.Count).Where(i => bands[i].Share is not null);

    private int Index(FormBand band) => bands.Index().First(one => one.Item == band).Index;

    private static string Names(IEnumerable<Mark> marks) =>
        string.Join("、", marks.Select(mark => mark.Subject).Order(StringComparer.Ordinal));
}
