using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Assessment.Gateway.SignInHistory;

/// <summary>登录失败次数, by outcome, for whoever watches the platform.</summary>
public sealed class RefusedSignIns(IMeterFactory meters)
{
    private readonly Counter<long> _refused = meters
        .Create("Assessment")
        .CreateCounter<long>("assessment.signin.refused", "{attempt}", "Refused sign-ins");

    public void Count(SignInOutcome outcome)
    {
        if (outcome != SignInOutcome.SignedIn)
        {
            _refused.Add(
                1,
                new KeyValuePair<string, object?>(
                    "outcome",
                    JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString())
                )
            );
        }
    }
}
