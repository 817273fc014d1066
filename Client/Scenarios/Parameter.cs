using Interleave.Client.Records;

namespace Interleave.Client.Scenarios;

/// <summary>A number that a scenario can be given, with its range and its default in each profile.</summary>
/// <param name="Unit">UCUM-style; <c>1</c> counts something, and half of it makes no sense.</param>
internal sealed record Parameter(string Name, string Unit, string Description, double Minimum, double Maximum, double Quick, double Standard, double Thorough)
{
    /// <summary>With one default for every profile.</summary>
    public Parameter(string name, string unit, string description, double minimum, double maximum, double always)
        : this(name, unit, description, minimum, maximum, always, always, always)
    {
    }

    /// <summary>Whether only whole numbers make sense, as of units and bytes.</summary>
    public bool IsWhole => Unit is "1" or "By";

    /// <summary>In words, for whoever asks or errs.</summary>
    public string Allowed => FormattableString.Invariant($"{(IsWhole ? "a whole number" : "a number")} from {Minimum} to {Maximum}{(Unit == "1" ? "" : $" ({Unit})")}");

    public bool Allows(double number) => number >= Minimum && number <= Maximum && (!IsWhole || number == Math.Floor(number));

    public double Default(Profile profile) => profile switch
    {
        Profile.Quick => Quick,
        Profile.Standard => Standard,
        _ => Thorough,
    };
}
