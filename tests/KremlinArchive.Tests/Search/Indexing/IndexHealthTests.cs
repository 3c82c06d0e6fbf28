using KremlinArchive.Search;

namespace KremlinArchive.Tests.Search.Indexing;

public sealed class IndexHealthTests
{
    [Theory]
    [InlineData(95, 100, true)]
    [InlineData(94, 100, false)]
    [InlineData(101, 100, true)]
    [InlineData(0, 5, false)]
    [InlineData(0, 0, true)]
    public void AnIndexIsNearTheLogWhereItIsNotFarBehindAndHasBegun(long indexed, long head, bool isNear) =>
        Assert.Equal(isNear, new IndexHealth(IsWriter: true, indexed, head, IsRebuilding: false, LastError: null, LastErrorAt: null).IsNear(head, mostBehind: 5));
}
