using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace KremlinArchive.Store.Engines;

/// <summary>Hears from the server when another change can be seen. What it misses is found by looking: it saves looking all the time, and nothing rests on it.</summary>
internal sealed class PostgresListener(ArchiveConnection connection) : IDisposable
{
    /// <summary>What is told; the trigger on the change log has it, too.</summary>
    private const string Channel = "kremlin_archive_changes";

    // Whoever waits looks by himself as often as this.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // A server that does not let us listen is not asked at every look.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim turn = new(1, 1);
    private long refused;
    private NpgsqlConnection? line;
    private bool isEnded;

    /// <summary>Waits until something is told, or for a few seconds; not at all while another waits or nothing can be heard.</summary>
    /// <returns>True if something was told.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        if (!await turn.WaitAsync(TimeSpan.Zero, cancellation))
            return false;
        try
        {
            if (line is { } open)
                return await open.WaitAsync(Longest, cancellation);
            if (!isEnded && (refused == 0 || Stopwatch.GetElapsedTime(refused) > Pause))
                line = await OpenAsync(cancellation);
            return false;
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or IOException or TimeoutException or InvalidOperationException or ArgumentException)
        {
            // The next one opens it anew; this one looks, and is told what is wrong.
            refused = line is null ? Stopwatch.GetTimestamp() : 0;
            HangUp();
            return false;
        }
        finally
        {
            if (isEnded)
                HangUp();
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        isEnded = true;
        if (!turn.Wait(TimeSpan.Zero))
            return;
        HangUp();
        turn.Release();
    }

    // What was told before it was opened nobody has heard: whoever opens it looks at once.
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var opened = new NpgsqlConnection(connection.OfPrimary);
        try
        {
            await opened.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand($"LISTEN {Channel}", opened);
            await command.ExecuteNonQueryAsync(cancellation);
            refused = 0;
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private void HangUp()
    {
        line?.Dispose();
        line = null;
    }
}
