namespace Interleave.Client.Running;

/// <summary>Which trial: round 0 is the warm-up.</summary>
internal sealed record TrialName(string Scenario, string Variant, string Model, int Round)
{
    public override string ToString() => $"{Scenario} ({Variant}) on {Model}";
}
