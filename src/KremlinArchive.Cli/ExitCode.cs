namespace KremlinArchive.Cli;

/// <summary>What a command tells the script that called it.</summary>
internal enum ExitCode
{
    /// <summary>Done, and nothing wrong.</summary>
    Done = 0,

    /// <summary>It could not run, or not to its end.</summary>
    CouldNotRun = 1,

    /// <summary>The command line is wrong.</summary>
    WrongCommandLine = 2,

    /// <summary>Done, but something was quarantined or found damaged.</summary>
    DoneWithProblems = 3,
}
