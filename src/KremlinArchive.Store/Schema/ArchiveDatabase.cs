using System.Diagnostics;
using KremlinArchive.Store.Engines;
using KremlinArchive.Store.Measuring;
using KremlinArchive.Store.Moves;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Schema;

/// <summary>The open database: contexts to read with, and transactions to write in.</summary>
internal sealed class ArchiveDatabase
{
    // The first finds the connection dead, the second its server; after the last pause another server has been found, or none.
    private const int MostTries = 4;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly Func<ArchiveContext> contexts;

    private ArchiveDatabase(ArchiveEngine engine, ArchiveStoreOptions options, bool isScratch = false)
    {
        IsScratch = isScratch;
        Engine = engine;
        Clock = options.Clock;
        Room = new DiskRoom(options);
        contexts = engine.Contexts();
    }

    public TimeProvider Clock { get; }

    /// <summary>True for a copy that will be thrown away, of which nothing is measured.</summary>
    public bool IsScratch { get; }

    /// <summary>What is left on the disk.</summary>
    public DiskRoom Room { get; }

    /// <summary>The engine below.</summary>
    public ArchiveEngine Engine { get; }

    /// <exception cref="ArchiveUnavailableException">It cannot be opened, or is being moved in.</exception>
    public static Task<ArchiveDatabase> OpenAsync(ArchiveStoreOptions options, CancellationToken cancellation) =>
        OpenAsync(options, context => HalfMoved.RefuseAsync(context, options.Place, cancellation), cancellation);

    /// <summary>Opens a database that an archive is to be moved into.</summary>
    /// <exception cref="ArchiveUnavailableException">It cannot be opened.</exception>
    public static Task<ArchiveDatabase> OpenForMoveAsync(ArchiveStoreOptions options, CancellationToken cancellation) =>
        OpenAsync(options, _ => Task.CompletedTask, cancellation);

    private static async Task<ArchiveDatabase> OpenAsync(ArchiveStoreOptions options, Func<ArchiveContext, Task> admit, CancellationToken cancellation)
    {
        CreateDirectory(options.DataDirectory);
        var database = new ArchiveDatabase(ArchiveEngine.Of(options), options);
        try
        {
            return await database.ExplainAsync(async () =>
            {
                await using var context = database.contexts();
                await database.Engine.PrepareAsync(context, cancellation);
                await admit(context);
                return database;
            });
        }
        catch (ArchiveUnavailableException refused)
        {
            // A connection that is kept would show this file under its name even when another one has taken its place.
            database.Close();

            if (database.Engine.Readable(refused) is { } engine && await OpenForReadingAsync(engine, options, cancellation) is { } readable)
                return readable;
            throw;
        }
    }

    /// <summary>A copy in another directory of what the archive knows of records, without the bytes of captures: SQLite, whatever the archive's own engine.</summary>
    /// <exception cref="ArchiveUnavailableException">It cannot be made: the disk may be full.</exception>
    public async Task<ArchiveDatabase> CopyAsync(string directory, CancellationToken cancellation)
    {
        var copy = await ScratchAsync(directory, Clock, cancellation);
        return await ExplainAsync(() => copy.ExplainAsync(async () =>
        {
            await using var source = contexts();
            await using var target = copy.contexts();
            await Engine.FillAsync(source, target, cancellation);
            return copy;
        }));
    }

    /// <summary>An empty database in a directory of its own, where rows need not have what they refer to.</summary>
    /// <exception cref="ArchiveUnavailableException">It cannot be made: the disk may be full.</exception>
    public static async Task<ArchiveDatabase> ScratchAsync(string directory, TimeProvider clock, CancellationToken cancellation)
    {
        var scratch = new ArchiveDatabase(SqliteEngine.ForCopy(directory), new ArchiveStoreOptions { DataDirectory = directory, Clock = clock }, isScratch: true);
        return await scratch.ExplainAsync(async () =>
        {
            await using var context = scratch.contexts();
            await scratch.Engine.PrepareAsync(context, cancellation);
            return scratch;
        });
    }

    /// <summary>Closes what is kept open.</summary>
    public void Close() => Engine.Close();

    /// <summary>Reads one state of the archive, however many queries it takes; what is read is not tracked.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be read.</exception>
    public Task<T> ReadAsync<T>(Func<ArchiveContext, Task<T>> work) => ExplainAsync(() => PersistAsync(() => ReadOnceAsync(work), CancellationToken.None));

    /// <summary>Reads something that may not be there. A copy of the archive that may be behind it cannot tell that it is not.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be read, or such a copy lacks it.</exception>
    public Task<Sought<T>> SeekAsync<T>(Func<ArchiveContext, Task<Sought<T>>> work, CancellationToken cancellation)
        where T : class => ReadAsync(async context =>
    {
        var sought = await work(context);
        if (sought is { Found: null, Tombstone: null } && await Engine.IsStandbyAsync(context.Database, cancellation))
            throw new ArchiveUnavailableException("Only a standby of the database can be read, and it does not have what is asked for. It may not have come so far yet.") { MayPass = true };
        return sought;
    });

    /// <summary>Runs a writing transaction: committed when the work ends, rolled back when it throws.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task<T> WriteAsync<T>(Func<ArchiveContext, Task<T>> work, CancellationToken cancellation) => ExplainAsync(async () =>
    {
        using var trace = IsScratch ? null : StoreMeasures.Write();
        await using var context = NewContext();
        var asked = Stopwatch.GetTimestamp();
        // Nothing is written before it has begun.
        await using var transaction = await PersistAsync(() => Engine.BeginWriteAsync(context.Database, cancellation), cancellation);
        var held = Stopwatch.GetTimestamp();
        var isCommitted = false;
        try
        {
            var result = await work(context);
            await context.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            isCommitted = true;
            return result;
        }
        finally
        {
            if (!IsScratch)
                StoreMeasures.Wrote(Stopwatch.GetElapsedTime(asked, held), Stopwatch.GetElapsedTime(held), isCommitted);
        }
    });

    /// <summary>A context that tracks what it reads.</summary>
    public ArchiveContext NewContext()
    {
        var context = contexts();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        return context;
    }

    /// <summary>Opens a database without the right to write it; null where it must be brought up to date first.</summary>
    internal static async Task<ArchiveDatabase?> OpenForReadingAsync(ArchiveEngine engine, ArchiveStoreOptions options, CancellationToken cancellation)
    {
        var database = new ArchiveDatabase(engine, options);
        if (await database.ReadAsync(context => ArchiveEngine.IsBehindAsync(context, cancellation)))
            return null;
        return await database.ReadAsync(async context =>
        {
            await HalfMoved.RefuseAsync(context, options.Place, cancellation);
            return database;
        });
    }

    /// <summary>Tries again what a lost connection has ended, and what changes nothing: the next connection may be had.</summary>
    private async Task<T> PersistAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (Exception lost) when (tries < MostTries && Engine.MayReadAgain(lost))
            {
                await Task.Delay(tries * BetweenTries, cancellation);
            }
        }
    }

    private async Task<T> ReadOnceAsync<T>(Func<ArchiveContext, Task<T>> work)
    {
        await using var context = contexts();
        await using var transaction = await Engine.BeginReadAsync(context.Database, CancellationToken.None);
        return await work(context);
    }

    private static void CreateDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveUnavailableException($"The data directory {directory} cannot be created: {error.Message}", error);
        }
    }

    /// <summary>Does something and turns what the database says against it into a sentence for people.</summary>
    /// <exception cref="ArchiveUnavailableException">It could not be done.</exception>
    public async Task<T> ExplainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is not ArchiveUnavailableException && Engine.Explain(error) is { } explained)
        {
            throw explained;
        }
    }
}
