using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>onSite</c> 实地考核: nothing is assessed on site, but for what is named.</summary>
internal sealed class OnSiteLimit(PolicyGround ground, PolicyScope scope, NamedItem? exceptions)
    : WayLimit(ground, scope, exceptions)
{
    private protected override string Key => "onSite";

    private protected override string Title => "实地考核";

    private protected override string Code => "policy-on-site";

    private protected override bool IsIt(WayOfAssessment way) => way.OnSite;
}
