using KremlinArchive.Store.Moves;

namespace KremlinArchive.Cli.Output;

/// <summary>How far a move has come, on the standard error: a line for each stage, and now and then one more.</summary>
internal static class MoveProgressLines
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static Action<MoveProgress> On(Terminal terminal)
    {
        var (stage, said) = ((MoveStage?)null, DateTime.MinValue);
        return progress =>
        {
            if (progress.Stage == stage && DateTime.UtcNow - said < BetweenLines)
                return;
            (stage, said) = (progress.Stage, DateTime.UtcNow);
            terminal.Note($"{Words(progress.Stage)}: {Figures.Number(progress.Done)} of {Figures.Number(progress.All)} rows ({progress.Table})");
        };
    }

    private static string Words(MoveStage stage) => stage switch
    {
        MoveStage.Copying => "Copying",
        MoveStage.Comparing => "Comparing, while nobody writes the archive",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
    };
}
