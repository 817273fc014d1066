namespace Interleave.Client.Records;

/// <summary>Units that wait for each other in a circle: none of them can go on until one gives way.</summary>
/// <param name="Waits">What each unit waits for; who holds it comes next, and the last one waits for the first.</param>
/// <param name="FoundBy">Who noticed it, such as a watchdog.</param>
/// <param name="TimeToFind">In seconds, from the wait that closed the circle until it was found.</param>
internal sealed record WaitCircle(IReadOnlyList<CircularWait> Waits, string FoundBy, double TimeToFind);

/// <summary>One unit of a circle.</summary>
/// <param name="Unit">Who waits.</param>
/// <param name="Awaited">What it waits for.</param>
/// <param name="HeldBy">The unit that would have to let go of it.</param>
internal sealed record CircularWait(string Unit, string Awaited, string HeldBy);
