using KremlinArchive.Search.Json;
using KremlinArchive.Store.Asked;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Web.Admin.Quarantine;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api.Keyed;

/// <summary>What only admins see, for programs: <c>GET /api/v1/quarantine</c>, <c>/audit</c>, <c>/searches</c>.</summary>
internal static class DeskApi
{
    private const int UsualDays = 30;

    public static async Task<IResult> QuarantineAsync(
        string? state, string? before, string? size, QuarantineReader quarantine, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var check = new ParameterCheck(words);
        var which = check.Choice(nameof(state), state, Enum.GetValues<QuarantineState>(), one => one.ToString().ToLowerInvariant()) ?? QuarantineState.Waiting;
        var start = check.Other(nameof(before), before, QuarantineAddress.Before, "1764547200000.7");
        var most = check.Size(size);
        if (check.Problem is { } problem)
            return problem;
        var entries = await quarantine.ListAsync(which, start, most + 1, cancellation);
        var page = entries.Take(most).ToList();
        var next = entries.Count > most ? QuarantineAddress.Place(page[^1].Key) : null;
        return Results.Bytes(ArchiveJson.Write(new QuarantineBody([.. page.Select(DeskJson.Body)], next)), ApiContent.Json);
    }

    public static async Task<IResult> AuditAsync(
        string? action, string? by, string? before, string? size, AuditLog audit, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var check = new ParameterCheck(words);
        var only = check.Choice(nameof(action), action, AuditActionNames.All, one => one.Name());
        var (start, most) = (check.Number(nameof(before), before, least: 1), check.Size(size));
        if (check.Problem is { } problem)
            return problem;
        var selection = new AuditSelection { Actions = only is { } one ? [one] : [], By = by is null ? null : Actor.OfSignature(by) };
        return Results.Bytes(ArchiveJson.Write(await audit.ListAsync(selection, start, most, cancellation)), ApiContent.Json);
    }

    public static async Task<IResult> SearchesAsync(
        string? order, string? days, string? size, AskedRegister asked, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var check = new ParameterCheck(words);
        var by = check.Choice(nameof(order), order, Enum.GetValues<AskedOrder>(), one => one.ToString().ToLowerInvariant()) ?? AskedOrder.Popular;
        var span = (int)(check.Number(nameof(days), days, least: 1, AskedRegister.DaysKept) ?? UsualDays);
        var most = check.Size(size);
        return check.Problem ?? Results.Bytes(ArchiveJson.Write(await asked.ListAsync(by, span, most, cancellation)), ApiContent.Json);
    }
}
