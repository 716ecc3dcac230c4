using Assessment.Engine.Forms;
using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>formBand</c> 测评表的比例: on one voter's forms at most a share may be in the band.</summary>
internal sealed class FormBandLimit(
    PolicyGround ground,
    PolicyScope scope,
    string band,
    decimal atMost
) : PolicyRule(ground, scope)
{
    internal override bool AppliesTo(Scheme scheme) =>
        base.AppliesTo(scheme) && Forms(scheme).SelectMany(form => form.Bands).Any(IsIt);

    internal override IEnumerable<Departure> Check(WrittenScheme written) =>
        from form in Forms(written.Scheme)
        from one in form.Bands.Where(IsIt)
        let limit = one.Limit?.Share ?? one.Share
        where limit is null || limit > atMost
        select written.At(
            form.Citation,
            "bands",
            "policy-form-band",
            $"“{form.Title}”的“{band}”档{(limit is null ? "没有写明比例" : $"最多 {Percent.Of(limit.Value)}")}，应当不超过 {Percent.Of(atMost)}"
        );

    private static IEnumerable<BandForm> Forms(Scheme scheme) =>
        scheme.Collection.Panels.Select(panel => panel.Form).OfType<BandForm>().Distinct();

    private bool IsIt(FormBand one) => string.Equals(one.Name, band, StringComparison.Ordinal);
}
