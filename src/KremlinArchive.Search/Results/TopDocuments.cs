namespace KremlinArchive.Search.Results;

/// <summary>The first so many of the documents offered: a heap with the last of them on top, which grows only as documents come.</summary>
internal sealed class TopDocuments(int limit, Comparison<RankedDocument> order)
{
    private RankedDocument[] heap = new RankedDocument[Math.Min(limit, 128)];
    private int count;
    private bool isSorted;

    /// <summary>What a document must score at least to be kept, where they are ordered by scores.</summary>
    public float LeastScore => count < limit ? float.NegativeInfinity : limit > 0 ? heap[0].Score : float.PositiveInfinity;

    public void Offer(RankedDocument document)
    {
        if (count < limit)
        {
            if (count == heap.Length)
                Array.Resize(ref heap, (int)Math.Min(limit, 2L * heap.Length));
            heap[count] = document;
            Rise(count++);
        }
        else if (limit > 0 && order(document, heap[0]) < 0)
        {
            heap[0] = document;
            Sink();
        }
    }

    /// <summary>Offers all that another one has kept.</summary>
    public void Add(TopDocuments others)
    {
        foreach (var document in others.heap.AsSpan(0, others.count))
            Offer(document);
    }

    /// <summary>Orders the best anew, after what is done to them. They stay before all others. To be asked after the last offer.</summary>
    public void Rerank(int best, RerankAction rank)
    {
        heap.AsSpan(0, count).Sort(order);
        var first = heap.AsSpan(0, Math.Min(best, count));
        rank(first);
        first.Sort(order);
        isSorted = true;
    }

    /// <summary>So many documents from a place on, in order. To be asked after the last offer.</summary>
    public RankedDocument[] From(int skip, int most = int.MaxValue)
    {
        if (skip >= count)
            return [];
        if (!isSorted)
            heap.AsSpan(0, count).Sort(order);
        isSorted = true;
        return heap.AsSpan(skip, Math.Min(count - skip, most)).ToArray();
    }

    private void Rise(int at)
    {
        for (var parent = (at - 1) / 2; at > 0 && order(heap[at], heap[parent]) > 0; parent = (at - 1) / 2)
        {
            (heap[at], heap[parent]) = (heap[parent], heap[at]);
            at = parent;
        }
    }

    private void Sink()
    {
        for (var at = 0; ;)
        {
            var last = at;
            var (left, right) = ((2 * at) + 1, (2 * at) + 2);
            if (left < count && order(heap[left], heap[last]) > 0)
                last = left;
            if (right < count && order(heap[right], heap[last]) > 0)
                last = right;
            if (last == at)
                return;
            (heap[at], heap[last]) = (heap[last], heap[at]);
            at = last;
        }
    }
}

/// <summary>Changes the scores of documents in place.</summary>
internal delegate void RerankAction(Span<RankedDocument> documents);
