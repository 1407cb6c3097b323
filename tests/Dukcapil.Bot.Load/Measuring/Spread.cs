using System.Globalization;

namespace Dukcapil.Bot.Load.Measuring;

/// <summary>How times spread: the usual percentiles and the worst, in milliseconds.</summary>
internal sealed class Spread
{
    private readonly double[] _sorted;

    public Spread(IEnumerable<double> milliseconds)
    {
        _sorted = [.. milliseconds];
        Array.Sort(_sorted);
    }

    public double At(double part) => _sorted.Length == 0 ? double.NaN : _sorted[Math.Min(_sorted.Length - 1, (int)(part * _sorted.Length))];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"p50 {At(0.50):F1}  p95 {At(0.95):F1}  p99 {At(0.99):F1}  max {At(1):F0} ms");
}
