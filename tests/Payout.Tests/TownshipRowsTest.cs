using Assessment.Payout.Storage;
using Assessment.ServiceHost.Permissions;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class TownshipRowsTest(PayoutHost host) : TownshipRows<Program, PayoutDb>(host);
