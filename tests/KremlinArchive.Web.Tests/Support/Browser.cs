using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>A browser without script: keeps cookies, shows pages, and sends the forms that they hold.</summary>
internal static class Browser
{
    /// <summary>One with a jar of cookies of its own, that follows no redirect by itself.</summary>
    public static HttpClient NewBrowser(this RunningServer server) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.Http.BaseAddress };

    public static async Task<IDocument> DocumentAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    /// <summary>Opens a page, fills the form that has all these boxes, and sends it with whatever else the form holds.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient browser, string page, params (string Name, string Value)[] boxes)
    {
        using var opened = await browser.GetAsync(page, TestContext.Current.CancellationToken);
        var document = await opened.DocumentAsync();
        var form = document.QuerySelectorAll("form[method=post]").FirstOrDefault(form => boxes.All(box => form.QuerySelector($"[name='{box.Name}']") is not null))
            ?? throw new InvalidOperationException($"{page} ({(int)opened.StatusCode}) has no form with {string.Join(", ", boxes.Select(box => box.Name))}:\n{document.Body!.TextContent}");
        var hidden = form.QuerySelectorAll("input[type=hidden]").Where(input => boxes.All(box => box.Name != input.GetAttribute("name"))).Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        using var content = new FormUrlEncodedContent(hidden.Concat(boxes.Select(box => KeyValuePair.Create(box.Name, box.Value))));
        return await browser.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : page, content, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the form whose action ends so, with all that is hidden in it and nothing else.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this HttpClient browser, IElement within, string action)
    {
        var form = within.QuerySelector($"form[action$='{action}']") ?? throw new InvalidOperationException($"There is no form for {action}:\n{within.TextContent}");
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")));
        return await browser.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken);
    }
}
