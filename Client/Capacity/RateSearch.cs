namespace Interleave.Client.Capacity;

/// <summary>Finds the highest rate at which a goal holds: doubles or halves until it is bracketed, then bisects by ratio.</summary>
/// <param name="precision">The bracket is narrow enough when its ends differ by this factor.</param>
/// <param name="lowest">No rate below is tried.</param>
/// <param name="highest">No rate above is tried.</param>
/// <param name="tryAsync">Tries a rate.</param>
internal sealed class RateSearch(double precision, double lowest, double highest, Func<double, Task<RateTrial>> tryAsync)
{
    private RateTrial? _holds;
    private RateTrial? _fails;

    /// <summary>Searches from a rate that may be far off.</summary>
    public Task<Bracket> FindAsync(double start) => FindAsync(start, step: 2);

    /// <summary>Searches near a rate that was found before, in small steps.</summary>
    public Task<Bracket> ConfirmAsync(double found) => FindAsync(found, precision);

    private async Task<Bracket> FindAsync(double start, double step)
    {
        await TryAsync(start);
        // Each step that finds nothing makes the next one larger: what was found before may have been far off.
        for (var factor = step; _fails is null && _holds is { } holds && holds.Rate < highest; factor = Math.Min(2, factor * step))
        {
            await TryAsync(holds.Rate * factor);
        }

        for (var factor = step; _holds is null && _fails is { } fails && fails.Rate > lowest; factor = Math.Min(2, factor * step))
        {
            await TryAsync(fails.Rate / factor);
        }

        while (_holds is { } low && _fails is { } high && high.Rate > low.Rate * precision * precision)
        {
            await TryAsync(Math.Sqrt(low.Rate * high.Rate));
        }

        return new Bracket(_holds, _fails);
    }

    private async Task TryAsync(double rate)
    {
        var tried = await tryAsync(Math.Clamp(Rounded(rate), lowest, highest));
        (_holds, _fails) = tried.Holds ? (tried, _fails) : (_holds, tried);
    }

    /// <summary>To three digits.</summary>
    private static double Rounded(double rate)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(rate)) - 2);
        return Math.Round(rate / unit) * unit;
    }
}
