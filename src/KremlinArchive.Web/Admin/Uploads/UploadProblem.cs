namespace KremlinArchive.Web.Admin.Uploads;

/// <summary>Why an upload was not taken.</summary>
public enum UploadProblem
{
    /// <summary>It carries no token of one of our pages.</summary>
    Forged,

    /// <summary>It is no form with files.</summary>
    NoForm,

    /// <summary>The form holds no file.</summary>
    NoFile,

    /// <summary>It is larger than the setting <c>Archive:LargestUpload</c> allows.</summary>
    TooLarge,

    /// <summary>The disk has no room for it.</summary>
    NoRoom,

    /// <summary>It ended before its end.</summary>
    CutOff,

    /// <summary>Too many imports wait already.</summary>
    QueueFull,
}

/// <summary>Problems as programs, addresses and words name them.</summary>
internal static class UploadProblems
{
    public static IReadOnlyList<UploadProblem> All { get; } = Enum.GetValues<UploadProblem>();

    /// <summary>The word that addresses and the interface's words are named by: <c>too-large</c>.</summary>
    public static string Key(this UploadProblem problem) => problem switch
    {
        UploadProblem.Forged => "forged",
        UploadProblem.NoForm => "no-form",
        UploadProblem.NoFile => "no-file",
        UploadProblem.TooLarge => "too-large",
        UploadProblem.NoRoom => "no-room",
        UploadProblem.CutOff => "cut-off",
        UploadProblem.QueueFull => "queue-full",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "There is no such problem."),
    };

    public static UploadProblem? Parse(string? key) => All.Where(problem => problem.Key() == key).Select(problem => (UploadProblem?)problem).FirstOrDefault();

    /// <summary>Why the body of a request could not be read to its end.</summary>
    public static UploadProblem Of(IOException failure) =>
        failure is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? UploadProblem.TooLarge : UploadProblem.CutOff;

    /// <summary>The status of an answer that tells it.</summary>
    public static int Status(this UploadProblem problem) => problem switch
    {
        UploadProblem.TooLarge => StatusCodes.Status413PayloadTooLarge,
        UploadProblem.NoRoom => StatusCodes.Status507InsufficientStorage,
        UploadProblem.QueueFull => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
