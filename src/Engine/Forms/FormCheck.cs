using System.Globalization;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Forms;

/// <summary>One voter's form for one subject.</summary>
/// <param name="Band">The band that the voter ticked; null where the form only asks for the score.</param>
public sealed record FormEntry(string Subject, decimal Score, string? Band = null);

/// <summary>What is wrong with one voter's forms, in Chinese.</summary>
/// <param name="Code">Stable, for example <c>form-band-full</c>.</param>
/// <param name="Subject">Null where it is about all forms together.</param>
public sealed record FormProblem(string Code, string? Subject, string Message);

/// <summary>
/// Checks one voter's forms (测评表、评分表) for subjects of one kind when they are entered: each score in a band, the band
/// that was ticked, not too many in a band, and the split where there is one.
/// </summary>
public static class FormCheck
{
    public static IReadOnlyList<FormProblem> Check(
        ScoringForm form,
        IReadOnlyList<FormEntry> entries
    )
    {
        var problems = new List<FormProblem>();
        var counts = form.Bands.ToDictionary(band => band, _ => 0);
        foreach (var entry in entries)
        {
            if (BandOf(form, entry.Score) is not { } band)
            {
                problems.Add(
                    new(
                        "form-score-outside",
                        entry.Subject,
                        $"“{form.Title}”没有 {Number(entry.Score)} 分这一档：{string.Join("、", form.Bands.Select(Range))}"
                    )
                );
                continue;
            }
            counts[band]++;
            if (
                entry.Band is { } ticked
                && !string.Equals(ticked, band.Name, StringComparison.Ordinal)
            )
            {
                problems.Add(
                    new(
                        "form-band-mismatch",
                        entry.Subject,
                        $"{Number(entry.Score)} 分属于“{band.Name}”，不是“{ticked}”"
                    )
                );
            }
        }
        CheckLimits(form, counts, entries.Count, problems);
        CheckSplit(form, counts, problems);
        return problems;
    }

    /// <summary>
    /// Documents write bands in whole points (90–100, 70–89): a score between two of them belongs to the lower one.
    /// </summary>
    private static FormBand? BandOf(ScoringForm form, decimal score) =>
        score > form.Bands[0].Range.Most
            ? null
            : form.Bands.FirstOrDefault(band => score >= band.Range.Least);

    private static void CheckLimits(
        ScoringForm form,
        Dictionary<FormBand, int> counts,
        int forms,
        List<FormProblem> problems
    )
    {
        foreach (var band in form.Bands)
        {
            if (band.AtMost is not { } share)
            {
                continue;
            }

            var places = (int)decimal.Floor(share * forms);
            if (counts[band] > places)
            {
                problems.Add(
                    new(
                        "form-band-full",
                        null,
                        $"“{band.Name}”有 {counts[band]} 个，{forms} 份里最多 {places} 个（{share:0.##%}）"
                    )
                );
            }
        }
    }

    /// <summary>The bands with a share divide the forms in them; cut points are half up of the cumulative share.</summary>
    private static void CheckSplit(
        ScoringForm form,
        Dictionary<FormBand, int> counts,
        List<FormProblem> problems
    )
    {
        var shared = form.Bands.Where(band => band.Share is not null).ToList();
        var forms = shared.Sum(band => counts[band]);
        Rational cumulative = default;
        Rational before = default;
        foreach (var band in shared)
        {
            cumulative += band.Share!.Value;
            var cut = (cumulative * forms).RoundHalfUp(0);
            if (counts[band] != cut - before)
            {
                problems.Add(
                    new(
                        "form-split-broken",
                        null,
                        $"“{band.Name}”应有 {(cut - before).ToString()} 个（{forms} 份的 {band.Share.Value:0.##%}），现有 {counts[band]} 个"
                    )
                );
            }

            before = cut;
        }
    }

    private static string Range(FormBand band) =>
        $"{band.Name} {Number(band.Range.Least)}–{Number(band.Range.Most)} 分";

    private static string Number(decimal value) =>
        value.ToString("0.####", CultureInfo.InvariantCulture);
}
