using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>Asks again after refusals. Each is noted at once, before the long pause that it costs: whoever ends in its midst leaves the site alone all the same.</summary>
/// <param name="note">Keeps a refusal.</param>
internal sealed class PatientAsking(SiteClient client, Func<SiteHold, CancellationToken, Task> note, Action<FetchWait>? waiting)
{
    public async Task<FetchAnswer> FetchAsync(string address, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await client.FetchAsync(address, waiting, cancellation);
            if (answer is not FetchAnswer.Refused refused)
                return answer;
            await note(refused.Hold, cancellation);
            if (tries >= client.Tries || !refused.IsWaitedFor)
                return answer;
        }
    }
}
