using Stateless;
using Stateless.Graph;
using Stateless.Reflection;

namespace Dukcapil.Bot.Alur;

/// <summary>
/// State machine of one kind of thing: permitted acts by state, their results, and refusals. Stateless and thread-safe: one instance
/// decides for all things of the kind. Built once in a static field, because building takes a hundred times as long as a decision, and not
/// configured after its first use.
/// </summary>
/// <typeparam name="TState">State of a thing.</typeparam>
/// <typeparam name="TAct">What is done to it.</typeparam>
/// <typeparam name="TSituation">Everything else that a decision depends on.</typeparam>
public sealed class StateRules<TState, TAct, TSituation>
    where TState : struct, Enum
    where TAct : struct, Enum
    where TSituation : notnull
{
    /// <summary>
    /// State of the current decision. Thread-static: a decision is synchronous, and guards make no decisions of their own.
    /// </summary>
    [ThreadStatic]
    private static TState _current;

    private readonly StateMachine<TState, TAct> _machine;
    private readonly Dictionary<TAct, StateMachine<TState, TAct>.TriggerWithParameters<TSituation>> _triggers = [];
    private readonly Dictionary<(TState From, TAct Act), IReadOnlyList<string>> _ways = [];
    private readonly HashSet<TState> _left = [];
    private readonly StateWords<TState, TAct> _words;
    private readonly Func<TState, TAct, TSituation, string> _refuse;

    /// <summary>Rules that permit nothing yet.</summary>
    /// <param name="words">Every state and act in the office's words; the first state is where a thing begins.</param>
    /// <param name="refuse">The refusal of an act for which nothing is configured in a state.</param>
    public StateRules(StateWords<TState, TAct> words, Func<TState, TAct, TSituation, string> refuse)
    {
        ArgumentNullException.ThrowIfNull(words);
        (_words, _refuse) = (words, refuse);
        _current = words.Begin;
        _machine = new(() => _current, state => _current = state, FiringMode.Immediate);
        foreach (var act in words.Acts.Keys) _triggers[act] = _machine.SetTriggerParameters<TSituation>(act);
        // Configured up front: the library would otherwise add an unknown state while other threads read.
        foreach (var state in words.States.Keys) _machine.Configure(state);
    }

    /// <summary>Permits an act that leads to one state, which may be the same.</summary>
    /// <param name="act">The act.</param>
    /// <param name="from">In which states; each may have one way for an act.</param>
    /// <param name="guards">What must hold, in the order in which refusals are given.</param>
    /// <param name="to">The state afterwards.</param>
    /// <exception cref="InvalidOperationException">A state has a way for this act already.</exception>
    public StateRules<TState, TAct, TSituation> Permit(TAct act, TState[] from, StateGuard<TSituation>[] guards, TState to) =>
        Configure(act, from, guards, (way, trigger, checks) =>
            way.State.Equals(to) ? way.PermitReentryIf(trigger, checks) : way.PermitIf(trigger, to, checks));

    /// <summary>Permits an act with several possible results.</summary>
    /// <param name="act">The act.</param>
    /// <param name="from">In which states; each may have one way for an act.</param>
    /// <param name="guards">What must hold, in the order in which refusals are given.</param>
    /// <param name="branches">What may come of it: the first that applies; the last applies always.</param>
    /// <exception cref="InvalidOperationException">A state has a way for this act already.</exception>
    public StateRules<TState, TAct, TSituation> Permit(
        TAct act, TState[] from, StateGuard<TSituation>[] guards, params StateBranch<TState, TSituation>[] branches) =>
        Configure(act, from, guards, (way, trigger, checks) => way.PermitDynamicIf(
            trigger,
            situation => Array.Find(branches, branch => branch.When?.Invoke(situation) ?? true)!.State,
            [.. branches.Select(branch => new DynamicStateInfo(branch.State.ToString(), branch.Label))],
            checks));

    /// <summary>Decides one act: the state afterwards, or the first refusal that applies.</summary>
    public StateDecision<TState> Decide(TState state, TAct act, TSituation situation)
    {
        _current = state;
        var trigger = _triggers[act];
        if (!_machine.CanFire(trigger, situation, out var unmet))
            return new(state, unmet?.First() ?? _refuse(state, act, situation));
        _machine.Fire(trigger, situation);
        return new(_current, null);
    }

    /// <summary>The acts that are permitted now, in the order of <typeparamref name="TAct"/>.</summary>
    public IReadOnlyList<TAct> Permitted(TState state, TSituation situation) =>
        Enum.GetValues<TAct>().Where(act => Decide(state, act, situation).Refusal is null).ToList();

    /// <summary>The states in which there is a way for an act, whatever its guards say.</summary>
    public IReadOnlyList<TState> StatesFor(TAct act) => _words.States.Keys.Where(state => HasWay(state, act)).ToList();

    /// <summary>Whether there is a way for an act in a state, whatever its guards say.</summary>
    public bool HasWay(TState state, TAct act) => _ways.ContainsKey((state, act));

    /// <summary>Whether a state is final: nothing leads out of it.</summary>
    public bool IsFinal(TState state) => !_left.Contains(state);

    /// <summary>The machine as a Mermaid state diagram, in the office's words.</summary>
    public string ToMermaid()
    {
        var graph = new StateGraph(_machine.GetInfo());
        var style = new StateDrawingStyle(
            graph,
            _words.States.ToDictionary(word => word.Key.ToString(), word => word.Value, StringComparer.Ordinal),
            _words.States.Keys.Where(IsFinal).Select(state => state.ToString()).ToList(),
            _ways.ToDictionary(
                way => (way.Key.From.ToString(), way.Key.Act.ToString()), way => new DrawnWay(_words.Acts[way.Key.Act], way.Value)));
        return graph.ToGraph(style).ReplaceLineEndings("\n") + "\n";
    }

    private delegate StateMachine<TState, TAct>.StateConfiguration Permission(
        StateMachine<TState, TAct>.StateConfiguration way,
        StateMachine<TState, TAct>.TriggerWithParameters<TSituation> trigger,
        Tuple<Func<TSituation, bool>, string>[] checks);

    private StateRules<TState, TAct, TSituation> Configure(TAct act, TState[] from, StateGuard<TSituation>[] guards, Permission permit)
    {
        var checks = Array.ConvertAll(guards, guard => Tuple.Create(guard.Holds, guard.Refusal));
        foreach (var state in from)
        {
            // Checked here: the library would find two transitions only when both are permitted at once.
            if (!_ways.TryAdd((state, act), [.. guards.Select(guard => guard.Label).OfType<string>()]))
                throw new InvalidOperationException($"Two ways for {act} in {state}.");
            _left.Add(state);
            permit(_machine.Configure(state), _triggers[act], checks);
        }

        return this;
    }
}
