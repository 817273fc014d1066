namespace Interleave.Client.Capacity;

/// <summary>What came to its end first.</summary>
/// <param name="What">In words, with the figure that tells it.</param>
/// <param name="OfHarness">Whether it was the generator or the I/O server: the model itself may carry more.</param>
internal sealed record GaveOut(string What, bool OfHarness);
