using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceHost;
using Xunit;

namespace Assessment.Payout.Tests;

/// <summary>Payout, and beside it Scoring, which publishes; nobody listens to Payout.</summary>
public sealed class PayoutHost() : RunningService<Program, PayoutDb>("payout-db")
{
    protected override string UsualRole => Roles.Finance;
}

[CollectionDefinition(Name)]
public sealed class PayoutService : ICollectionFixture<PayoutHost>
{
    public const string Name = "payout service";
}
