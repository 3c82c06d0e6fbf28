using KremlinArchive.Store.Audit;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Admin.Audit;

/// <summary>Who did something, in the words of the interface.</summary>
internal static class ActorWords
{
    public static string Of(this IStringLocalizer<Words> words, Actor actor) => actor.Way switch
    {
        ActorWay.CommandLine => words["run.machine"],
        ActorWay.Key => words["audit.key", actor.Name ?? ""],
        _ => actor.Name ?? "",
    };
}
