using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios;

/// <summary>A number that a scenario can be given, with its range and its default in each profile.</summary>
/// <param name="Name">Lower-case words with hyphens, as <c>--param</c> takes it.</param>
internal sealed record Parameter(string Name, string Description)
{
    /// <summary>UCUM-style: <c>ms</c>, <c>By</c>, <c>{op}/s</c>; <c>1</c> counts something, and half of it makes no sense.</summary>
    public string Unit { get; init; } = "1";

    public required (double Minimum, double Maximum) Range { get; init; }

    public double Quick { get; init; }

    public double Standard { get; init; }

    public double Thorough { get; init; }

    /// <summary>The same default in every profile.</summary>
    public double Always
    {
        init => (Quick, Standard, Thorough) = (value, value, value);
    }

    /// <summary>Whether more of it is more work for every unit, so that a planted difference can be made by it.</summary>
    public bool IsWork { get; init; }

    /// <summary>Whether it is answered by yes or no, which are kept as 1 and 0.</summary>
    public bool IsYesOrNo { get; private init; }

    public double Minimum => Range.Minimum;

    public double Maximum => Range.Maximum;

    /// <summary>Whether only whole numbers make sense, as of units and bytes.</summary>
    public bool IsWhole => Unit is "1" or "By";

    /// <summary>In words, for help and for messages about wrong values.</summary>
    public string Allowed => IsYesOrNo
        ? "yes or no"
        : FormattableString.Invariant(
            $"{(IsWhole ? "a whole number" : "a number")} from {Minimum} to {Maximum}{(Unit == "1" ? "" : $" ({Quantity.NameOf(Unit)})")}");

    public static Parameter YesOrNo(string name, string description, bool always) =>
        new(name, description) { Range = (0, 1), Always = always ? 1 : 0, IsYesOrNo = true };

    public double Default(Profile profile) => profile switch
    {
        Profile.Quick => Quick,
        Profile.Standard => Standard,
        _ => Thorough,
    };

    /// <summary>Reads what was given; null where it is not allowed.</summary>
    public double? Read(string text)
    {
        if (IsYesOrNo)
        {
            return text switch { "yes" => 1, "no" => 0, _ => null };
        }

        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= Minimum && number <= Maximum && (!IsWhole || number == Math.Floor(number)) ? number : null;
    }

    /// <summary>A value as <c>--param</c> takes it.</summary>
    public string Write(double value) => IsYesOrNo ? value == 0 ? "no" : "yes" : FormattableString.Invariant($"{value}");
}
