using Interleave.Client.Recording;

namespace Interleave.Client.Measuring;

/// <summary>How many rounds each profile takes.</summary>
internal static class Rounds
{
    public static int Of(Profile profile) => profile switch
    {
        Profile.Quick => 3,
        Profile.Standard => 10,
        _ => 30,
    };
}
