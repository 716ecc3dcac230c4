using Assessment.Payout.Storage;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class TownshipRowsTest(PayoutHost host) : TownshipRows<Program, PayoutDb>(host);
