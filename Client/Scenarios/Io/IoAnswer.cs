namespace Interleave.Client.Scenarios.Io;

/// <summary>Every completion, in the order in which they came.</summary>
internal sealed record IoAnswer(IReadOnlyCollection<Completion> Completions)
{
    /// <summary>Of all completions but the first, the part that stands in the right order with the one before; NaN for fewer than two.</summary>
    public double InOrderOf(Func<Completion, long> number) =>
        Completions.Count < 2
            ? double.NaN
            : Completions.Zip(Completions.Skip(1), (earlier, later) => number(earlier) < number(later) ? 1.0 : 0.0).Average();
}
