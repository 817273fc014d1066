using Interleave.Client.Recording;

namespace Interleave.Client.Scenarios;

/// <summary>A number that a scenario can be given, with its range and its default in each profile.</summary>
internal sealed record Parameter(string Name, string Unit, string Description, double Minimum, double Maximum, double Quick, double Standard, double Thorough)
{
    /// <summary>With one default for every profile.</summary>
    public Parameter(string name, string unit, string description, double minimum, double maximum, double always)
        : this(name, unit, description, minimum, maximum, always, always, always)
    {
    }

    public double Default(Profile profile) => profile switch
    {
        Profile.Quick => Quick,
        Profile.Standard => Standard,
        _ => Thorough,
    };
}
