using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>Where a single event is one too many, fewer of them is no reason to choose a model: those serve in which none was seen.</summary>
internal static class NoneSeenAnswer
{
    /// <param name="results">Rates of the same event, a model each.</param>
    /// <param name="noun">How the event is called.</param>
    public static string Of(IReadOnlyList<Result> results, string noun)
    {
        var seen = results.Where(result => result.Events > 0).OrderBy(result => result.Median).ToList();
        var none = results.Where(result => result.Events == 0).OrderBy(result => result.Occasions).ToList();
        List<string> parts = [];
        if (none.Count > 0)
        {
            parts.Add($"{ModelList.OneOf(Names(none))} ({noun} {Quantity.Format(none[0])})");
        }

        if (seen.Count > 0)
        {
            var (low, high) = (Quantity.Format(seen[0]), Quantity.Format(seen[^1]));
            parts.Add($"not {ModelList.OneOf(Names(seen))} ({noun} {(low == high ? low : $"{low} to {high}")})");
        }

        return $"{string.Join("; ", parts)}.";

        List<string> Names(List<Result> shown) => [.. results.Intersect(shown).Select(result => result.Model)];
    }
}
