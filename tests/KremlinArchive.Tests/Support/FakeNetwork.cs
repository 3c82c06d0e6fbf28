using System.Net;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Safety;

namespace KremlinArchive.Tests.Support;

/// <summary>Clients for which every host of the world leads to the fake site.</summary>
internal static class FakeNetwork
{
    /// <summary>Stands for every host; example.com had it once.</summary>
    private static readonly IPAddress SomePublicAddress = IPAddress.Parse("93.184.216.34");

    public static SiteClient Client(this FakeSite site, TimeProvider clock, FetchSettings? settings = null) =>
        new(settings ?? new FetchSettings(), clock, new Network((_, _) => Task.FromResult<IPAddress[]>([SomePublicAddress]), site.DialAsync));
}
