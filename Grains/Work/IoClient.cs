using System.Net.Sockets;

namespace Interleave.Grains.Work;

/// <summary>Waits for whatever is asked for: an answer of the I/O server, a block of a file, a row of a database.</summary>
public sealed class IoClient : IDisposable
{
    private readonly WaitClient _http;
    private readonly QueryClient _database = new();

    private IoClient(WaitClient http) => _http = http;

    /// <summary>For <see cref="DoAsync"/>: no thread waits.</summary>
    public static IoClient Awaiting() => new(WaitClient.Awaiting());

    /// <summary>For <see cref="Do"/>: the calling thread waits.</summary>
    /// <inheritdoc cref="WaitClient.Blocking"/>
    public static IoClient Blocking(Func<Socket, NetworkStream>? streamOf = null) => new(WaitClient.Blocking(streamOf));

    public WaitReply Do(IoRequest request, CancellationToken cancellation) => request switch
    {
        WaitRequest wait => _http.Get(wait, cancellation),
        FileRequest block => FileBlock.Read(block),
        QueryRequest query => _database.Query(query, cancellation),
        EndOfQueries => _database.CloseConnections(),
        _ => throw new ArgumentException($"Nobody waits for {request}.", nameof(request)),
    };

    public Task<WaitReply> DoAsync(IoRequest request, CancellationToken cancellation) => request switch
    {
        WaitRequest wait => _http.GetAsync(wait, cancellation),
        FileRequest block => FileBlock.ReadAsync(block, cancellation),
        QueryRequest query => _database.QueryAsync(query, cancellation),
        EndOfQueries => Task.FromResult(_database.CloseConnections()),
        _ => throw new ArgumentException($"Nobody waits for {request}.", nameof(request)),
    };

    public void Dispose()
    {
        _http.Dispose();
        _database.Dispose();
    }
}
