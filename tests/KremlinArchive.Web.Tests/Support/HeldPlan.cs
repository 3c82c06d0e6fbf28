using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>An import of one text copy after another, each of which comes when the test lets it.</summary>
internal sealed class HeldPlan
{
    private readonly Channel<int> pages = Channel.CreateUnbounded<int>();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int next;

    public HeldPlan(string description, int firstNumber)
    {
        next = firstNumber;
        Plan = new RunPlan
        {
            Description = description,
            StartedBy = "Анна",
            Entries = cancellation => EntriesAsync(cancellation),
            Measure = _ => Task.FromResult(1000L),
        };
    }

    public RunPlan Plan { get; }

    /// <summary>Done when the import asks for its first page.</summary>
    public Task Begun => begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>Lets so many pages come: a batch has 200.</summary>
    public void Release(int count)
    {
        for (; count > 0; count--)
            pages.Writer.TryWrite(next++);
    }

    /// <summary>Lets no more come.</summary>
    public void Finish() => pages.Writer.Complete();

    private async IAsyncEnumerable<SourceEntry> EntriesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        begun.TrySetResult();
        await foreach (var number in pages.Reader.ReadAllAsync(cancellation))
        {
            var bytes = Encoding.UTF8.GetBytes($"Вымышленное сообщение {number}\n\n\n2024-01-02 10:00:00\n\nТекст.\n\n\n\nhttp://kremlin.ru/events/president/news/copy/{number}");
            yield return new SourceEntry(Capture.Of($"{number}.txt", bytes), null, 1);
        }
    }
}
