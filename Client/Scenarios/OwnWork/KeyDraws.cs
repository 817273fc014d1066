using Interleave.Grains.OwnWork;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>Which key each request changes, by Zipf's law.</summary>
/// <remarks>Drawn from the number of the request, so that it is the same on every model, and can be told again when the counts are checked.</remarks>
internal sealed class KeyDraws
{
    private readonly IReadOnlyList<double[]> _upTo;
    private readonly ulong _seed;

    public KeyDraws(IReadOnlyList<StateStep> steps, int seed)
    {
        _upTo = [.. steps.Select(step => Cumulative(step.Keys, step.Skew))];
        _seed = (ulong)seed;
    }

    /// <param name="place">That of the step among the steps that change a key.</param>
    public int KeyOf(int place, long request)
    {
        var upTo = _upTo[place];
        var found = Array.BinarySearch(upTo, Uniform(place, request));
        return Math.Min(found < 0 ? ~found : found + 1, upTo.Length - 1);
    }

    /// <summary>The share of requests that change the key that is changed most.</summary>
    public double ShareOfFirst(int place) => _upTo[place][0];

    /// <summary>The part of all requests that change this key or one before it, for every key.</summary>
    private static double[] Cumulative(int keys, double skew)
    {
        var upTo = new double[keys];
        var sum = 0.0;
        for (var key = 0; key < keys; key++)
        {
            upTo[key] = sum += Math.Pow(key + 1, -skew);
        }

        for (var key = 0; key < keys; key++)
        {
            upTo[key] /= sum;
        }

        return upTo;
    }

    /// <summary>Between 0 and 1, by SplitMix64.</summary>
    private double Uniform(int place, long request)
    {
        var mixed = unchecked(((_seed << 32) + (ulong)request + ((ulong)(place + 1) << 56)) * 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
