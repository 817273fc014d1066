using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>Takes a frame, which is gone when it returns.</summary>
internal delegate void FrameReceiver(WireReader frame);
