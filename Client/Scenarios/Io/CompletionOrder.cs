namespace Interleave.Client.Scenarios.Io;

/// <summary>Which order completions follow: that of the server's answers, or that of the starts.</summary>
internal static class CompletionOrder
{
    /// <summary>Of all completions but the first, the part that stands in the right order with the one before; NaN for fewer than two.</summary>
    public static double InOrderOf(this IReadOnlyCollection<Completion> completions, Func<Completion, long> number) =>
        completions.Count < 2
            ? double.NaN
            : completions.Zip(completions.Skip(1), (earlier, later) => number(earlier) < number(later) ? 1.0 : 0.0).Average();
}
