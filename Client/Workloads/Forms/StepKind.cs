using Interleave.Client.Workloads.Yaml;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Workloads.Forms;

/// <summary>A kind of step.</summary>
/// <param name="Field">What the file calls it, and what it takes.</param>
/// <param name="Make">Makes it of what was read; null where that was wrong.</param>
internal sealed record StepKind(Field Field, Func<object, YamlNode, FileFaults, Step?> Make);
