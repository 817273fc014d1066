using Interleave.Client.Records;

namespace Interleave.Client.Scenarios;

/// <summary>The values of a scenario's parameters in one run: what was asked for, else the profile's defaults.</summary>
internal sealed class Settings(Profile profile, IReadOnlyDictionary<string, double> given)
{
    /// <summary>What random numbers of the run start from.</summary>
    public int Seed { get; init; }

    /// <summary>How much more work than asked is done, 1.1 being a tenth more; a difference planted to see whether it is found.</summary>
    public double WorkFactor { get; init; } = 1;

    /// <summary>The texts that were given, by the names of their parameters; some are secret.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The same with so much more work.</summary>
    public Settings WithWork(double factor) => new(profile, given) { Seed = Seed, WorkFactor = factor, Texts = Texts };

    public double this[Parameter parameter] => Scaled(parameter, given.TryGetValue(parameter.Name, out var value) ? value : parameter.Default(profile));

    public int Count(Parameter parameter) => (int)this[parameter];

    /// <summary>Null where it was not given.</summary>
    public string? Text(TextParameter parameter) => Texts.GetValueOrDefault(parameter.Name);

    public bool Says(Parameter yesOrNo) => this[yesOrNo] != 0;

    /// <summary>For parameters whose unit is <c>s</c>, <c>ms</c> or <c>us</c>.</summary>
    public TimeSpan Time(Parameter parameter) => parameter.Unit switch
    {
        "us" => TimeSpan.FromMicroseconds(this[parameter]),
        "ms" => TimeSpan.FromMilliseconds(this[parameter]),
        _ => TimeSpan.FromSeconds(this[parameter]),
    };

    /// <summary>The values of these parameters by name, with those that are fixed whatever the run says.</summary>
    public IReadOnlyDictionary<string, double> Of(IEnumerable<Parameter> parameters, IEnumerable<(Parameter Parameter, double Value)> fixes)
    {
        var values = parameters.ToDictionary(parameter => parameter.Name, parameter => this[parameter]);
        foreach (var (parameter, value) in fixes)
        {
            values[parameter.Name] = value;
        }

        return values;
    }

    private double Scaled(Parameter parameter, double value) =>
        !parameter.IsWork || WorkFactor == 1 ? value : parameter.IsWhole ? Math.Round(value * WorkFactor) : value * WorkFactor;
}
