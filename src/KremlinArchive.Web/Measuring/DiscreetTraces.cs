using System.Diagnostics;
using OpenTelemetry;

namespace KremlinArchive.Web.Measuring;

/// <summary>
/// What no trace may hold: what was asked for and by whom. And what none is worth: questions to the database that belong to no request, import or catching up, as the
/// follower's look at the log four times a second.
/// </summary>
internal sealed class DiscreetTraces : BaseProcessor<Activity>
{
    private static readonly string[] Untold = ["url.query", "url.full", "http.url", "http.target", "client.address", "client.port", "network.peer.address", "network.peer.port", "user_agent.original", "enduser.id"];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        if (data is { Kind: ActivityKind.Client, ParentSpanId: var parent } && parent == default)
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        // Of what the server itself asks for, the address is no secret.
        if (data.Kind == ActivityKind.Client)
            return;
        foreach (var name in Untold)
            data.SetTag(name, null);
    }
}
