using Npgsql;

namespace KremlinArchive.Store;

/// <summary>Which PostgreSQL database keeps an archive, and how to enter it. It names itself without its password.</summary>
public sealed class ArchiveConnection
{
    /// <summary>What a connection string looks like, for whoever wrote another one.</summary>
    public const string Example = "Host=db.example.org;Database=archive;Username=archive;Password=…";

    private const int SecondsOfSilence = 30;
    private const int SecondsBetweenProbes = 5;
    private const int DefaultCommandSeconds = 30;
    private const int SecondsOfACommand = 120;
    private const int DefaultConnectSeconds = 15;
    private const int SecondsOfAServer = 3;
    private const int DefaultRecheckSeconds = 10;
    private const int SecondsUntilALookAgain = 2;

    private readonly NpgsqlConnectionStringBuilder parts;

    private ArchiveConnection(NpgsqlConnectionStringBuilder parts) => this.parts = parts;

    /// <summary>The whole connection string, password and all.</summary>
    internal string Text => parts.ConnectionString;

    /// <summary>The same for a connection of its own, to the primary alone, whose end the server notices within seconds, whatever ends it.</summary>
    internal string OfPrimary => new NpgsqlConnectionStringBuilder(Text)
    {
        Pooling = false,
        TargetSessionAttributes = HostsOf(parts).Length > 1 ? "primary" : null,
        Options = $"{parts.Options} -c tcp_keepalives_idle=3 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3 -c tcp_user_timeout=6s -c client_connection_check_interval=1s".Trim(),
    }.ConnectionString;

    /// <summary>The servers, as <c>db.example.org:5432</c>.</summary>
    internal string Server => string.Join(", ", HostsOf(parts).Select(host => host.Contains(':', StringComparison.Ordinal) ? host : $"{host}:{parts.Port}"));

    /// <summary>The name of the database.</summary>
    internal string Database => parts.Database ?? parts.Username ?? "";

    /// <summary>Who enters.</summary>
    internal string User => parts.Username ?? Environment.UserName;

    /// <summary>Reads a connection string of Npgsql; null if it is none, or names no server.</summary>
    public static ArchiveConnection? Parse(string text)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrWhiteSpace(parts.Host))
                return null;
            var connection = new ArchiveConnection(Complete(parts));
            // Only a connection that is made checks settings against each other; none is opened.
            using var tried = new NpgsqlConnection(connection.Text);
            return connection;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException or NotSupportedException)
        {
            // What the driver says of it may quote a piece of a password.
            return null;
        }
    }

    /// <summary>Names the database for people.</summary>
    public override string ToString() => $"the database {Database} on {Server}";

    private static NpgsqlConnectionStringBuilder Complete(NpgsqlConnectionStringBuilder parts)
    {
        parts.ApplicationName ??= "kremlin-archive";
        // A network that is cut says nothing. Without questions of our own, a command that may take hours would wait for it for hours.
        if (parts.TcpKeepAliveTime == 0 && !HostsOf(parts).Any(IsSocketFile))
        {
            parts.TcpKeepAlive = true;
            parts.TcpKeepAliveTime = SecondsOfSilence;
            parts.TcpKeepAliveInterval = SecondsBetweenProbes;
        }

        // Of several servers one is the primary; while there is none, a standby is read.
        if (HostsOf(parts).Length > 1)
        {
            parts.TargetSessionAttributes = "prefer-primary";
            if (parts.Timeout == DefaultConnectSeconds)
                parts.Timeout = SecondsOfAServer;
            if (parts.HostRecheckSeconds == DefaultRecheckSeconds)
                parts.HostRecheckSeconds = SecondsUntilALookAgain;
        }

        // A question about the whole archive takes longer than the driver would wait; and who waits for a lock is told so by the server, which gives up first.
        if (parts.CommandTimeout == DefaultCommandSeconds)
            parts.CommandTimeout = SecondsOfACommand;
        return parts;
    }

    private static string[] HostsOf(NpgsqlConnectionStringBuilder parts) => (parts.Host ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSocketFile(string host) => host.TrimStart() is ['/' or '@', ..];
}
