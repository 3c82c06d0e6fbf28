using System.Net.Sockets;
using Npgsql;

namespace KremlinArchive.Store.Engines;

/// <summary>What the errors of a PostgreSQL server mean, for people. No sentence holds a password.</summary>
internal sealed class PostgresErrors(ArchiveConnection connection)
{
    private const string Setting = "ConnectionStrings:Archive";

    /// <summary>What an error means; null if it is none that people can do something about.</summary>
    public ArchiveUnavailableException? Explain(Exception error)
    {
        // Whoever ends a question before its answer hears that from the server, too, and knows it.
        if (error is OperationCanceledException)
            return null;
        // A file that cannot be written while rows are read is no trouble of the server's: only what the driver says, or what is below it, is.
        NpgsqlException? told = null;
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlOperationInProgressException)
                return null;
            told ??= cause as NpgsqlException;
            if ((told is not null || cause is SocketException) && SentenceOf(cause) is { } message)
                return new ArchiveUnavailableException(message, error) { MayPass = MayPass(cause) };
        }

        return told is null ? null : new ArchiveUnavailableException(Unusable(told), error) { MayPass = MayPass(told) };
    }

    /// <summary>True for the loss of a connection, or a server that is not there: what was only read can be read again by another connection.</summary>
    public static bool IsOfConnection(Exception error)
    {
        for (var cause = error; cause is not null and not OperationCanceledException; cause = cause.InnerException)
        {
            if (cause is PostgresException told)
                return told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.SerializationFailure;
            if (cause is NpgsqlException { InnerException: IOException or SocketException })
                return true;
        }

        return false;
    }

    private string Unusable(Exception cause) => $"The database server {connection.Server} cannot be used: {cause.Message}";

    private string? SentenceOf(Exception cause) => cause switch
    {
        PostgresException told => OfState(told.SqlState, told.MessageText),
        NpgsqlException { InnerException: null } => Unusable(cause),
        SocketException => $"The database server {connection.Server} cannot be reached: {cause.Message}. See whether it runs and whether {Setting} names it rightly.",
        TimeoutException => $"The database server {connection.Server} did not answer in time. Try again; if it goes on, look at the server and the network.",
        IOException => $"The connection to the database server {connection.Server} was lost. What was acknowledged is kept; try again.",
        _ => null,
    };

    private string? OfState(string state, string said) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The database server {connection.Server} does not let {connection.User} in: the name or the password in {Setting} is wrong, or the server's pg_hba.conf has no line for them.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"There is no database {connection.Database} on {connection.Server}. Make it there with: createdb -O {connection.User} {connection.Database}, or name another one in {Setting}.",
        PostgresErrorCodes.InsufficientPrivilege => $"{connection.User} may not do this in {connection}: {said}. Make that user the database's owner.",
        PostgresErrorCodes.DiskFull => $"The disk of the database server {connection.Server} is full. What was acknowledged is kept; make room there and try again.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"{Capital(connection)} can only be read: the server is a standby, or was set so. Reading and searching go on; write to the primary.",
        PostgresErrorCodes.TooManyConnections => $"The database server {connection.Server} has no connection left. Raise its max_connections, or lower Maximum Pool Size in {Setting}.",
        PostgresErrorCodes.OutOfMemory => $"The database server {connection.Server} is out of memory. What was acknowledged is kept; try again.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            $"The database server {connection.Server} is starting or going down. What was acknowledged is kept; try again.",
        PostgresErrorCodes.LockNotAvailable => $"{Capital(connection)} is being written by another program and did not become free in time. Try again.",
        PostgresErrorCodes.QueryCanceled => $"The database server {connection.Server} gave up a question that took too long. Try again.",
        PostgresErrorCodes.SerializationFailure => $"The standby {connection.Server} had to give up a question, since what it read was being removed. Try again.",
        PostgresErrorCodes.IoError => $"The database server {connection.Server} could not read or write its disk: {said}. What was acknowledged is kept; look at the disk.",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => $"{Capital(connection)} is damaged: {said}. Restore it from its backup.",
        _ => null,
    };

    /// <summary>True for what a server does that starts, is replaced by its standby or gets room again; false for what somebody must set right here.</summary>
    private static bool MayPass(Exception cause) => cause is not PostgresException told || told.SqlState is PostgresErrorCodes.DiskFull
        or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.AdminShutdown
        or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled
        or PostgresErrorCodes.SerializationFailure;

    private static string Capital(ArchiveConnection connection) => connection.ToString() is var name ? char.ToUpperInvariant(name[0]) + name[1..] : "";
}
