using Interleave.Grains.Location;

namespace Interleave.Client.Scenarios;

/// <summary>Finds grains that live in one silo, or in several, by asking where they were activated.</summary>
/// <remarks>No placement is forced: a grain stays where its runtime has put it, on either runtime.</remarks>
internal static class GrainPlacement
{
    private const int AskedAtOnce = 16;

    /// <returns>A list a silo, each of that many grains.</returns>
    /// <exception cref="InvalidOperationException">Fewer silos took part, or one of them got too few of the candidates.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<TGrain>>> FindAsync<TGrain>(IEnumerable<TGrain> candidates, int silos, int grainsEach)
        where TGrain : ILocatedGrain
    {
        var found = new Dictionary<string, List<TGrain>>();
        foreach (var batch in candidates.Chunk(AskedAtOnce))
        {
            foreach (var (grain, silo) in batch.Zip(await Task.WhenAll(batch.Select(grain => grain.Silo()))))
            {
                (found.TryGetValue(silo, out var grains) ? grains : found[silo] = []).Add(grain);
            }

            var full = found.Values.Where(grains => grains.Count >= grainsEach).Take(silos).ToList();
            if (full.Count == silos)
            {
                return [.. full.Select(grains => grains.Take(grainsEach).ToList())];
            }
        }

        throw new InvalidOperationException($"{grainsEach} grains in each of {silos} silos could not be found: {found.Count} silos activated any.");
    }

    /// <returns>The first that is active in a silo that fits.</returns>
    /// <exception cref="InvalidOperationException">None is.</exception>
    public static async Task<TGrain> FindOneAsync<TGrain>(IEnumerable<TGrain> candidates, Func<string, bool> fits)
        where TGrain : ILocatedGrain
    {
        foreach (var grain in candidates)
        {
            if (fits(await grain.Silo()))
            {
                return grain;
            }
        }

        throw new InvalidOperationException("No grain was activated in the silo that was asked for.");
    }
}
