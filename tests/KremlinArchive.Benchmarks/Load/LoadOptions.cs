using System.Globalization;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>How a running server is loaded.</summary>
internal sealed record LoadOptions
{
    /// <summary>Where it listens, on loopback.</summary>
    public required Uri Server { get; init; }

    /// <summary>How many readers click through, each with a connection of its own.</summary>
    public int Readers { get; init; } = 200;

    /// <summary>How many connections ask without a pause.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>How many reads are asked for in all.</summary>
    public int Requests { get; init; } = 10_000;

    /// <summary>A command of the shell that is run when half of the reads have been asked for; null to run none.</summary>
    public string? Midway { get; init; }

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The mean time that a reader looks at a page before the next click.</summary>
    public TimeSpan Thought { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The server's process, whose memory is watched; null to watch none.</summary>
    public int? Process { get; init; }

    /// <summary>Reads <c>--url U --readers N --connections N --minutes M --seconds S --think MS --process ID --requests N --midway COMMAND</c>; null for anything else, or without an address.</summary>
    public static LoadOptions? Parse(string[] arguments)
    {
        LoadOptions? options = null;
        foreach (var pair in arguments.Chunk(2).OrderByDescending(pair => pair[0] == "--url"))
        {
            options = pair switch
            {
                ["--url", var url] when Uri.TryCreate(url, UriKind.Absolute, out var server) && server.IsLoopback => new LoadOptions { Server = server },
                ["--readers", var text] when Number(text) is > 0 and <= 10_000 and { } readers => options! with { Readers = readers },
                ["--connections", var text] when Number(text) is > 0 and <= 10_000 and { } connections => options! with { Connections = connections },
                ["--minutes", var text] when Number(text) is > 0 and <= 60 and { } minutes => options! with { Time = TimeSpan.FromMinutes(minutes) },
                ["--seconds", var text] when Number(text) is > 0 and <= 3600 and { } seconds => options! with { Time = TimeSpan.FromSeconds(seconds) },
                ["--think", var text] when Number(text) is > 0 and <= 60_000 and { } thought => options! with { Thought = TimeSpan.FromMilliseconds(thought) },
                ["--process", var text] when Number(text) is > 0 and { } process => options! with { Process = process },
                ["--requests", var text] when Number(text) is > 0 and <= 1_000_000 and { } requests => options! with { Requests = requests },
                ["--midway", { Length: > 0 } command] => options! with { Midway = command },
                _ => null,
            };
            if (options is null)
                return null;
        }

        return options;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
