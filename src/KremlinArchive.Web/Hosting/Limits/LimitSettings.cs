namespace KremlinArchive.Web.Hosting.Limits;

/// <summary>
/// How much is asked of the machine at once and by one client. The defaults let a reader open a whole page of hits in tabs, a class sit behind
/// one address, a script page through the API at 20 requests a second, and leave most of a machine of two cores to the others.
/// </summary>
internal sealed record LimitSettings
{
    private const string Section = "Archive:Limits:";

    /// <summary>Requests that a client may send at once after a pause.</summary>
    public required int Burst { get; init; }

    /// <summary>Requests a second that a client may go on sending. A search page costs about 5 ms of a core: 50 of them an eighth of two.</summary>
    public required int PerSecond { get; init; }

    /// <summary>Answers that are made at the same time, by all clients.</summary>
    public required int AtOnce { get; init; }

    /// <summary>Requests that wait for their turn. At 300 answers a second the last of 500 has waited for less than two.</summary>
    public required int Waiting { get; init; }

    /// <summary>The longest time for an answer, waiting included. Long enough for a machine that is busy with other things besides.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Circuits that a client may hold open, one for each tab with a live part.</summary>
    public required int Circuits { get; init; }

    /// <exception cref="WrongSettingException">One of them is not a number, or out of range.</exception>
    public static LimitSettings Read(IConfiguration configuration) => new()
    {
        Burst = Number(configuration, nameof(Burst), 600, least: 1),
        PerSecond = Number(configuration, nameof(PerSecond), 50, least: 1),
        // More than the cores, so that reading from the disk keeps none of them idle; not many more, or each answer would be slow.
        AtOnce = Number(configuration, nameof(AtOnce), 4 * Environment.ProcessorCount, least: 1),
        Waiting = Number(configuration, nameof(Waiting), 500, least: 0),
        Time = TimeSpan.FromSeconds(Number(configuration, "Seconds", 30, least: 1)),
        Circuits = Number(configuration, nameof(Circuits), 100, least: 1),
    };

    private static int Number(IConfiguration configuration, string name, int otherwise, int least)
    {
        const int Most = 1_000_000;
        var text = configuration[Section + name];
        if (string.IsNullOrWhiteSpace(text))
            return otherwise;
        return int.TryParse(text, out var number) && number >= least && number <= Most
            ? number
            : throw new WrongSettingException(Section + name, $"“{text}” is not a whole number from {least} to {Most}.");
    }
}
