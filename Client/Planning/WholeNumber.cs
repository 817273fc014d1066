using System.Globalization;

namespace Interleave.Client.Planning;

/// <summary>A whole number that an option takes, with its range.</summary>
internal sealed record WholeNumber(string Option, int Minimum, int Maximum)
{
    /// <summary>Reads what was given; null when nothing was, or when it is not allowed, which adds a line to <paramref name="faults"/>.</summary>
    public int? Read(string? given, Faults faults)
    {
        if (given is null)
        {
            return null;
        }

        if (int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= Minimum && number <= Maximum)
        {
            return number;
        }

        faults.Add($"{Option} is '{given}': a whole number from {Minimum} to {Maximum} is allowed.");
        return null;
    }
}
