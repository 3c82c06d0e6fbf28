using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Withholding;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Admin.Withholding;

/// <summary>Withholding in the words of the interface.</summary>
internal static class WithholdingWords
{
    /// <summary>Why something was not withheld, or not released.</summary>
    public static string Of(this IStringLocalizer<Words> words, WithholdingProblem problem) => problem switch
    {
        WithholdingProblem.ReasonIsShort => words["withholding.problem.short", WithholdingReason.Shortest],
        WithholdingProblem.ReasonIsLong => words["withholding.problem.long", WithholdingReason.Longest],
        WithholdingProblem.NotHeld => words["withholding.problem.none"],
        WithholdingProblem.WithheldAlready => words["withholding.problem.already"],
        WithholdingProblem.NotWithheld => words["withholding.problem.not"],
        WithholdingProblem.ShowsNothing => words["withholding.problem.nothing"],
        _ => throw new InvalidOperationException($"{problem} has no words."),
    };

    /// <summary>Who withheld something, and since when.</summary>
    public static string Since(this IStringLocalizer<Words> words, WithheldItem item) =>
        words["withholding.since", item.At.LongMoscow(), item.By ?? words["run.machine"]];

    /// <summary>How a capture came into the archive.</summary>
    public static string Of(this IStringLocalizer<Words> words, CaptureWay way) => way switch
    {
        CaptureWay.File => words["way.file"],
        CaptureWay.Upload => words["way.upload"],
        CaptureWay.Fetch => words["way.fetch"],
        CaptureWay.Warc => words["way.warc"],
        _ => throw new InvalidOperationException($"{way} has no words."),
    };
}
