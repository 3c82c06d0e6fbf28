using System.Net;
using KremlinArchive.Web.Hosting.Limits;

namespace KremlinArchive.Web.Tests.Hosting.Limits;

public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("127.0.0.1", null)]
    [InlineData("127.8.8.8", null)]
    [InlineData("::1", null)]
    [InlineData("::ffff:127.0.0.1", null)]
    public void AClientIsAnAddressOrAHouseholdAndLoopbackIsNone(string address, string? network) =>
        Assert.Equal(network, ClientNetwork.Of(IPAddress.Parse(address))?.ToString());

    [Fact]
    public void AnUnknownClientIsNone() => Assert.Null(ClientNetwork.Of(null));
}
