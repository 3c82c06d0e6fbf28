using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store;

public abstract class MigrationTests(Engine engine)
{
    public sealed class OnSqlite() : MigrationTests(Engine.Sqlite);

    public sealed class OnPostgres() : MigrationTests(Engine.Postgres);

    [Fact]
    public async Task TheMigrationsMakeTheTablesThatTheProgramMeans()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await using var context = archive.Store.NewContext();
        Assert.False(context.Database.HasPendingModelChanges());
    }
}
