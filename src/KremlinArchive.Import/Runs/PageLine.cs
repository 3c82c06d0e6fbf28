using System.Threading.Channels;

namespace KremlinArchive.Import.Runs;

/// <summary>The pages under way: one queue to be parsed from by whoever is free, one to be stored from in order. Bounded by count and by bytes.</summary>
internal sealed class PageLine(int pages, long bytes)
{
    private readonly Channel<PageUnderWay> unread = Channel.CreateBounded<PageUnderWay>(new BoundedChannelOptions(pages) { SingleWriter = true });
    private readonly Channel<PageUnderWay> inOrder = Channel.CreateBounded<PageUnderWay>(new BoundedChannelOptions(pages) { SingleWriter = true, SingleReader = true });
    private readonly ByteBudget budget = new(bytes);

    public ChannelReader<PageUnderWay> Unread => unread.Reader;

    public ChannelReader<PageUnderWay> InOrder => inOrder.Reader;

    /// <summary>Puts a page into both queues, as soon as there is room.</summary>
    public async ValueTask JoinAsync(PageUnderWay page, CancellationToken cancellation)
    {
        await budget.TakeAsync(page.Weight, cancellation);
        await inOrder.Writer.WriteAsync(page, cancellation);
        await unread.Writer.WriteAsync(page, cancellation);
    }

    /// <summary>No more pages will come.</summary>
    public void Close()
    {
        unread.Writer.Complete();
        inOrder.Writer.Complete();
    }

    /// <summary>Pages of so many bytes are stored and gone.</summary>
    public void Leave(long weight) => budget.Give(weight);
}
