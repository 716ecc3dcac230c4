using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>gradeQuota</c> 等次比例: at most a share of those assessed may have the grade.</summary>
internal sealed class GradeQuotaLimit(
    PolicyGround ground,
    PolicyScope scope,
    string grade,
    decimal atMost
) : PolicyRule(ground, scope)
{
    internal override bool AppliesTo(Scheme scheme) =>
        Scope.Sheets(scheme).SelectMany(sheet => sheet.Grades).Any(IsIt);

    internal override IEnumerable<Departure> Check(WrittenScheme written) =>
        from sheet in Scope.Sheets(written.Scheme)
        from rule in sheet.Grades.Where(IsIt)
        where rule.Quota is null || rule.Quota.Share.Value > atMost
        select written.At(
            rule.Citation,
            "quota",
            "policy-grade-quota",
            $"{sheet.Title}“{grade}”等次{(rule.Quota is null ? "没有写明名额比例" : $"的比例是 {Percent.Of(rule.Quota.Share.Value)}")}，应当不超过 {Percent.Of(atMost)}"
        );

    private bool IsIt(GradeRule rule) => string.Equals(rule.Name, grade, StringComparison.Ordinal);
}
