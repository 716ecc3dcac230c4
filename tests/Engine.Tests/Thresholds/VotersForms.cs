using Assessment.Engine.Forms;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>One voter's forms, for what is checked of them on entry.</summary>
internal static class VotersForms
{
    /// <summary>The band that a score belongs to: the only one that may be ticked with it; null where there is none.</summary>
    internal static string? BandOf(string scheme, string id, decimal score)
    {
        var form = (BandForm)Form(scheme, id);
        return form
            .Bands.Select(band => band.Name)
            .SingleOrDefault(name =>
                form.Check([new("a", score, name)])
                    .Problems.All(problem =>
                        problem.Code is not ("form-band-mismatch" or "form-score-outside")
                    )
            );
    }

    /// <summary>The codes of what is wrong with so many forms of each score.</summary>
    internal static string Problems(
        string scheme,
        string id,
        params (int Count, decimal Score)[] forms
    ) =>
        string.Join(
            ' ',
            Form(scheme, id)
                .Check([
                    .. forms.SelectMany(
                        (group, i) =>
                            Enumerable
                                .Range(0, group.Count)
                                .Select(k => new Mark($"{i}-{k}", group.Score))
                    ),
                ])
                .Problems.Select(problem => problem.Code)
                .Distinct()
        );

    /// <summary>Both ends of a form's range may be given, a hundredth further may not.</summary>
    internal static void RangeIsHeld(string scheme, string id, decimal least, decimal most) =>
        Assert.Equal(
            ["form-score-outside", "", "", "form-score-outside"],
            new[] { least - 0.01m, least, most, most + 0.01m }.Select(score =>
                Problems(scheme, id, (1, score))
            )
        );

    private static ScoringForm Form(string scheme, string id) =>
        SchemeFolder.Read(scheme).Collection.Panels.First(panel => panel.Form.Id == id).Form;
}
