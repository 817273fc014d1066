namespace Interleave.Client.Measuring.Loads;

/// <summary>How the arrivals of an open load are spread over time.</summary>
internal enum Arrivals
{
    /// <summary>One interval apart, as a timer would send them.</summary>
    Constant,

    /// <summary>Independent of each other, as callers who do not know of each other are: intervals are exponential.</summary>
    Poisson,
}
