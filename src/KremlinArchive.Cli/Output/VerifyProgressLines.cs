using KremlinArchive.Store.Verification;

namespace KremlinArchive.Cli.Output;

/// <summary>How far a verification has come, on the standard error: a line for each stage, and now and then one more.</summary>
internal static class VerifyProgressLines
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static VerifyWatch On(Terminal terminal)
    {
        var (stage, said) = ((VerifyStage?)null, DateTime.MinValue);
        return new VerifyWatch
        {
            Advanced = progress =>
            {
                if (progress.Stage == stage && DateTime.UtcNow - said < BetweenLines)
                    return;
                (stage, said) = (progress.Stage, DateTime.UtcNow);
                terminal.Note(progress.All > 0 ? $"{Words(progress.Stage)}: {Figures.Number(progress.Done)} of {Figures.Number(progress.All)}" : $"{Words(progress.Stage)} …");
            },
        };
    }

    private static string Words(VerifyStage stage) => stage switch
    {
        VerifyStage.Pages => "Checking the database's pages",
        VerifyStage.Changes => "Walking the changes",
        VerifyStage.Versions => "Hashing versions",
        VerifyStage.Captures => "Hashing captures",
        VerifyStage.References => "Following references",
        VerifyStage.Index => "Holding the index against the store",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
    };
}
