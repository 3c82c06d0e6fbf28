using KremlinArchive.Store.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KremlinArchive.Store.Schema;

/// <summary>Gives <c>dotnet ef</c> a context when a migration for PostgreSQL is written; no server is asked for it.</summary>
internal sealed class PostgresContextDesign : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresContext>();
        new PostgresEngine(ArchiveConnection.Parse("Host=localhost")!).Configure(options);
        return new PostgresContext(options.Options);
    }
}
