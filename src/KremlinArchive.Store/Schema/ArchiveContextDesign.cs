using KremlinArchive.Store.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KremlinArchive.Store.Schema;

/// <summary>Gives <c>dotnet ef</c> a context when a migration is written; the program itself never uses it.</summary>
internal sealed class ArchiveContextDesign : IDesignTimeDbContextFactory<ArchiveContext>
{
    public ArchiveContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ArchiveContext>();
        SqliteEngine.ForWriting(Path.GetTempPath()).Configure(options);
        return new ArchiveContext(options.Options);
    }
}
