using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>ledgers</c> 台账考核: nothing is assessed by records that areas have to keep for it, but for what is named.</summary>
internal sealed class LedgerLimit(PolicyGround ground, PolicyScope scope, NamedItem? exceptions)
    : WayLimit(ground, scope, exceptions)
{
    private protected override string Key => "ledger";

    private protected override string Title => "台账考核";

    private protected override string Code => "policy-ledger";

    private protected override bool IsIt(WayOfAssessment way) => way.Ledger;
}
