using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>An admin brings documents in, follows them, and mends what failed.</summary>
[Collection(nameof(DeskRoom))]
public sealed class AdminTests(Chromium chromium, ReadingRoom room, DeskRoom desk) : ReadersTest(chromium, room)
{
    [Theory]
    [InlineData("ru", true)]
    [InlineData("en", false)]
    public async Task AFileGoesInByTheForm(string language, bool hasScript)
    {
        var admin = await SeatAdminAsync(new Seat(language, HasScript: hasScript), desk);
        await admin.OpenAsync("/admin");
        var document = Invented(hasScript ? 1 : 2);
        await Files(admin).SetInputFilesAsync(Payload($"{document.Number}.html", document.Html));
        await PressAsync(admin, "upload.button");
        await FollowAsync(admin, hasScript);
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = $"ru/events/{document.Number}" }).ClickAsync();
        await Expect(admin.Page.Locator(".reading h1")).ToHaveTextAsync(document.Title);
    }

    [Fact]
    public async Task AFileIsDropped()
    {
        var admin = await SeatAdminAsync(new Seat(), desk);
        await admin.OpenAsync("/admin");
        var document = Invented(3);
        var dropped = await admin.Page.EvaluateHandleAsync(
            "([name, html]) => { const held = new DataTransfer(); held.items.add(new File([html], name, { type: 'text/html' })); return held; }",
            new[] { "брошено.html", document.Html });
        await admin.Page.Locator("upload-box").DispatchEventAsync("dragover", new { dataTransfer = dropped });
        await Expect(admin.Page.Locator("upload-box")).ToHaveAttributeAsync("data-over", "");
        await admin.Page.Locator("upload-box").DispatchEventAsync("drop", new { dataTransfer = dropped });
        await PressAsync(admin, "upload.button");
        await FollowAsync(admin, true);
        await Expect(Outcomes(admin).Filter(new() { HasText = "брошено.html" })).ToContainTextAsync(admin.Word("outcome.added"));
    }

    [Fact]
    public async Task AnArchiveIsFollowedLiveToItsEnd()
    {
        var admin = await SeatAdminAsync(new Seat(), desk);
        await admin.OpenAsync("/admin");
        await Files(admin).SetInputFilesAsync(Packed(2_500, 901_000_000));
        await PressAsync(admin, "upload.button");
        await Expect(admin.Page).ToHaveURLAsync(new Regex(@"/admin/runs/\d+"));
        // On a fast machine all may be there before the page is told of a part of it.
        await Expect(admin.Page.Locator("[data-figure=added]:not(:text-is('0')), nav.filter a").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await admin.PictureAsync("desk-running");
        await admin.IsAccessibleAsync();
        await Expect(admin.Page.Locator(".figures")).ToHaveCountAsync(0, Long);
        await Expect(admin.Page.Locator("nav.filter a").First).ToContainTextAsync(new Regex(@"2\s500"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARunIsStoppedAndKeepsWhatItHas(bool hasScript)
    {
        var admin = await SeatAdminAsync(new Seat("en", HasScript: hasScript), desk);
        await admin.OpenAsync("/admin");
        await Files(admin).SetInputFilesAsync(Packed(12_000, hasScript ? 902_000_000 : 903_000_000));
        await PressAsync(admin, "upload.button");
        await Expect(admin.Page).ToHaveURLAsync(new Regex(@"/admin/runs/"));
        await PressAsync(admin, "run.cancel");
        await FollowAsync(admin, hasScript);
        await Expect(admin.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(admin.Word("run.failed"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatCouldNotBeReadIsLookedAtAndTriedAgain(bool hasScript)
    {
        var admin = await SeatAdminAsync(new Seat("en", HasScript: hasScript), desk);
        await admin.OpenAsync("/admin");
        await admin.Page.GetByRole(AriaRole.Navigation, new() { Name = admin.Word("desk.navigation") }).GetByRole(AriaRole.Link, new() { Name = admin.Word("desk.quarantine") }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Regex.Escape(DeskRoom.Unreadable)) }).ClickAsync();
        await Expect(admin.Page.Locator("pre .line").First).ToHaveTextAsync("<script>document.title = 'чужое'</script>");
        await Expect(admin.Page).Not.ToHaveTitleAsync("чужое");
        var entry = admin.Address;

        await PressAsync(admin, "quarantine.retry");
        await FollowAsync(admin, hasScript);
        await Expect(Outcomes(admin)).ToContainTextAsync(admin.Word("outcome.quarantined"));
        await admin.OpenAsync(entry);
        await Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = admin.Word("quarantine.retry"), Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheIndexIsBuiltAnew(bool hasScript)
    {
        var admin = await SeatAdminAsync(new Seat(HasScript: hasScript), desk);
        await admin.OpenAsync("/admin/index");
        await PressAsync(admin, "index.rebuild");
        await Expect(admin.Page).ToHaveURLAsync(new Regex("/admin/index$"));
        if (hasScript)
            await Expect(admin.Page.Locator(".state")).ToHaveTextAsync(admin.Word("index.current"), new() { Timeout = Patience, IgnoreCase = true });
        else
            await Expect(admin.Page.Locator(".state")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task NoFileIsNoUpload()
    {
        var admin = await SeatAdminAsync(new Seat(), desk);
        await admin.OpenAsync("/admin");
        await PressAsync(admin, "upload.button");
        Assert.True(await Files(admin).EvaluateAsync<bool>("files => files.matches(':invalid')"));
        Assert.Equal("/admin", admin.Address);
    }

    [Fact]
    public async Task ALostCircuitIsToldAtTheDeskAndItsPageComesBackByItself()
    {
        var own = await OpenRoomAsync("--Archive:Samples", "false");
        await DeskRoom.AddAdminAsync(own.Directory.Path);
        var admin = await SeatAsync(new Seat("en"), own.Address);
        await DeskRoom.SignInAsync(admin, "/admin/index");
        await Expect(admin.Page.Locator("[data-figure=change]")).ToHaveTextAsync("0");
        var page = own.Directory.Write("page.html", Encoding.UTF8.GetBytes(Invented(4).Html));
        await BuiltProgram.RunAsync(BuiltProgram.Cli("import", page, "--data", own.Directory.Path));
        await Expect(admin.Page.Locator("[data-figure=change]")).ToHaveTextAsync("1");

        admin.Watch.BearLoss();
        await own.Server.KillAsync();
        await Expect(admin.Page.GetByText(admin.Word("connection.lost"))).ToBeVisibleAsync();
        await Expect(admin.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await admin.PictureAsync("desk-lost");

        // As a node of a cluster does that takes over, the new server knows the admin and nothing of the page's circuit.
        await admin.Page.EvaluateAsync("() => document.body.dataset.loaded = 'before'");
        await using var second = await RunningServer.StartAsync(own.Directory.Path, "--urls", own.Address.AbsoluteUri);
        await Expect(admin.Page.Locator("body[data-loaded]")).ToHaveCountAsync(0, Long);
        await Expect(admin.Page.Locator("[data-figure=change]")).ToHaveTextAsync("1");
        await Expect(admin.Page.GetByText(admin.Word("connection.lost"))).ToBeHiddenAsync();
    }

    private const int Patience = 120_000;

    private static readonly LocatorAssertionsToHaveCountOptions Long = new() { Timeout = Patience };

    private static ILocator Files(Reader admin) => admin.Page.Locator("input[type=file]");

    private static ILocator Outcomes(Reader admin) => admin.Page.Locator("#outcomes tbody tr");

    private static Task PressAsync(Reader admin, string word) => admin.Page.GetByRole(AriaRole.Button, new() { Name = admin.Word(word), Exact = true }).ClickAsync();

    // To the end of the run: the page leads there by itself over its circuit, or else by its link.
    private static async Task FollowAsync(Reader admin, bool hasScript)
    {
        await Expect(admin.Page).ToHaveURLAsync(new Regex("/admin/runs/"));
        var goesOn = admin.Page.Locator("form.cancel");
        if (!hasScript)
        {
            for (var link = admin.Page.GetByRole(AriaRole.Link, new() { Name = admin.Word("desk.reload") }); await goesOn.CountAsync() > 0;)
                await link.ClickAsync();
        }

        await Expect(goesOn).ToHaveCountAsync(0, Long);
        await Expect(admin.Page.Locator("#outcomes")).ToBeVisibleAsync();
    }

    private static InventedDocument Invented(int number) => new(900_400_000 + number, $"Внесённый вымышленный документ {number}", new DateTime(2024, 2, 3, 10, 0, 0));

    private static FilePayload Payload(string name, string html) => new() { Name = name, MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(html) };

    // A zip of so many invented pages.
    private static FilePayload Packed(int count, int from)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var number = from; number < from + count; number++)
            {
                using var page = new StreamWriter(zip.CreateEntry($"{number}.html").Open());
                page.Write(new InventedDocument(number, $"Вымышленное сообщение {number}", new DateTime(2024, 2, 3, 10, 0, 0)).Html);
            }
        }

        return new FilePayload { Name = $"{from}.zip", MimeType = "application/zip", Buffer = packed.ToArray() };
    }
}
