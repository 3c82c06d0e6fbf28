using System.Net;
using System.Net.Http.Headers;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>Keys of programs, made at the desk by an admin's browser.</summary>
internal static class AKey
{
    /// <summary>Makes a key and reads it from the one page that shows it.</summary>
    public static async Task<string> MakeKeyAsync(this HttpClient admin, string name, params string[] scopes)
    {
        using var made = await admin.SubmitAsync("/admin/keys", [("key-name", name), .. scopes.Select(scope => (scope, "on"))]);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return (await made.DocumentAsync()).QuerySelector(".made .secret")!.TextContent;
    }

    /// <summary>Asks an address with a key, and with a body if there is one.</summary>
    public static async Task<HttpResponseMessage> WithKeyAsync(this RunningServer server, string key, string address, HttpContent? body = null, bool isChunked = false)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.TransferEncodingChunked = isChunked ? true : null;
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
