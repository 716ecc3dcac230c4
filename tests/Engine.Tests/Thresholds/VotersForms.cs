using Assessment.Engine.Forms;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>One voter's forms, for what is checked of them on entry.</summary>
internal static class VotersForms
{
    /// <summary>The band that a score belongs to: the only one that may be ticked with it; null where there is none.</summary>
    internal static string? BandOf(string scheme, string id, decimal score)
    {
        var form = Form(scheme, id);
        return form
            .Bands.Select(band => band.Name)
            .SingleOrDefault(name =>
                FormCheck
                    .Check(form, [new("a", score, name)])
                    .All(problem =>
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
            FormCheck
                .Check(
                    Form(scheme, id),
                    [
                        .. forms.SelectMany(
                            (group, i) =>
                                Enumerable
                                    .Range(0, group.Count)
                                    .Select(k => new FormEntry($"{i}-{k}", group.Score))
                        ),
                    ]
                )
                .Select(problem => problem.Code)
                .Distinct()
        );

    private static ScoringForm Form(string scheme, string id) =>
        SchemeFolder.Read(scheme).Collection.Forms.Single(form => form.Id == id);
}
