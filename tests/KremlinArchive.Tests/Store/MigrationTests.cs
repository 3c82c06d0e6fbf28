using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store;

public sealed class MigrationTests
{
    [Fact]
    public async Task TheMigrationsMakeTheTablesThatTheProgramMeans()
    {
        using var archive = await TempArchive.CreateAsync();
        await using var context = archive.Store.NewContext();
        Assert.False(context.Database.HasPendingModelChanges());
    }
}
