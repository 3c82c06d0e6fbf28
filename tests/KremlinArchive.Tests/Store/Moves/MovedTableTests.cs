using KremlinArchive.Store.Moves;
using KremlinArchive.Store.Schema;
using KremlinArchive.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store.Moves;

public abstract class MovedTableTests(Engine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What is there to be read in order does not depend on the engine.</summary>
    public sealed class OnSqlite() : MovedTableTests(Engine.Sqlite)
    {
        [Fact]
        public void KeysAreComparedByTheirBytesAsTheEnginesDo()
        {
            string[] ordered = ["", "Z", "a", "ab", "ё", "\uffee", "𝄞"];
            Assert.Equal(ordered, ordered.Reverse().Order(Comparer<string>.Create((one, other) => RowComparison.Compare(1, [one], [other]))));
            Assert.True(RowComparison.Compare(2, [1L, "b"], [2L, "a"]) < 0);
        }

        [Fact]
        public void APageLacksWhatIsMissingAndWhatIsAnother()
        {
            var page = RowComparison.Of(1, [[1L, "a"], [2L, null], [4L, "d"]], [[1L, "a"], [2L, "b"], [3L, "c"]]);
            Assert.Equal([3L], page.Surplus.Select(key => key[0]));
            Assert.Equal([2L, 4L], page.Wanted.Select(key => key[0]));
        }
    }

    public sealed class OnPostgres() : MovedTableTests(Engine.Postgres);

    [Fact]
    public async Task EveryTableAndColumnOfTheModelIsMoved()
    {
        using var archive = await TempArchive.CreateAsync();
        using var target = await TempArchive.CreateAsync(engine);
        await using var source = archive.Store.NewContext();
        var tables = MovedTable.Of(source.Model);
        Assert.Equal(["Leases"], source.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Except(tables.Select(table => table.Name)));
        Assert.All(tables, table => Assert.Equal(
            source.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table.Name).GetProperties().Select(property => property.GetColumnName()).Order(),
            table.Columns.Select(column => column.Name).Order()));

        // One row of each, whose references hold since all of its values are one.
        await source.Database.OpenConnectionAsync(Cancellation);
        foreach (var table in tables)
            await new MovedRows(source.Database, table).WriteAsync([.. table.Columns.Select(column => One(column.Type))], Cancellation);
        var database = await ArchiveDatabase.OpenAsync(target.Options, Cancellation);
        await using var moved = database.NewContext();
        await moved.Database.OpenConnectionAsync(Cancellation);
        foreach (var table in tables)
        {
            Assert.Equal(1, await new TableMove(table, source, database, MovePace.Usual, _ => { }).BringAsync(Cancellation));
            Assert.Equal(0, await new TableMove(table, source, database, MovePace.Usual, _ => { }).BringAsync(Cancellation));
            var row = await new MovedRows(moved.Database, table).ReadAsync(RowView.Whole, null, 2, Cancellation).SingleAsync(Cancellation);
            Assert.Equal(table.Columns.Select(column => One(column.Type)), row);
        }

        // As entities they are read as they were, too: what a column is kept as is what its property expects.
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1), (await moved.Runs.SingleAsync(Cancellation)).StartedAt);
        Assert.Equal(new DateOnly(2001, 1, 1), (await moved.Asked.SingleAsync(Cancellation)).Day);
        Assert.Equal([1], (await moved.Versions.SingleAsync(Cancellation)).Content);
    }

    private static object One(Type type) => type switch
    {
        _ when type == typeof(string) => "1",
        _ when type == typeof(long) => 1L,
        _ when type == typeof(int) => 1,
        _ when type == typeof(bool) => true,
        _ when type == typeof(byte[]) => new byte[] { 1 },
        _ when type == typeof(DateOnly) => new DateOnly(2001, 1, 1),
        _ => throw new NotSupportedException($"A column of {type.Name}: teach MovedRows to move it."),
    };
}
