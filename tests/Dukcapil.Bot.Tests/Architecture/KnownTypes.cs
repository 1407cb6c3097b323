using System.Reflection;
using System.Reflection.Emit;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>Every type that the code of a type names: in its signatures, its variables and its instructions.</summary>
internal static class KnownTypes
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var one in type.GetInterfaces()) Add(found, one);
        foreach (var field in type.GetFields(All)) Add(found, field.FieldType);
        foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
        {
            if (method is MethodInfo { ReturnType: var result }) Add(found, result);
            foreach (var parameter in method.GetParameters()) Add(found, parameter.ParameterType);
            if (method.GetMethodBody() is { } body) AddBody(found, method, body);
        }

        return found;
    }

    /// <summary>Every text in the instructions of a type.</summary>
    public static IEnumerable<string> TextsOf(Type type) =>
        from method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All))
        let body = method.GetMethodBody()
        where body is not null
        from operand in Operands(body)
        where operand.Type == OperandType.InlineString
        select method.Module.ResolveString(operand.Token);

    private static void AddBody(HashSet<Type> found, MethodBase method, MethodBody body)
    {
        foreach (var variable in body.LocalVariables) Add(found, variable.LocalType);
        foreach (var (operand, token) in Operands(body))
            if (operand is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok)
                AddToken(found, method, token);
    }

    private static IEnumerable<(OperandType Type, int Token)> Operands(MethodBody body)
    {
        var code = body.GetILAsByteArray()!;
        for (var at = 0; at < code.Length;)
        {
            var operation = Codes[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += operation.Size;
            var size = SizeOf(operation.OperandType, code, at);
            if (size == 4) yield return (operation.OperandType, BitConverter.ToInt32(code, at));
            at += size;
        }
    }

    private static void AddToken(HashSet<Type> found, MethodBase method, int token)
    {
        var generics = method is { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, method.DeclaringType!.GetGenericArguments(), generics);
        Add(found, member as Type ?? member?.DeclaringType);
        if (member is MethodInfo { IsGenericMethod: true } called)
            foreach (var argument in called.GetGenericArguments()) Add(found, argument);
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null) return;
        if (type.HasElementType) Add(found, type.GetElementType());
        else if (found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
            foreach (var argument in type.GetGenericArguments()) Add(found, argument);
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
