using Interleave.Client.Recording;

namespace Interleave.Client.Scenarios;

/// <summary>A number that a scenario can be given, with its range and its default in each profile.</summary>
internal sealed record Parameter(string Name, string Unit, string Description, double Minimum, double Maximum, double Quick, double Standard, double Thorough)
{
    public double Default(Profile profile) => profile switch
    {
        Profile.Quick => Quick,
        Profile.Standard => Standard,
        _ => Thorough,
    };
}
