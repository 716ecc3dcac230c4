using System.Security.Cryptography;
using Assessment.LocalServers.Data;
using Xunit;

namespace Assessment.AppHost.Tests;

public sealed class PortClaimsTest
{
    [Fact]
    public void PortThatAnotherHasChosen_IsNotGivenAgain()
    {
        // No real port, so that no deployment of this moment has it.
        var port = RandomNumberGenerator.GetInt32(1_000_000, int.MaxValue);

        Assert.True(PortClaims.Claim(port));
        Assert.False(PortClaims.Claim(port));
    }
}
