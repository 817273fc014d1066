using System.Globalization;

namespace Interleave.Client.Records;

/// <summary>Which trial of a run; those of the rounds count from 1.</summary>
internal sealed record TrialName(string Scenario, string Variant, string Model, int Round)
{
    public const int WarmUp = 0;
    public const int Traced = -1;
    public const int Empty = -2;

    public string When => Round switch
    {
        WarmUp => "warm-up",
        Traced => "traced",
        Empty => "empty",
        _ => string.Create(CultureInfo.InvariantCulture, $"round {Round}"),
    };

    public static TrialName Of(Trial trial) => new(trial.Scenario, trial.Variant, trial.Model, trial.Round);

    /// <summary>The trial that a check was made on.</summary>
    public static TrialName Of(Check check) => new(check.Scenario, check.Variant, check.Model, check.Round);

    public override string ToString() => $"{Scenario} ({Variant}) on {Model}";
}
