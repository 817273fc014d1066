using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Calls;

/// <summary>Where the answer to a call goes when its caller is in another process.</summary>
internal interface ICallOrigin
{
    void Answer<TResult>(long callId, Codec<TResult> codec, TResult result);

    void AnswerFault(long callId, Exception fault);
}
