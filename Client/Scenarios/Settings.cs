using Interleave.Client.Records;

namespace Interleave.Client.Scenarios;

/// <summary>The values of a scenario's parameters in one run: what was asked for, else the profile's defaults.</summary>
internal sealed class Settings(Profile profile, IReadOnlyDictionary<string, double> given)
{
    /// <summary>What random numbers of the run start from.</summary>
    public int Seed { get; init; }

    public double this[Parameter parameter] => given.TryGetValue(parameter.Name, out var value) ? value : parameter.Default(profile);

    public int Count(Parameter parameter) => (int)this[parameter];

    /// <summary>For parameters whose unit is <c>s</c> or <c>ms</c>.</summary>
    public TimeSpan Time(Parameter parameter) =>
        parameter.Unit == "ms" ? TimeSpan.FromMilliseconds(this[parameter]) : TimeSpan.FromSeconds(this[parameter]);
}
