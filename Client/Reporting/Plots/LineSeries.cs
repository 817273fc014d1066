namespace Interleave.Client.Reporting.Plots;

/// <summary>One model's line.</summary>
/// <param name="Label">Set where a model has more than one line: what tells this one apart.</param>
/// <param name="Faint">Drawn thinner and dotted, as the lesser of two lines of one model.</param>
internal sealed record LineSeries(string Model, IReadOnlyList<LinePoint> Points, string? Label = null, bool Faint = false)
{
    public string Name => Label is null ? Model : $"{Model}, {Label}";
}
