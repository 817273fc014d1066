namespace Interleave.Client.Records;

/// <summary>A model a second time, in processes of its own, to see what verdicts say of a model against itself.</summary>
/// <param name="Model">What its trials are recorded under.</param>
/// <param name="Of">The model that it is a twin of, and that it is contrasted with.</param>
/// <param name="WorkFactor">How much more work it does: 1 for none, 1.1 for a tenth more, which verdicts are to find.</param>
internal sealed record Twin(string Model, string Of, double WorkFactor)
{
    /// <summary>How much more work is planted.</summary>
    public static IReadOnlyList<double> Planted { get; } = [1.1, 1.2];
}
