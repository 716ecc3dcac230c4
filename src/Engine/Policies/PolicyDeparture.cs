namespace Assessment.Engine.Policies;

/// <summary>不符合政策: where a scheme departs from a rule of a policy. Lines and columns are of the scheme file, from 1.</summary>
/// <param name="Code">Stable, for example <c>policy-voice-share</c>.</param>
/// <param name="Message">What the scheme says and what the rule asks, in Chinese.</param>
/// <param name="Clause">条款 of the scheme that says it, or says the nearest thing.</param>
/// <param name="Policy">Title of the policy.</param>
/// <param name="Ground">The rule and what it rests on.</param>
public sealed record PolicyDeparture(
    string File,
    int Line,
    int Column,
    string Code,
    string Message,
    string Clause,
    string Policy,
    PolicyGround Ground
)
{
    public PolicySeverity Severity => Ground.Severity;

    /// <summary>One line for people.</summary>
    public override string ToString() =>
        $"{File}:{Line}:{Column} {(Severity == PolicySeverity.Warn ? "提醒：" : "")}条款“{Clause}”：{Message}；政策“{Policy}”的“{Ground.Title}”{Because}（{Code}）";

    private string Because =>
        Ground.Clause is null ? $"，依据：{Ground.Basis}" : $"，见{Ground.Clause}：{Ground.Quote}";
}
