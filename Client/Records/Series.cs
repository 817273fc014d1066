namespace Interleave.Client.Records;

/// <summary>A figure over the time of one trial, such as the length of a queue.</summary>
/// <param name="Unit">Of the values, UCUM-style.</param>
/// <param name="Seconds">When each value was taken, from the first moment of the trial on which anything was.</param>
/// <param name="Values">As many as there are moments.</param>
internal sealed record Series(string Unit, IReadOnlyList<double> Seconds, IReadOnlyList<double> Values);
