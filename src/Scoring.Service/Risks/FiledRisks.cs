using Assessment.Imports;

namespace Assessment.Scoring.Risks;

/// <summary>The risks on file, by which a share of what an event deducts may be waived. Decides without reading anything else.</summary>
public sealed class FiledRisks(IReadOnlyDictionary<string, RiskEntry> risks)
{
    public static FiledRisks None { get; } = new(new Dictionary<string, RiskEntry>());

    /// <param name="number">Of the risk that the event names.</param>
    /// <exception cref="RowRefused">There is none, it is another's, not approved, or was not on file before the event.</exception>
    public void Admit(string? number, string rule, string subject, DateOnly date)
    {
        if (number is null)
        {
            throw Refused(Cells.Missing, "免责的须写明事前批准的改革风险备案编号。");
        }

        if (!risks.TryGetValue(number, out var risk))
        {
            throw Refused("unknownRisk", $"没有编号为“{number}”的改革风险备案。");
        }

        if (risk.Rule != rule || risk.Subject != subject)
        {
            throw Refused(
                "riskOfAnother",
                $"备案“{number}”的对象或规则与本事项不同，不能用来免责。"
            );
        }

        if (risk is not { State: RiskState.Approved, ApprovedOn: { } approved })
        {
            throw Refused("riskNotApproved", $"备案“{number}”没有获得批准，不能用来免责。");
        }

        if (risk.FiledOn >= date || approved >= date)
        {
            throw Refused(
                "riskTooLate",
                $"备案“{number}”须在事项发生（{date:yyyy-MM-dd}）以前备案并获批准，现为 {risk.FiledOn:yyyy-MM-dd} 备案、{approved:yyyy-MM-dd} 批准。"
            );
        }
    }

    private static RowRefused Refused(string code, string message) => new("risk", code, message);
}
