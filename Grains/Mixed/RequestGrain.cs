using Interleave.Grains.Work;

namespace Interleave.Grains.Mixed;

/// <summary>Serves one request at a time; where it waits, its silo's thread is free, and where it computes, that thread is its own.</summary>
internal sealed class RequestGrain(WaitClient http) : Grain, IRequestGrain
{
    public async Task<MixedReply> Serve(MixedRequest request, CancellationToken cancellation)
    {
        var before = await http.GetAsync(request.Before, cancellation);
        var primes = Primes.Count(request.Numbers, cancellation).Primes;
        var after = await http.GetAsync(request.After, cancellation);
        return new MixedReply(primes, before.Bytes + after.Bytes);
    }
}
